import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface ServerProcess {
  /** `http://localhost:4000/graphql` */
  readonly url: string;
  /** Its resident memory, in bytes. */
  readRss(): number;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts
  .start;

/** Starts `xiezuo serve` on the graph in `dataDir`, with `settings` in its environment; resolves when it listens. */
export async function startServerProcess(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  // As `npm start` does it, so that what is measured is what people run; `exec` makes it this very process.
  const child = spawn('sh', ['-c', START], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: '',
      XIEZUO_DATA_DIR: dataDir,
      XIEZUO_SEED: 'off',
      PORT: '0',
      HOST: '127.0.0.1',
      XIEZUO_LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  let url: string | undefined;
  while (url === undefined) {
    const [chunk] = await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) throw new Error(`The server ended: ${printed}`);
    printed += chunk;
    url = /GraphQL at (\S+\/graphql)/.exec(printed)?.[1];
  }
  child.stdout.resume();
  return {
    url,
    readRss: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1024,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
