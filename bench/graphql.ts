// npm run bench -- graphql FOLDER [KEEP]    requests a second beside PostGraphile and bare SQL, on one database
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { prepareGraph } from '../src/ingest/ingest.ts';
import { ingestFiles } from '../src/ingest/ingest-files.ts';
import { openStore } from '../src/store/open-store.ts';
import { startEmbeddedDatabase } from '../src/store/postgres/embedded-database.ts';
import { idsOf, leaves, QUESTIONS, type Question } from './support/api/questions.ts';
import { type AnswerServer, installPeer, startServers } from './support/api/servers.ts';
import { printVerdict, quantile } from './support/figures.ts';

const CONNECTIONS = 16;
const [ROUNDS, ROUND_SECONDS, WARM_SECONDS] = [3, 4, 3];
/** Every how many files a graph of a tenth of the articles is made of. */
const TENTH = 10;
/** Questions about one thing, which must not take longer in a larger graph where what is read is as large. */
const KEYED = ['Q2', 'Q5', 'Q6'];
/** What issue 12 asks for: the ratio to PostGraphile everywhere and on three, the ratio to bare SQL, the growth of keyed reads. */
const WANTED = { peer: 1.5, peerOnThree: 2, raw: 0.5, growth: 1.5 } as const;

/** What was measured of a question on a server, a value a round. */
interface Measured {
  readonly perSecond: number[];
  readonly p99Ms: number[];
}

const median = (values: readonly number[]) => quantile(values, 0.5);

/** Makes a graph of every `step`th file in `dataDir`, unless it is there. */
async function makeGraph(folder: string, step: number, dataDir: string): Promise<void> {
  const done = join(dataDir, 'complete');
  if (existsSync(done)) return;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .filter((_, index) => index % step === 0)
    .map((name) => join(folder, name));
  const store = await openStore({ databaseUrl: null, dataDir });
  try {
    await prepareGraph(store.database);
    const { counts } = await ingestFiles(store.database, files);
    await store.database.pool.query('VACUUM ANALYZE');
    console.log(`${counts.articles} articles of ${files.length} files`);
    writeFileSync(done, '');
  } finally {
    await store.close();
  }
}

/** The requests of a question to a server, one an id. */
function requestsOf(question: Question, { name }: AnswerServer, ids: readonly (string | null)[]): string[] {
  const query = { xiezuo: question.xiezuo, postgraphile: question.peer, raw: question.name }[name];
  return ids.map((id) => JSON.stringify({ query, variables: id === null ? {} : { id } }));
}

async function ask(url: string, body: string): Promise<string[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (!response.ok || errors)
    throw new Error(`${url} answered ${response.status}: ${JSON.stringify(errors)}`);
  return leaves(data);
}

/** Asks every server every question that is measured, and throws where two answer differently. */
async function assertEqualAnswers(servers: readonly AnswerServer[], pool: pg.Pool): Promise<void> {
  for (const question of QUESTIONS) {
    const ids = await idsOf(question, pool);
    for (const id of ids) {
      const answers = await Promise.all(
        servers.map(async (server) => ask(server.url, requestsOf(question, server, [id])[0] ?? '')),
      );
      const [ours = [], ...others] = answers;
      for (const [index, other] of others.entries()) {
        const at = ours.findIndex((value, place) => value !== other[place]);
        if (at >= 0 || other.length !== ours.length)
          throw new Error(
            `${question.name} ${id}: ${servers[index + 1]?.name} answers otherwise, ${ours.length} and ${other.length} values, at ${at}: ${ours.slice(at, at + 3)} and ${other.slice(at, at + 3)}`,
          );
      }
    }
    console.log(`${question.name} (${question.asks}): answered alike, asked for ${ids.length} times`);
  }
}

async function load(url: string, bodies: readonly string[], seconds: number) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: bodies.map((body) => ({
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
      body,
    })),
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} failed`);
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** Loads the servers in turns with one question. */
async function measure(
  question: Question,
  servers: readonly AnswerServer[],
  ids: readonly (string | null)[],
): Promise<Map<AnswerServer['name'], Measured>> {
  const measured = new Map(servers.map(({ name }) => [name, { perSecond: [], p99Ms: [] } as Measured]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const server of servers) {
      const bodies = requestsOf(question, server, ids);
      const { perSecond, p99Ms } = await load(server.url, bodies, round < 0 ? WARM_SECONDS : ROUND_SECONDS);
      if (round < 0) continue;
      measured.get(server.name)?.perSecond.push(perSecond);
      measured.get(server.name)?.p99Ms.push(p99Ms);
    }
  }
  return measured;
}

const list = (values: readonly number[], digits: number) =>
  values.map((value) => value.toFixed(digits)).join(' ');

/** The ratios of two servers' requests a second, a round each. */
function ratios(measured: ReadonlyMap<AnswerServer['name'], Measured>, to: AnswerServer['name']): number[] {
  const ours = measured.get('xiezuo')?.perSecond ?? [];
  return (measured.get(to)?.perSecond ?? []).map((other, round) => (ours[round] ?? 0) / other);
}

/** Measures all questions and prints what came of it; true where all is as wanted. */
async function compare(servers: readonly AnswerServer[], pool: pg.Pool): Promise<boolean> {
  const toPeer: number[] = [];
  const toRaw: number[] = [];
  for (const question of QUESTIONS) {
    const measured = await measure(question, servers, await idsOf(question, pool));
    const [peer, raw] = [ratios(measured, 'postgraphile'), ratios(measured, 'raw')];
    console.log(
      `${question.name}: ${median(peer).toFixed(2)} times PostGraphile (${list(peer, 2)}), ${median(raw).toFixed(2)} times bare SQL (${list(raw, 2)})`,
    );
    for (const [name, { perSecond, p99Ms }] of measured)
      console.log(`    ${name.padEnd(12)} ${list(perSecond, 0)} requests a second, p99 ${list(p99Ms, 0)} ms`);
    toPeer.push(median(peer));
    toRaw.push(median(raw));
  }
  const fast = toPeer.filter((ratio) => ratio >= WANTED.peerOnThree).length;
  return [
    printVerdict(
      'least of PostGraphile',
      `${Math.min(...toPeer).toFixed(2)} (wanted ${WANTED.peer}), ${fast} from ${WANTED.peerOnThree} on (wanted 3)`,
      Math.min(...toPeer) >= WANTED.peer && fast >= 3,
    ),
    printVerdict(
      'least of bare SQL',
      `${Math.min(...toRaw).toFixed(2)} (wanted ${WANTED.raw})`,
      Math.min(...toRaw) >= WANTED.raw,
    ),
  ].every(Boolean);
}

/** Runs `use` with servers on the graph in `dataDir`. */
async function withServers<T>(
  dataDir: string,
  peer: { node: string; folder: string },
  use: (servers: readonly AnswerServer[], pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const database = await startEmbeddedDatabase(dataDir);
  const pool = new pg.Pool({ connectionString: database.url });
  const servers = await startServers(database.url, peer);
  try {
    return await use(servers, pool);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await pool.end();
    await database.stop();
  }
}

/** A graph and the servers on it. */
interface Served {
  readonly servers: readonly AnswerServer[];
  readonly pool: pg.Pool;
}

/** The product on a graph, and the bodies of the requests for things that are as large in any graph. */
async function keyedReads({ servers, pool }: Served, question: Question) {
  const ours = servers.find(({ name }) => name === 'xiezuo');
  if (!ours) throw new Error('The product is not served.');
  const ids = await idsOf({ ...question, ids: question.alike ?? question.ids }, pool);
  return { url: ours.url, bodies: requestsOf(question, ours, ids) };
}

/** Prints how many times as long keyed reads take in the second graph, round by round in turns; true where that is as wanted. */
async function compareGraphs(graphs: readonly [Served, Served]): Promise<boolean> {
  const grown: number[] = [];
  for (const question of QUESTIONS.filter(({ name }) => KEYED.includes(name))) {
    const [small, large] = [await keyedReads(graphs[0], question), await keyedReads(graphs[1], question)];
    const rounds: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const seconds = round < 0 ? WARM_SECONDS : ROUND_SECONDS;
      const before = await load(small.url, small.bodies, seconds);
      const after = await load(large.url, large.bodies, seconds);
      if (round >= 0) rounds.push(before.perSecond / after.perSecond);
    }
    console.log(
      `${question.name}: ${median(rounds).toFixed(2)} times as long in a graph ten times as large (${list(rounds, 2)})`,
    );
    grown.push(median(rounds));
  }
  const most = Math.max(...grown);
  return printVerdict(
    'growth of keyed reads',
    `${most.toFixed(2)} (wanted ${WANTED.growth})`,
    most <= WANTED.growth,
  );
}

/** Prints the figures; true where all are as wanted. What it makes is kept in the folder KEEP, and found there the next time. */
export async function run([folder, keep]: readonly string[]): Promise<boolean> {
  if (folder === undefined) {
    console.error('Name a folder of Markdown files: see bench/README.md.');
    return false;
  }
  const place = keep === undefined ? mkdtempSync(join(tmpdir(), 'xiezuo-graphql-')) : resolve(keep);
  try {
    const peer = { folder: join(place, 'peer'), node: installPeer(join(place, 'peer')) };
    const [small, large] = [join(place, 'small'), join(place, 'large')];
    await makeGraph(folder, TENTH, small);
    await makeGraph(folder, 1, large);
    return await withServers(large, peer, async (servers, pool) => {
      const { rows } = await pool.query('SELECT count(*) FROM article');
      console.log(`${rows[0].count} articles`);
      await assertEqualAnswers(servers, pool);
      const isFast = await compare(servers, pool);
      const isSteady = await withServers(small, peer, (others, other) =>
        compareGraphs([
          { servers: others, pool: other },
          { servers, pool },
        ]),
      );
      return isFast && isSteady;
    });
  } finally {
    if (keep === undefined) rmSync(place, { recursive: true, force: true });
  }
}
