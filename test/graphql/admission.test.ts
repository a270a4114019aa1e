import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AdmissionSettings } from '../../src/admission/admission-settings.ts';
import { type AdmittedApp, type HeldLock, holdLock, serveAdmitted } from '../support/admitted-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { fillGraph } from './graph-fixture.ts';

let testDatabase: TestDatabase;
let api: AdmittedApp;
let held: HeldLock;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await fillGraph(testDatabase.database.kysely);
});
afterAll(() => testDatabase.drop());
afterEach(async () => {
  await held.release();
  expect(api.failures).toEqual([]);
  await api.close();
});

/** No slow machine runs into a limit that is not the test's. */
const AMPLE = { readTimeoutMs: 600_000, queueTimeoutMs: 600_000 };

/** Starts the app while somebody holds a lock on what heavy operations read. */
async function begin(settings: Partial<AdmissionSettings> = {}, lock = 'LOCK TABLE agreement') {
  api = await serveAdmitted(testDatabase.url, {
    // Between what the cheap and the heavy query below cost.
    heavyCost: 500,
    heavyConnections: 2,
    ...AMPLE,
    ...settings,
  });
  held = await holdLock(testDatabase.database, lock);
}

const CHEAP = '{ area(code: "330500") { name } }';
const field = 'agreements(first: 100) { nodes { title } }';
/** A heavy query; those with other numbers ask for other things. */
const heavy = (aliases: number, number = 0) =>
  `{ ${Array.from({ length: aliases }, (_, i) => `a${i}: ${field.replace('title', `t${number}: title`)}`).join(' ')} }`;

/** Sends cheap queries, some at a time, and gives how they were answered, without repetitions. */
async function askCheap(count: number) {
  const seen = new Set<string>();
  for (let sent = 0; sent < count; sent += 12) {
    const replies = await Promise.all(Array.from({ length: 12 }, () => api.ask(CHEAP)));
    for (const { status, codes, data } of replies) seen.add(`${status} ${codes} ${JSON.stringify(data)}`);
  }
  return [...seen];
}
const FINE = ['200  {"area":{"name":"湖州市"}}'];
const statusOf = async (path: string) => (await fetch(`${api.url}${path}`)).status;

describe('beside heavy requests', () => {
  test('H2: ten heavy root fields of one request take two connections, and cheap queries none of their time', async () => {
    await begin();
    const answer = api.ask(heavy(10));
    await held.waiting(2);
    expect(await askCheap(120)).toEqual(FINE);
    expect(await Promise.all(['/health', '/ready', '/live'].map(statusOf))).toEqual([200, 200, 200]);
    expect(await held.countWaiting()).toBe(2);
    await held.release();
    const { status, data } = await answer;
    expect([status, Object.keys(data as object).length]).toEqual([200, 10]);
  });

  test('what finds one thing has a place of its own, however many others wait', async () => {
    await begin({
      readConnections: 4,
      lightConnections: 2,
      heavyConnections: 1,
      heavyCost: 1_000_000_000,
      quickCost: 300,
    });
    const answers = Array.from({ length: 6 }, () => api.ask(heavy(1)));
    await held.waiting(2);
    expect(await askCheap(24)).toEqual(FINE);
    expect(await held.countWaiting()).toBe(2);
    await held.release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  test('what was quick has a place however much it might cost; what is not known to be has to wait', async () => {
    const expected = { heavyCost: 0, quickCost: 0, quickMs: 600_000 };
    await begin({ heavyConnections: 1, queueTimeoutMs: 200, ...expected });
    expect(await api.ask(CHEAP)).toMatchObject({ status: 200, codes: [] });
    const first = api.ask(heavy(1));
    await held.waiting(1);
    expect(await api.ask(CHEAP)).toMatchObject({ status: 200, codes: [] });
    expect(await api.ask(CHEAP.replace('330500', '330000'))).toMatchObject({ status: 503 });
    await held.release();
    expect(await first).toMatchObject({ status: 200, codes: [] });
  });

  test('H8: thirty heavy requests share few connections; those for which there is no place get 503, and cheap ones are answered', async () => {
    await begin({ queueLength: 10 });
    let answered = 0;
    const answers = Array.from({ length: 30 }, async (_, number) => {
      const reply = await api.ask(heavy(1, number));
      answered += 1;
      return reply;
    });
    await held.waiting(2);
    expect(await askCheap(60)).toEqual(FINE);
    expect(await held.countWaiting()).toBe(2);
    // Their documents are read in turns: those that are refused have all come.
    while (answered < 18) await setTimeout(20);
    await held.release();
    const replies = await Promise.all(answers);
    const fine = replies.filter(({ status, codes }) => status === 200 && codes.length === 0);
    const refused = replies.filter(({ status }) => status === 503);
    expect([fine.length, refused.length]).toEqual([12, 18]);
    for (const reply of refused)
      expect(reply).toEqual({ status: 503, retryAfter: '2', codes: ['OVERLOADED'], data: null });
  });

  test('those who ask for the same while it waits for a place wait as one', async () => {
    await begin({ heavyConnections: 1, queueLength: 1 });
    const first = api.ask(heavy(1, 1));
    await held.waiting(1);
    const answers = Array.from({ length: 20 }, () => api.ask(heavy(1)));
    expect(await askCheap(24)).toEqual(FINE);
    await held.release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await first).toMatchObject({ status: 200, codes: [] });
  });

  test('H8: who waits too long for a place gets 503', async () => {
    await begin({ heavyConnections: 1, queueTimeoutMs: 200 });
    const first = api.ask(heavy(1));
    await held.waiting(1);
    expect(await api.ask(heavy(1))).toMatchObject({ status: 503, codes: ['OVERLOADED'] });
    await held.release();
    expect(await first).toMatchObject({ status: 200, codes: [] });
  });

  test('H18: a query that takes too long is ended in the database and told as TIMEOUT, not as a fault of ours', async () => {
    await begin({ readTimeoutMs: 500 });
    const reply = await api.ask(heavy(3));
    expect(reply).toEqual({ status: 400, retryAfter: null, codes: ['TIMEOUT'], data: null });
    await held.waiting(0);
    expect(await askCheap(12)).toEqual(FINE);
    await held.release();
    expect(await api.ask(heavy(1))).toMatchObject({ status: 200, codes: [] });
  });
});

describe('a client that goes', () => {
  test('H10: takes along what runs for it and what waits', async () => {
    await begin();
    const controller = new AbortController();
    const answer = api.ask(heavy(10), { signal: controller.signal });
    await held.waiting(2);
    controller.abort();
    await expect(answer).rejects.toThrow();
    await held.waiting(0);
    await held.release();
    expect(await api.ask(heavy(2))).toMatchObject({ status: 200, codes: [] });
  });

  test('H10: leaves its connections to others, whole', async () => {
    await begin();
    const pids = async () => {
      const { rows } = await api.database.reads.pool.query('SELECT pg_backend_pid() AS pid');
      return rows[0]?.pid;
    };
    const before = await pids();
    const controller = new AbortController();
    const answer = api.ask(heavy(1), { signal: controller.signal });
    await held.waiting(1);
    controller.abort();
    await expect(answer).rejects.toThrow();
    await held.waiting(0);
    await held.release();
    while (api.database.reads.pool.idleCount === 0) await setTimeout(20);
    expect(await pids()).toBe(before);
  });
});

describe('a read whose connection breaks', () => {
  test('is sent again, once', async () => {
    await begin();
    const end = () =>
      testDatabase.database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    const [first, second] = [api.ask(heavy(1)), api.ask(heavy(1))];
    await held.waiting(2);
    await end();
    await held.waiting(0);
    await held.waiting(2);
    await held.release();
    expect(await first).toMatchObject({ status: 200, codes: [] });
    expect(await second).toMatchObject({ status: 200, codes: [] });
  });

  test('H18: is told as DATABASE_UNAVAILABLE where the database does not come back', async () => {
    await begin();
    await held.release();
    await api.database.reads.pool.end();
    const reply = await api.ask(CHEAP);
    expect(reply).toEqual({ status: 503, retryAfter: '5', codes: ['DATABASE_UNAVAILABLE'], data: null });
    Object.assign(api.database.reads.pool, { end: async () => undefined });
  });
});

describe('changes', () => {
  const WRITE_LOCK = 'SELECT pg_advisory_xact_lock(7895554)';
  const INGEST = 'mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { status } }';
  const ingest = (index: number, signal?: AbortSignal) => {
    const text = `6月${index + 1}日，太湖流域协作小组第${index + 1}次工作会议在浙江湖州召开。浙江省省长温若水主持会议。`;
    return api.ask(INGEST, {
      variables: { input: { name: `${index}.txt`, text } },
      ...(signal && { signal }),
    });
  };

  test('H11: that wait for another writer hold no connection that reads need, and get 503 when it takes too long', async () => {
    await begin({ writeTimeoutMs: 4_000 }, WRITE_LOCK);
    const answers = Array.from({ length: 10 }, (_, index) => ingest(index));
    await held.waiting(2);
    expect(await askCheap(120)).toEqual(FINE);
    expect(await held.countWaiting()).toBeLessThanOrEqual(2);
    for (const reply of await Promise.all(answers))
      expect(reply).toEqual({ status: 503, retryAfter: '2', codes: ['OVERLOADED'], data: null });
    await held.release();
    expect(await ingest(0)).toMatchObject({ status: 200, data: { ingestDocument: { status: 'INGESTED' } } });
  });

  test('H10: that wait are given up when the client goes', async () => {
    await begin({}, WRITE_LOCK);
    const controller = new AbortController();
    const answers = [1, 2, 3].map((index) => ingest(index, controller.signal));
    await held.waiting(2);
    controller.abort();
    for (const answer of answers) await expect(answer).rejects.toThrow();
    await held.waiting(0);
    await held.release();
    const { rows } = await testDatabase.database.pool.query('SELECT name FROM source_document');
    expect(rows.map(({ name }) => name)).not.toContain('1.txt');
  });

  test('H11: that decide wait like those that ingest', async () => {
    await begin({ writeTimeoutMs: 1_000 }, WRITE_LOCK);
    const rename =
      'mutation { renameEntity(input: { id: "per_wen", name: "温水", reason: "a test" }) { decisionId } }';
    expect(await api.ask(rename)).toMatchObject({ status: 503, codes: ['OVERLOADED'] });
    await held.release();
  });
});
