import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Another process that ingests the files of a folder into the database it is told, and says how it went. */
const INGESTER = `
import { ingestFiles } from './src/ingest/ingest-files.ts';
import { readPages } from './src/reading/page-reader.ts';
import { useDictionaries, warmWords } from './src/search/words/words.ts';
import { openDatabase } from './src/store/sql/database.ts';
const [dict, idfDict] = process.argv.slice(2);
useDictionaries({ dict, idfDict });
await Promise.all([warmWords(), readPages([{ name: 'empty.txt', kind: 'page', bytes: new Uint8Array() }])]);
process.on('message', async ({ url, folder }) => {
  try {
    const database = await openDatabase(url);
    await ingestFiles(database, [folder]);
    process.send('done');
  } catch {
    process.send('failed');
  }
});
process.on('disconnect', () => process.exit());
process.send('ready');
`;

/** Bundles the ingester into one text. */
export const bundleIngester = (): Promise<string> =>
  bundleProcess({ stdin: { contents: INGESTER, resolveDir: root } });

/** Lets each module find the files that stand beside its source, and the threads of the bundle. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place), loader: 'ts' };
    });
  },
};

/** Bundles what a process runs into one text: TypeScript read anew would take most of a start's time. */
export async function bundleProcess(entry: Pick<BuildOptions, 'stdin' | 'entryPoints'>): Promise<string> {
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [keepPlaces],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Dictionaries of one word: those of nodejieba take most of the rest of the time. The same words still come of the same text. */
const DICTIONARIES = { 'words.txt': '会议 100 n\n', 'idf.txt': '会议 5.0\n' };

/** Writes these dictionaries into a folder; gives their paths. */
export function writeDictionaries(folder: string): string[] {
  return Object.entries(DICTIONARIES).map(([name, words]) => {
    writeFileSync(join(folder, name), words);
    return join(folder, name);
  });
}

/** An ingester that has loaded all it needs and waits to be told where to write. */
export interface Ingester {
  /** Ingests the folder; resolves when it is done, has failed or has died. */
  ingest(url: string, folder: string): Promise<'done' | 'failed' | 'killed'>;
  /** Ends it at once, in the midst of whatever it does. */
  kill(): Promise<void>;
}

/** Starts a process of bundled code, which can be sent messages. */
export function startProcess(code: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-', ...args], {
    cwd: root,
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  child.stdin?.end(code);
  return child;
}

/** Starts an ingester of the bundled code; resolves once it is ready. `folder` is for files of its own. */
export async function startIngester(code: string, folder: string): Promise<Ingester> {
  const child = startProcess(code, writeDictionaries(folder));
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  return {
    async ingest(url, folder) {
      const told = once(child, 'message').then(([word]) => word as 'done' | 'failed');
      child.send({ url, folder });
      return Promise.race([told, ended.then(() => 'killed' as const)]);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** Kills a cluster's PostgreSQL: its first process and all that this one started. */
export async function killServer(folder: string): Promise<void> {
  const first = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const pids = [first, ...pairs.flatMap(([pid = 0, parent]) => (parent === first ? pid : []))];
  for (const pid of pids) if (!isGone(pid)) process.kill(pid, 'SIGKILL');
  while (!pids.every(isGone)) await new Promise((done) => setTimeout(done, 5));
}
