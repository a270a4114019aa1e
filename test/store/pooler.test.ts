import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { migrate } from '../../src/store/schema/migrate.ts';
import { readMigrations } from '../../src/store/schema/migrations.ts';
import { connect, createDatabaseIfMissing } from '../../src/store/sql/database.ts';
import { type AdmittedApp, holdLock, serveAdmitted } from '../support/admitted-app.ts';
import { openStream } from '../support/open-stream.ts';
import { hasPgbouncer, type Pgbouncer, startPgbouncer } from '../support/pgbouncer.ts';
import { runCli } from '../support/run-cli.ts';
import { readSeedDocuments, seedFolder } from '../support/seed-documents.ts';

if (!hasPgbouncer) console.warn('pgbouncer is not installed: what goes through it is not tested.');

const server = process.env.XIEZUO_TEST_SERVER ?? '';
/** Commands start slowly on a machine that has much to do. */
const SLOW_MS = 300_000;

const name = `pooled_${process.pid}`;
const directUrl = server.replace(/xiezuo$/, name);

(hasPgbouncer ? describe : describe.skip)('H14: through pgbouncer in transaction mode', () => {
  let pgbouncer: Pgbouncer;
  let api: AdmittedApp;
  beforeAll(async () => {
    await createDatabaseIfMissing(server, name);
    pgbouncer = await startPgbouncer(directUrl);
  });
  afterAll(async () => {
    await api?.close();
    await pgbouncer.stop();
    const client = await connect(server);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  });

  /** The locks by which processes wait for each other, and which would keep the next one out; of this database, as the server tells of all. */
  const listLocks = async () => {
    const client = await connect(directUrl);
    const { rows } =
      await client.query(`SELECT objid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
      WHERE locktype = 'advisory' AND datname = current_database()`);
    await client.end();
    return rows;
  };

  test('H14: a database is migrated, as often as one likes, and no lock stays behind', async () => {
    const all = readMigrations().migrationDirectories.map(({ path }) => path);
    const both = await Promise.all([migrate(pgbouncer.url), migrate(pgbouncer.url)]);
    expect(both.flat()).toEqual(all);
    expect(await migrate(pgbouncer.url)).toEqual([]);
    expect(await listLocks()).toEqual([]);
  });

  test(
    'H14: pages are ingested, also over the queue',
    async () => {
      const environment = { DATABASE_URL: pgbouncer.url };
      const queued = await runCli(['ingest', '--queue', seedFolder], environment);
      expect(queued).toMatchObject({ exitCode: 0, stdout: '5 documents in the queue, 0 quarantined.\n' });
      const worked = await runCli(['work'], environment);
      expect(worked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('5 documents') });
      expect(await listLocks()).toEqual([]);
    },
    SLOW_MS,
  );

  test(
    'H14: two hundred reads, and changes among them, are answered',
    async () => {
      api = await serveAdmitted(pgbouncer.url, { readTimeoutMs: 60_000, queueTimeoutMs: 60_000 });
      await prepareGraph(api.database);
      const [page] = readSeedDocuments();
      expect(
        await ingestDocument(api.database, { name: 'a', bytes: page?.bytes ?? new Uint8Array() }),
      ).toMatchObject({
        status: 'known',
      });
      const query = '{ meetings { totalCount } people(first: 2) { nodes { name } } }';
      const statuses = new Set<string>();
      for (let sent = 0; sent < 200; sent += 20) {
        const replies = await Promise.all(Array.from({ length: 20 }, () => api.ask(query)));
        for (const { status, codes } of replies) statuses.add(`${status} ${codes}`);
      }
      expect([...statuses]).toEqual(['200 ']);
      const { data } = await api.ask('{ people(first: 1) { nodes { id } } }');
      const id = (data as { people: { nodes: { id: string }[] } }).people.nodes[0]?.id;
      const rename = `mutation { renameEntity(input: { id: "${id}", name: "甲", reason: "a test" }) { decisionId } }`;
      expect(await api.ask(rename)).toMatchObject({ status: 200, codes: [] });
      expect(api.failures).toEqual([]);
    },
    SLOW_MS,
  );

  test('H14: subscriptions are told of changes', async () => {
    const stream = await openStream(api.url, {
      query: 'subscription { people { action node { id name } } }',
    });
    expect(stream.status).toBe(200);
    await setTimeout(500);
    const { data } = await api.ask('{ people(first: 1) { nodes { id } } }');
    const id = (data as { people: { nodes: { id: string }[] } }).people.nodes[0]?.id;
    await api.ask(
      `mutation { renameEntity(input: { id: "${id}", name: "乙", reason: "a test" }) { decisionId } }`,
    );
    const event = await stream.next();
    expect(event?.data?.data).toEqual({ people: { action: 'CHANGED', node: { id, name: '乙' } } });
    stream.close();
    expect(await listLocks()).toEqual([]);
  });

  test('H14: statements have their limits, and end when the client goes', async () => {
    const held = await holdLock(api.database, 'LOCK TABLE agreement');
    const controller = new AbortController();
    const answer = api.ask('{ agreements { totalCount } }', { signal: controller.signal });
    await held.waiting(1);
    controller.abort();
    await expect(answer).rejects.toThrow();
    await held.waiting(0);
    await held.release();
    const { rows } = await api.database.reads.pool.query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '0' }]);
  });

  test(
    'H14: and once more it is migrated, while a server runs',
    async () => {
      expect(await migrate(pgbouncer.url)).toEqual([]);
      expect(await runCli(['migrate'], { DATABASE_URL: pgbouncer.url })).toMatchObject({ exitCode: 0 });
    },
    SLOW_MS,
  );
});
