import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createRandom } from '../../../bench/support/random.ts';
import { ingestDocument, prepareGraph } from '../../../src/ingest/ingest.ts';
import { ENTITY_TYPES } from '../../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../../src/search/index/index-entities.ts';
import { reindex } from '../../../src/search/index/reindex.ts';
import { matchEntries } from '../../../src/search/match/match-entries.ts';
import { understandQuery } from '../../../src/search/words/words.ts';
import { bundleProcess, startProcess, writeDictionaries } from '../../support/crash-rig.ts';
import { readGoldDocuments } from '../../support/gold-documents.ts';
import { indexAll } from '../../support/index-all.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const WRITER = fileURLToPath(new URL('../../support/graph-writer-process.ts', import.meta.url));

/** A process that builds the index anew, and says when it is ready and when it is done. */
const REINDEXER = `
import { reindex } from './src/search/index/reindex.ts';
import { useDictionaries, warmWords } from './src/search/words/words.ts';
import { openDatabase } from './src/store/sql/database.ts';
const [url, dict, idfDict] = process.argv.slice(2);
useDictionaries({ dict, idfDict });
const database = await openDatabase(url);
await warmWords();
process.send('ready');
await reindex(database);
process.send('done');
process.on('disconnect', () => process.exit());
`;

/** How many people of one name there are, of whom writers who decide at random merge a few at most. */
const STEADY = 60;

let test_: TestDatabase;
let folder: string;
const pool = () => test_.database.pool;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-reindex-'));
  test_ = await createTestDatabase();
  await prepareGraph(test_.database);
  for (const page of readGoldDocuments().slice(0, 8)) await ingestDocument(test_.database, page);
  const ids = Array.from({ length: STEADY }, (_, n) => `per_steady${n}`);
  await pool().query(
    `INSERT INTO person (id, name, other_names) SELECT id, '不动人', '{}' FROM unnest($1::text[]) AS id`,
    [ids],
  );
  await indexEntities(
    test_.database.kysely,
    ids.map((id) => ({ type: 'PERSON', id })),
  );
}, 120_000);
afterAll(async () => {
  await test_.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the index holds, but for entries of articles that are gone; lexemes depend on the dictionary of who wrote them. */
async function dump({ withTerms = true } = {}): Promise<string[]> {
  const { rows } = await pool().query<{ line: string }>(`
    SELECT (to_jsonb(e)${withTerms ? '' : ` - 'terms' - 'title_terms'`})::text AS line FROM search_entry AS e
    WHERE entity_type <> 'ARTICLE' OR entity_id IN (SELECT id FROM article)
    UNION ALL SELECT to_jsonb(t)::text FROM search_term AS t
    WHERE entity_type <> 'ARTICLE' OR entity_id IN (SELECT id FROM article)`);
  return rows.map(({ line }) => line).sort();
}

/** How the tables of the index are made, and whether anything is left of making them. */
async function describeTables() {
  const { rows } = await pool().query(`
    SELECT 'index' AS what, indexdef AS how FROM pg_indexes WHERE tablename IN ('search_entry', 'search_term')
    UNION ALL SELECT 'constraint', conname || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE conrelid IN ('search_entry'::regclass, 'search_term'::regclass)
    UNION ALL SELECT 'column', concat_ws(' ', attrelid::regclass, attnum, attname, atttypid::regtype, attstorage, attnotnull, pg_get_expr(adbin, adrelid))
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid IN ('search_entry'::regclass, 'search_term'::regclass) AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'trigger', tgname FROM pg_trigger WHERE tgrelid IN ('search_entry'::regclass, 'search_term'::regclass)
    UNION ALL SELECT 'schema', nspname FROM pg_namespace WHERE nspname LIKE 'xiezuo%'
    UNION ALL SELECT 'statistics', attrelid::regclass || '.' || attname || ' ' || attstattarget FROM pg_attribute
      WHERE attrelid IN ('search_entry'::regclass, 'search_term'::regclass) AND attstattarget >= 0
    UNION ALL SELECT 'grant', c.relname || ' ' || a.privilege_type FROM pg_class AS c CROSS JOIN aclexplode(c.relacl) AS a
      WHERE c.relname IN ('search_entry', 'search_term') AND a.grantee = 0`);
  return rows.map(({ what, how }) => `${what} ${how}`).sort();
}

/** Searches for those people until it is stopped; gives how many answers lacked most of them, and how long the longest took. */
function keepSearching() {
  let isStopped = false;
  const run = async () => {
    const query = await understandQuery('不动人');
    const matches = matchEntries(query, { types: ENTITY_TYPES, from: null, to: null, area: null });
    const { kysely } = test_.database.reads;
    const count = async () => (await sql`${matches}`.execute(kysely)).rows.length;
    let [answers, lacking, longestMs] = [0, 0, 0];
    while (!isStopped) {
      const start = performance.now();
      if ((await count()) < STEADY / 2) lacking += 1;
      longestMs = Math.max(longestMs, performance.now() - start);
      answers += 1;
    }
    return { answers, lacking, longestMs };
  };
  const running = run();
  return () => {
    isStopped = true;
    return running;
  };
}

test('an index that is broken is built anew as it was, with all that its tables had, and nothing is left of building it', async () => {
  await pool().query('GRANT SELECT ON search_entry TO PUBLIC');
  const [before, tables] = [await dump(), await describeTables()];
  for (const told of ['grant', 'statistics'])
    expect(tables.filter((line) => line.startsWith(told))).toHaveLength(1);
  await pool().query(`DELETE FROM search_entry WHERE entity_type = 'MEETING'`);
  await pool().query(
    `UPDATE search_entry SET entity_id = 'x' || entity_id, passages = '[]' WHERE entity_type = 'PERSON'`,
  );
  await pool().query('DELETE FROM search_term');
  const steps: string[] = [];
  const done = await reindex(test_.database, ({ step, done, total }) => {
    steps.push(step);
    expect(done).toBeLessThanOrEqual(total);
  });
  expect(done).toBeGreaterThan(100);
  expect([...new Set(steps)]).toEqual(['entries', 'indexes', 'changes']);
  expect(await dump()).toEqual(before);
  expect(await describeTables()).toEqual(tables);
}, 120_000);

test('beside writers and those who search, the index is that of the graph in the end; nobody who searches misses anything or waits', async () => {
  const code = await bundleProcess({ entryPoints: [WRITER] });
  const dictionaries = writeDictionaries(folder);
  const writers = [1, 2].map((seed) => startProcess(code, [test_.url, String(seed), ...dictionaries]));
  await Promise.all(writers.map((writer) => once(writer, 'message')));
  const stopSearching = keepSearching();
  const { rows: before } = await pool().query('SELECT coalesce(max(id), 0)::integer AS last FROM change');
  for (let round = 0; round < 3; round++) await reindex(test_.database);
  const { rows: after } = await pool().query('SELECT max(id)::integer AS last FROM change');
  const told = writers.map((writer) => once(writer, 'message'));
  for (const writer of writers) writer.send('stop');
  for (const [{ error }] of await Promise.all(told)) expect(error).toBeUndefined();
  const { answers, lacking, longestMs } = await stopSearching();
  expect(after[0].last).toBeGreaterThan(before[0].last + 20);
  expect(answers).toBeGreaterThan(20);
  expect(lacking).toBe(0);
  // What a loaded machine takes for a search, and the time that the swap may make it wait.
  expect(longestMs).toBeLessThan(2_000);
  const kept = await dump({ withTerms: false });
  await indexAll(test_.database);
  expect(kept).toEqual(await dump({ withTerms: false }));
}, 180_000);

test('who reads for long is waited for, while others go on reading', async () => {
  const reader = await pool().connect();
  await reader.query('BEGIN; SELECT count(*) FROM search_entry');
  const stopSearching = keepSearching();
  const steps = new Set<string>();
  const reindexing = reindex(test_.database, ({ step }) => steps.add(step));
  while (!steps.has('swap')) await setTimeout(20);
  await setTimeout(1_500);
  await reader.query('COMMIT');
  reader.release();
  await reindexing;
  const { lacking, longestMs, answers } = await stopSearching();
  expect([lacking, answers > 10]).toEqual([0, true]);
  expect(longestMs).toBeLessThan(1_500);
}, 120_000);

test('one is built at a time', async () => {
  const [first, second] = await Promise.allSettled([reindex(test_.database), reindex(test_.database)]);
  const refused = [first, second].filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'REINDEX_RUNNING' } }]);
}, 120_000);

test('killed at any moment it leaves the index as it was or as it should be, and the next one clears up', async () => {
  const code = await bundleProcess({ stdin: { contents: REINDEXER, resolveDir: root } });
  const random = createRandom(9);
  const tables = await describeTables();
  await indexAll(test_.database);
  const before = await dump({ withTerms: false });
  const run = async (url: string) => {
    const child = startProcess(code, [url, ...writeDictionaries(folder)]);
    await once(child, 'message');
    return child;
  };
  const whole = await run(test_.url);
  const start = performance.now();
  await once(whole, 'message');
  const wholeMs = performance.now() - start;
  whole.kill();
  let unfinished = 0;
  for (let round = 0; round < 8; round++) {
    const child = await run(test_.url);
    const done = once(child, 'message').then(() => true);
    const ended = once(child, 'exit').then(() => false);
    await Promise.race([done, setTimeout(random() * wholeMs)]);
    child.kill('SIGKILL');
    if (!(await Promise.race([ended, done]))) unfinished += 1;
    expect(await dump({ withTerms: false })).toEqual(before);
  }
  expect(unfinished).toBeGreaterThan(3);
  // What the last one left does no harm to those who write.
  const { rows } = await pool().query<{ id: string }>('SELECT id FROM person LIMIT 3');
  await indexEntities(
    test_.database.kysely,
    rows.map(({ id }) => ({ type: 'PERSON', id })),
  );
  await untilFree();
  await reindex(test_.database);
  expect(await dump({ withTerms: false })).toEqual(before);
  expect(await describeTables()).toEqual(tables);
}, 180_000);

/** Waits until PostgreSQL has seen that a process is gone. */
async function untilFree(): Promise<void> {
  for (;;) {
    const { rows } = await pool().query(`SELECT FROM pg_locks WHERE locktype = 'advisory'`);
    if (rows.length === 0) return;
    await setTimeout(20);
  }
}
