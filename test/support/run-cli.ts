import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a command printed, and how it ended. */
export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface RunningCli {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with the output so far once it holds the text; rejects when the command ends before. */
  printed(text: string): Promise<string>;
  readonly ended: Promise<CliResult>;
}

/** Starts `xiezuo ARGS`, with the variables that are given and none of this process's settings. */
export function startCli(args: readonly string[], environment: Record<string, string> = {}): RunningCli {
  const { NODE_OPTIONS: _, DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['src/main.mjs', ...args], {
    cwd: root,
    env: { ...inherited, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, stdout, stderr }) as CliResult);
  const printed = async (text: string): Promise<string> => {
    while (!stdout.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended before it printed ${text}: ${stdout}${stderr}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
    return stdout;
  };
  return { child, printed, ended };
}

/** Runs `xiezuo ARGS` to its end. */
export function runCli(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CliResult> {
  return startCli(args, environment).ended;
}
