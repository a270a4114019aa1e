import { createRandom, pick } from '../../bench/support/random.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** An article as likeness sees it. */
interface Known {
  readonly id: string;
  readonly words: ReadonlyMap<string, number>;
  readonly people: readonly string[];
  readonly meetings: readonly string[];
  readonly duplicateOf: string | null;
  readonly supersededBy: string | null;
}

const random = createRandom(5);
const below = (count: number) => Math.floor(random() * count);
const list = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(4, '0')}`);

const WORDS = list(150, '词');
const PEOPLE = list(40, 'per_');
const MEETINGS = list(40, 'mtg_');
const IDS = list(700, 'art_');
/** As in `similar-articles.ts`. */
const COMMON = 500;

const articles: Known[] = IDS.map((id, n) => {
  const words = [...pick(WORDS, below(12), random), ...(n % 10 === 0 ? [] : ['会议'])];
  const isCopy = n > 0 && n % 9 === 0;
  return {
    id,
    words: new Map(words.map((word) => [word, 1 + below(1000) / 100])),
    // All but a few name the first.
    people: [...pick(PEOPLE.slice(1), below(3), random), ...(n % 10 === 0 ? [] : ['per_0000'])],
    meetings: pick(MEETINGS, below(2), random),
    duplicateOf: isCopy ? (IDS[n - 1] ?? null) : null,
    supersededBy: n % 50 === 7 ? (IDS[n + 2] ?? null) : null,
  };
});

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { pool } = api.test.database;
  const insert = (table: string, rows: object[]) =>
    pool.query(
      `INSERT INTO ${table} SELECT (json_populate_record(NULL::${table}, r.value)).* FROM json_array_elements($1) AS r`,
      [JSON.stringify(rows)],
    );
  const bytes = '\\x';
  const at = '2026-01-01T00:00:00Z';
  const page = { id: 'doc_1', name: 'x', sha256: 'x', media_type: 'text/plain', bytes, retrieved_at: at };
  await insert('source_document', [{ ...page, updated_at: at }]);
  const rest = { document_id: 'doc_1', script: 'HANS', source_offsets: bytes, text: '文', updated_at: at };
  const lists = { paragraphs: [], warnings: [], claims: [], left_out: [] };
  await insert(
    'article',
    articles.map(({ id, words, duplicateOf, supersededBy }, ordinal) => {
      const weighty = [...words].sort(([, a], [, b]) => b - a);
      return {
        ...rest,
        ...lists,
        id,
        ordinal,
        extractor: 0,
        is_spun: false,
        keywords: weighty.map(([word]) => word),
        keyword_weights: weighty.map(([, weight]) => weight),
        duplicate_of_id: duplicateOf,
        superseded_by_id: supersededBy,
      };
    }),
  );
  await pool.query(
    'INSERT INTO person (id, name, other_names) SELECT id, id, $2 FROM unnest($1::text[]) AS id',
    [PEOPLE, []],
  );
  await pool.query(
    `INSERT INTO meeting (id, name, other_names, date_basis) SELECT id, id, $2, 'UNKNOWN' FROM unnest($1::text[]) AS id`,
    [MEETINGS, []],
  );
  const evidence = articles.flatMap(({ id, people, meetings }) => [
    // Two sentences may name one.
    ...[...people, ...people].map((person_id) => ({ article_id: id, person_id })),
    ...meetings.map((meeting_id) => ({ article_id: id, meeting_id })),
  ]);
  const place = { start: 0, end: 1, sentence_start: 0, sentence_end: 1, quote: '文' };
  await insert(
    'evidence',
    evidence.map((row, n) => ({ ...place, ...row, id: `e${n}` })),
  );
});
afterAll(() => api.close());

/** How many articles have a thing. */
function countEach(of: (article: Known) => Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const article of articles)
    for (const thing of of(article)) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** Those most like an article, found by looking at each. */
function listMostAlike(article: Known, first: number): string[] {
  const counts = {
    words: countEach(({ words }) => words.keys()),
    people: countEach(({ people }) => people),
    meetings: countEach(({ meetings }) => meetings),
  };
  const rarity = (number = 0) => (number > COMMON ? 0 : Math.log((COMMON + 1) / number));
  const share = ({ words }: Known, word: string) => (words.get(word) ?? 0) / Math.max(...words.values());
  const scored = articles.flatMap((other) => {
    const isCopy = other.duplicateOf !== null || other.id === article.duplicateOf || other.id === article.id;
    if (isCopy || other.supersededBy !== null || other.id === article.supersededBy) return [];
    let score = 0;
    for (const word of article.words.keys())
      score += share(article, word) * share(other, word) * rarity(counts.words.get(word));
    for (const id of article.people)
      if (other.people.includes(id)) score += 0.5 * rarity(counts.people.get(id));
    for (const id of article.meetings)
      if (other.meetings.includes(id)) score += 2 * rarity(counts.meetings.get(id));
    return score > 0 ? [{ id: other.id, score: Number(score.toFixed(6)) }] : [];
  });
  const alike = scored.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
  return alike.slice(0, first).map(({ id }) => id);
}

const ALIKE =
  'query ($id: ID!, $first: Int) { node(id: $id) { ... on Article { moreLikeThis(first: $first) { id } } } }';

test('articles most like another are those by all that both share, the rarer the more', async () => {
  let found = 0;
  for (const article of articles.filter((_, n) => n % 13 === 0)) {
    const first = 1 + below(20);
    const { data } = await api.query(ALIKE, { id: article.id, first });
    const ids = (data.node as unknown as { moreLikeThis: { id: string }[] }).moreLikeThis.map(({ id }) => id);
    expect([article.id, ids]).toEqual([article.id, listMostAlike(article, first)]);
    found += ids.length;
  }
  expect(found).toBeGreaterThan(300);
});

test('it is one statement, below a list too, and what it takes is counted', async () => {
  api.takeStatements();
  const asked = '{ articles(first: 20) { nodes { id moreLikeThis(first: 3) { id headline } } } }';
  const { data } = await api.query(asked);
  expect(api.takeStatements()).toHaveLength(1);
  const nodes = [...(data.articles?.nodes ?? [])] as unknown as {
    id: string;
    moreLikeThis: { id: string }[];
  }[];
  for (const { id, moreLikeThis } of nodes) {
    const article = articles.find((one) => one.id === id) as Known;
    expect(moreLikeThis.map((one) => one.id)).toEqual(listMostAlike(article, 3));
  }
  const { errors } = await api.query('{ articles(first: 100) { nodes { moreLikeThis { id } } } }');
  expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  const tooMany = await api.query(ALIKE, { id: 'art_0001', first: 101 });
  expect(tooMany.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
