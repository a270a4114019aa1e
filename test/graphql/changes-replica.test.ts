import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS } from '../../src/graphql/cost/limits.ts';
import { EXPORT_KINDS } from '../../src/graphql/export/exported.ts';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { bundleProcess, startProcess, writeDictionaries } from '../support/crash-rig.ts';
import { printRow, Replica } from '../support/replica.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** How long is written, in seconds; `REPLICA_SECONDS` says it. */
const SECONDS = Number(process.env.REPLICA_SECONDS ?? 10);
/** How many processes write at a time. */
const WRITERS = 8;
/** Milliseconds between two looks at what has changed. */
const LOOK_MS = 50;

const WRITER = fileURLToPath(new URL('../support/graph-writer-process.ts', import.meta.url));

let api: TestApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-replica-'));
  // A replica asks for much at a time.
  api = await createTestApp({ limits: { ...DEFAULT_LIMITS, cost: 1e9 } });
  await prepareGraph(api.test.database);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (query: string, variables: object = {}) => {
  const { data, errors } = await api.query(query, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data as never;
};

/** Starts the writers, each of which has written once; gives what stops them, and tells how many changes each made. */
async function startWriters(): Promise<() => Promise<number[]>> {
  const code = await bundleProcess({ entryPoints: [WRITER] });
  const dictionaries = writeDictionaries(folder);
  const children = Array.from({ length: WRITERS }, (_, seed) =>
    startProcess(code, [api.test.url, String(seed), ...dictionaries]),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  return async () => {
    const told = children.map((child) => once(child, 'message'));
    for (const child of children) child.send('stop');
    const results = await Promise.all(told);
    return results.map(([{ count, error }]) => {
      if (error) throw new Error(error);
      return count as number;
    });
  };
}

test(
  'a replica that is kept from changes beside many writers is the graph in the end, and no change is skipped or told twice',
  async () => {
    const replica = new Replica(ask);
    const stop = await startWriters();
    await replica.catchUp();
    const end = performance.now() + SECONDS * 1_000;
    while (performance.now() < end) {
      await replica.catchUp();
      await setTimeout(LOOK_MS);
    }
    const counts = await stop();
    await replica.catchUp();

    // All writers came to write, and it was read while they did.
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(replica.pages).toBeGreaterThan(2);

    const { rows } = await api.test.database.pool.query<{ id: string; made_at: Date }>(
      'SELECT id::text, made_at FROM change ORDER BY change.id',
    );
    expect(replica.changes.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const instants = rows.map(({ made_at }) => made_at.getTime());
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    for (const { node, nodeId } of replica.changes) expect([null, nodeId]).toContain(node?.id ?? null);

    for (const kind of EXPORT_KINDS) {
      const { payload } = await api.app.inject({ method: 'GET', url: `/export/${kind}.ndjson` });
      const lines = payload
        .split('\n')
        .filter(Boolean)
        .map((line) => printRow(JSON.parse(line)));
      expect({ kind, rows: replica.list(kind) }).toEqual({ kind, rows: lines.sort() });
      // An empty export would equal an empty replica. The writers state no numbers.
      if (kind !== 'indicators') expect(lines.length).toBeGreaterThan(0);
    }
  },
  (SECONDS + 120) * 1_000,
);
