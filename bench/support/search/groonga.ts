import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AnswerQuery, send } from './load-queries.ts';

/** A text that is searched. */
export interface GroongaDocument {
  readonly _key: string;
  readonly headline: string;
  readonly text: string;
  readonly year: number;
}

/** The engine, serving. */
export interface Groonga {
  readonly answer: AnswerQuery;
  stop(): Promise<void>;
}

/** Tables as its manual makes them: bigrams with their places, normalised. */
const SCHEMA = `table_create Docs TABLE_HASH_KEY ShortText
column_create Docs headline COLUMN_SCALAR ShortText
column_create Docs text COLUMN_SCALAR Text
column_create Docs year COLUMN_SCALAR Int32
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Terms docs COLUMN_INDEX|WITH_POSITION|WITH_SECTION Docs headline,text
`;

/** Installs Debian's groonga-bin, unless it is there. @throws Error where that cannot be done here. */
function installGroonga(): void {
  try {
    execFileSync('groonga', ['--version'], { stdio: 'ignore' });
  } catch {
    if (process.getuid?.() !== 0)
      throw new Error('Groonga is compared with: install the package groonga-bin.');
    const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends groonga-bin';
    execFileSync('sh', ['-c', install], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** What its language of queries gives a meaning. */
const escapeQuery = (query: string) => query.replace(/[\\"()<>~*:+\-|]/g, '\\$&');

/** Makes an index of documents in `folder`, and serves it. */
export async function startGroonga(folder: string, documents: readonly GroongaDocument[]): Promise<Groonga> {
  installGroonga();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = join(folder, 'db');
  const start = performance.now();
  const load = `${SCHEMA}load --table Docs\n[\n${documents.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
  execFileSync('groonga', ['-n', database], { input: load, stdio: ['pipe', 'ignore', 'inherit'] });
  console.log(
    `Groonga: ${documents.length} documents in ${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
  const port = await findPort();
  const child = spawn(
    'groonga',
    ['-s', '--protocol', 'http', '--bind-address', '127.0.0.1', '-p', String(port), database],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const at = `http://127.0.0.1:${port}/d`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 100) throw new Error('Groonga did not start.');
    if ((await send(`${at}/status`, null).catch(() => null)) !== null) break;
    await pause(100);
  }
  return {
    async answer(query) {
      const parameters = new URLSearchParams({
        table: 'Docs',
        // Else what was asked before is not looked for again.
        cache: 'no',
        match_columns: 'headline * 10 || text',
        query: escapeQuery(query),
        sort_keys: '-_score',
        limit: '20',
        output_columns: '_key,headline,year,_score',
        drilldowns: 'year',
        'drilldowns[year].keys': 'year',
      });
      await send(`${at}/select?${parameters}`, null);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
