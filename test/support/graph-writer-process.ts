// A process that changes a graph at random until it is told to stop: it adds articles, replaces them and takes them back, and decides as people do.
import fc from 'fast-check';
import { sql } from 'kysely';
import { createRandom } from '../../bench/support/random.ts';
import { XiezuoError } from '../../src/base/errors.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { useDictionaries as takeDictionaries } from '../../src/search/words/words.ts';
import type { GraphChange } from '../../src/store/graph/apply-articles.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { lockGraph } from '../../src/store/sql/lock-graph.ts';
import { kyselyOf } from '../../src/store/sql/transaction-kysely.ts';
import { applyIn, saveClaimArticle } from './claim-articles.ts';
import { randomArticles } from './random-articles.ts';
import { JUDGE, planStep, takeStep, wish } from './random-decisions.ts';

const [url = '', seed = '0', dict = '', idfDict = ''] = process.argv.slice(2);

/** What it draws is told by its number, however the processes take turns. */
const random = createRandom(Number(seed));
const draw = <T>(values: fc.Arbitrary<T>): T =>
  fc.sample(values, { numRuns: 1, seed: Math.floor(random() * 1e9) })[0] as T;

/** What writes rows in a transaction. */
type Pool = Parameters<typeof saveClaimArticle>[0]['pool'];

/** Changes the graph in a transaction that has its lock. */
function write(
  database: Database,
  change: (kysely: ReturnType<typeof kyselyOf>, pool: Pool) => Promise<GraphChange>,
) {
  return database.prisma.$transaction(
    async (tx) => {
      const kysely = kyselyOf(tx);
      await lockGraph(kysely, database);
      const query = (text: string, values: unknown[]) => tx.$executeRawUnsafe(text, ...values);
      await applyIn(kysely, await change(kysely, { query } as unknown as Pool));
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

/** An article that stands, by chance. */
async function anyArticle({ pool }: Database): Promise<string | null> {
  const { rows } = await pool.query(
    'SELECT id FROM article WHERE superseded_by_id IS NULL ORDER BY random() LIMIT 1',
  );
  return rows[0]?.id ?? null;
}

let made = 0;
const ACTIONS: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  add: (database) =>
    write(database, async (_, pool) => {
      const added = [];
      for (const article of draw(randomArticles))
        added.push(await saveClaimArticle({ pool }, { ...article, name: `${seed}-${made++}` }));
      return { added };
    }),
  replace: async (database) => {
    const old = await anyArticle(database);
    const [article] = draw(randomArticles);
    if (!old || !article) return;
    await write(database, async (kysely, pool) => {
      const source = await saveClaimArticle({ pool }, { ...article, name: `${seed}-${made++}` });
      const { rows } = await sql`UPDATE article SET superseded_by_id = ${source.id}
        WHERE id = ${old} AND superseded_by_id IS NULL RETURNING id`.execute(kysely);
      return { added: [source], removed: rows.length > 0 ? [old] : [] };
    });
  },
  takeBack: async (database) => {
    const old = await anyArticle(database);
    if (old) await write(database, async () => ({ removed: [old] }));
  },
  forget: async (database) => {
    const old = await anyArticle(database);
    if (!old) return;
    await write(database, async () => ({ removed: [old] }));
    await database.pool.query(
      'DELETE FROM source_document WHERE id = (SELECT document_id FROM article WHERE id = $1)',
      [old],
    );
  },
  decide: async (database) => {
    const step = await planStep(database, draw(wish));
    if (step) await takeStep(database, step);
  },
  revert: async ({ pool, ...database }) => {
    const { rows } = await pool.query(
      `SELECT id FROM identity_decision WHERE reverted_at IS NULL AND action <> 'UNITE' ORDER BY random() LIMIT 1`,
    );
    if (rows[0]) await revertDecision({ pool, ...database }, { id: rows[0].id, ...JUDGE });
  },
};
/** How often what is done: a graph that only shrinks says little. */
const OFTEN = ['add', 'add', 'add', 'replace', 'takeBack', 'forget', 'decide', 'decide', 'revert'];

takeDictionaries({ dict, idfDict });
const database = await openDatabase(url);
let isStopped = false;
let count = 0;
process.on('message', () => {
  isStopped = true;
});
// The first change takes as long as many others: code and words are loaded for it.
await ACTIONS.add?.(database);
process.send?.('ready');
try {
  while (!isStopped) {
    const name = OFTEN[Math.floor(random() * OFTEN.length)] ?? '';
    try {
      await ACTIONS[name]?.(database);
      count += 1;
    } catch (error) {
      // What was there may be gone by now.
      if (!(error instanceof XiezuoError)) throw error;
    }
  }
  process.send?.({ count });
} catch (error) {
  process.send?.({ error: error instanceof Error ? error.stack : String(error) });
}
await database.close();
process.exit();
