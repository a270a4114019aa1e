import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { indexEntities } from '../../../src/search/index/index-entities.ts';
import { matchEntries } from '../../../src/search/match/match-entries.ts';
import { highlightField } from '../../../src/search/query/highlight.ts';
import { markedPhrases, parseSearchQuery, parseWordsQuery } from '../../../src/search/query/search-query.ts';
import { foldText } from '../../../src/search/text/fold-text.ts';
import { findNumbers } from '../../../src/search/text/numbers.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const FOLDERS = ['../../../seed/documents/', '../../../../shared/documents/'];

/** The pages as they are, with all their noise, each a text; a long one is made of all of them. */
function readPages(): string[] {
  const folders = FOLDERS.map((folder) => new URL(folder, import.meta.url)).filter((folder) =>
    existsSync(folder),
  );
  const pages = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(txt|md)$/.test(name))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  );
  return [...new Set(pages)];
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const pages = readPages();
const FIRST = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
/** 400 names with one ending, in a row of as many places as a lexeme of a tsvector has not. */
const companies = [...FIRST].flatMap((one) => [...FIRST].map((other) => `${one}${other}建设有限公司`));
const texts = [...pages, pages.join('\n'), companies.join('、')];
const foldedTexts = texts.map(foldText);
const folded = foldedTexts.map(({ chars }) => chars.join(''));
const numbers = foldedTexts.map(({ chars }) => findNumbers(chars));

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
  const { kysely } = test_.database;
  const bytes = Buffer.from('');
  await kysely
    .insertInto('source_document')
    .values({
      id: 'doc_1',
      name: 'x',
      url: null,
      sha256: 'x',
      media_type: 'text/plain',
      bytes,
      retrieved_at: new Date(0),
    })
    .execute();
  const rest = { headline: null, publisher: null, published_on: null, script: 'HANS' as const };
  const articles = texts.map((text, ordinal) => ({
    ...rest,
    id: `art_${ordinal}`,
    document_id: 'doc_1',
    ordinal,
    text,
    paragraphs: '[]',
    source_offsets: bytes,
    warnings: '[]',
  }));
  await kysely.insertInto('article').values(articles).execute();
  await indexEntities(
    kysely,
    articles.map(({ id }) => ({ type: 'ARTICLE', id })),
  );
});
afterAll(() => test_.drop());

/** A text without what is a sign in a query. */
const asPlain = (text: string) => text.replace(/[-－−(（)）"＂“”「」『』:：]/gu, ' ');

async function search(text: string): Promise<number[]> {
  const query = parseSearchQuery(text);
  if (query.terms.length === 0) return [];
  const filter = { types: ['ARTICLE'], from: null, to: null, area: null } as const;
  const matches = matchEntries(query, filter, 0);
  const { rows } = await sql<{ id: string }>`${matches}`.execute(test_.database.kysely);
  return rows.map(({ id }) => Number(id.slice(4)));
}

/**
 * A passage of 2 to 4 characters of a random text, with a letter, digit or character in it. It cuts no number in two: 26年 is no part of
 * what 2026年 says.
 */
function randomPassage(random: () => number): { text: string; from: number } {
  for (;;) {
    const from = Math.floor(random() * pages.length);
    const { chars, starts, ends } = foldedTexts[from] ?? foldText('');
    const start = Math.floor(random() * (chars.length - 4));
    const end = start + 2 + Math.floor(random() * 3);
    const cuts = (at: number) => numbers[from]?.some((span) => span.start < at && at < span.end);
    const text = (texts[from] ?? '').slice(starts[start], ends[end - 1]);
    if (!cuts(start) && !cuts(end) && parseWordsQuery(text).terms.length > 0) return { text, from };
  }
}

test('any passage of two to four characters is found where it stands, and marked there', async () => {
  const random = randomNumbers(7);
  const missed: string[] = [];
  for (let round = 0; round < 1500; round++) {
    const { text, from } = randomPassage(random);
    const found = await search(asPlain(text));
    // The long text is kept in several rows and must be found as well.
    if (!found.includes(from) || !found.includes(pages.length)) missed.push(text);
    if (highlightField('text', texts[from] ?? '', markedPhrases(parseSearchQuery(text))).length === 0)
      missed.push(`unmarked: ${text}`);
  }
  expect(missed).toEqual([]);
});

test('each of very many names with one ending is found', async () => {
  for (const name of [companies[0], companies[255], companies[256], companies.at(-1)])
    expect(await search(`"${name}"`)).toEqual([pages.length + 1]);
});

test('what is found for a passage of Chinese characters contains it', async () => {
  const random = randomNumbers(11);
  let [found, right] = [0, 0];
  for (let round = 0; round < 500; round++) {
    const { text } = randomPassage(random);
    if (!/^\p{Script=Han}+$/u.test(text)) continue;
    const key = foldText(text).chars.join('');
    for (const index of await search(asPlain(text))) {
      found += 1;
      if (folded[index]?.includes(key)) right += 1;
    }
  }
  expect(found).toBeGreaterThan(100);
  // Synonyms (环保 for 环境保护) are found on purpose.
  expect(right / found).toBeGreaterThan(0.98);
});
