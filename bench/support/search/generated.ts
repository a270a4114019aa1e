import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { DB } from '../../../src/generated/kysely/database.ts';
import { indexEntities } from '../../../src/search/index/index-entities.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Database } from '../../../src/store/sql/database.ts';
import { insertJson } from '../../../src/store/sql/json-rows.ts';
import { createRandom } from '../random.ts';
import { RANKS, type Vocabulary } from './generated-words.ts';
import type { WordedText } from './selective-queries.ts';

/** What is known of generated documents. */
export interface Generated {
  readonly documents: number;
  /** In how many documents each word stands, by its rank; of those after the last, in none. */
  readonly counts: readonly number[];
  /** Some of them. */
  readonly sample: readonly WordedText[];
}

/** Words of a document: sentences of eight or so, as short news are. */
const [FEWEST_WORDS, MORE_WORDS, SENTENCE] = [15, 30, 8];
const HEADLINE_WORDS = 5;
const SAMPLE = 1_000;
/** How many documents are written in one transaction. */
const CHUNK = 2_000;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 4_000;
const DAY_MS = 86_400_000;
const PROGRESS = 100_000;

/** The ranks of the words of a document. */
function drawDocument(vocabulary: Vocabulary, random: () => number): number[] {
  const size = FEWEST_WORDS + Math.floor(random() * MORE_WORDS);
  return Array.from({ length: size }, () => vocabulary.drawRank(random));
}

/** Words as a text: a mark after each sentence. */
const sentences = (words: readonly string[]) =>
  words
    .map((word, at) => word + (at === words.length - 1 || at % SENTENCE === SENTENCE - 1 ? '。' : ''))
    .join('');

function articleRow(number: number, words: readonly string[]) {
  const headline = words.slice(0, HEADLINE_WORDS).join('');
  const body = sentences(words.slice(HEADLINE_WORDS));
  const text = `${headline}\n${body}`;
  const day = new Date(FIRST_DAY + (number % DAYS) * DAY_MS).toISOString().slice(0, 10);
  return {
    id: idOf(number),
    document_id: 'doc_generated',
    ordinal: number,
    headline,
    text,
    published_on: day,
    script: 'HANS',
    paragraphs: [
      { start: 0, end: headline.length, kind: 'headline' },
      { start: headline.length + 1, end: text.length, kind: 'body' },
    ],
    source_offsets: '\\x',
    warnings: [],
    keywords: '{}',
    // Newer than any version: nothing is to be read of them.
    extractor: 2 ** 31 - 1,
  };
}

const idOf = (number: number) => `art_generated${String(number).padStart(8, '0')}`;

type ArticleRow = ReturnType<typeof articleRow>;

async function writeArticles(kysely: Kysely<DB>, rows: readonly ArticleRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof ArticleRow)[];
  await insertJson(kysely, { table: 'article', columns, rows });
  await indexEntities(
    kysely,
    rows.map(({ id }) => ({ type: 'ARTICLE', id })),
  );
}

/** The indexes of search but those that find the rows of an entity, which writing needs: built at once they take a fraction of the time. */
const INDEXES = `SELECT indexname, indexdef FROM pg_indexes
  WHERE tablename IN ('search_entry', 'search_term') AND indexdef NOT LIKE '%(entity_id%'`;

/** Runs `write` without indexes, and makes them after. Gives how many seconds that took. */
async function withoutIndexes({ pool }: Database, write: () => Promise<void>): Promise<number> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(INDEXES);
  for (const { indexname } of rows) await pool.query(`DROP INDEX "${indexname}"`);
  // What clients are told of changes is not measured here.
  await pool.query('ALTER TABLE article DISABLE TRIGGER USER');
  await write();
  await pool.query('ALTER TABLE article ENABLE TRIGGER USER');
  const start = performance.now();
  for (const { indexdef } of rows) await pool.query(indexdef);
  await pool.query('VACUUM ANALYZE');
  return (performance.now() - start) / 1000;
}

async function write(database: Database, documents: number, vocabulary: Vocabulary): Promise<Generated> {
  const random = createRandom(documents);
  const counts = new Uint32Array(RANKS);
  const sample: WordedText[] = [];
  const start = performance.now();
  await database.pool.query(`INSERT INTO source_document (id, name, sha256, media_type, bytes, retrieved_at)
    VALUES ('doc_generated', 'generated', 'generated', 'text/plain', '', now())`);
  const indexSeconds = await withoutIndexes(database, async () => {
    for (let first = 0; first < documents; first += CHUNK) {
      const rows: ArticleRow[] = [];
      for (let number = first; number < Math.min(first + CHUNK, documents); number++) {
        const ranks = drawDocument(vocabulary, random);
        for (const rank of new Set(ranks)) counts[rank] = (counts[rank] ?? 0) + 1;
        const words = ranks.map((rank) => vocabulary.wordAt(rank));
        if (number % Math.ceil(documents / SAMPLE) === 0)
          sample.push({ words: ranks.map((rank, at) => ({ word: words[at] ?? '', rank })) });
        rows.push(articleRow(number, words));
      }
      await database.kysely.transaction().execute((kysely) => writeArticles(kysely, rows));
      if ((first + CHUNK) % PROGRESS === 0)
        console.log(`    ${first + CHUNK} documents, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${documents} documents were written in ${seconds.toFixed(0)} s, ${(documents / seconds).toFixed(0)} a second, of which their indexes took ${indexSeconds.toFixed(0)} s`,
  );
  return { documents, counts: [...counts], sample };
}

/** Prints how large the tables of search are. */
export async function printSizes({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ name: string; table: string; indexes: string; rows: string }>(
    `SELECT relname AS name, pg_size_pretty(pg_table_size(oid)) AS table, pg_size_pretty(pg_indexes_size(oid)) AS indexes,
      reltuples::bigint AS rows FROM pg_class WHERE relname IN ('article', 'search_entry', 'search_term') ORDER BY 1`,
  );
  for (const { name, table, indexes, rows: count } of rows)
    console.log(`    ${name}: ${count} rows, ${table}, and ${indexes} of indexes`);
}

/** Makes so many generated documents in `dataDir`, unless they are there. */
export async function makeGenerated(
  dataDir: string,
  documents: number,
  vocabulary: Vocabulary,
): Promise<Generated> {
  const place = join(dataDir, 'generated.json');
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as Generated;
  const store = await openStore({ databaseUrl: null, dataDir });
  try {
    const generated = await write(store.database, documents, vocabulary);
    writeFileSync(place, JSON.stringify(generated));
    return generated;
  } finally {
    await store.close();
  }
}
