import { sql } from 'kysely';
import { ENTITY_TYPES } from '../../../src/search/entities/entity-type.ts';
import { MAX_QUERY, matchEntries } from '../../../src/search/match/match-entries.ts';
import { type Expression, parseQuery } from '../../../src/search/query/parse-query.ts';
import { anyQuery, matchQuery, parseSearchQuery } from '../../../src/search/query/search-query.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

/** An expression in few words. */
function show(expression: Expression | null): string {
  if (expression === null) return '';
  switch (expression.op) {
    case 'term': {
      const { text, field, isQuoted } = expression.term;
      return `${field === 'any' ? '' : `${field}:`}${isQuoted ? `"${text}"` : text}`;
    }
    case 'test': {
      const { test } = expression;
      if (test.of === 'days') return `${test.days.from ?? ''}..${test.days.to ?? ''}`;
      return `${test.of}=${test.of === 'kind' ? test.types.join() : test.key}`;
    }
    case 'not':
      return `-${show(expression.part)}`;
    default:
      return `(${expression.parts.map(show).join(expression.op === 'and' ? ' ' : ' | ')})`;
  }
}

test.each([
  ['太湖', '太湖'],
  ['李强 -会见', '(李强 -会见)'],
  ['李强 －“会见 外宾”', '(李强 -"会见 外宾")'],
  ['太湖 OR 巢湖', '(太湖 | 巢湖)'],
  ['治理 太湖 OR 巢湖 OR 滇池 规划', '(治理 (太湖 | 巢湖 | 滇池) 规划)'],
  ['(太湖 治理) OR （巢湖 -规划）', '((太湖 治理) | (巢湖 -规划))'],
  ['headline:常务会议', 'name:常务会议'],
  ['HEADLINE：常务会议 text:"太湖 蓝藻"', '(name:常务会议 text:"太湖 蓝藻")'],
  ['text:(太湖 OR 巢湖) 水质', '((text:太湖 | text:巢湖) 水质)'],
  ['person:李强 kind:会议', '(person=李强 kind=MEETING)'],
  ['-kind:article 太湖', '(-kind=ARTICLE 太湖)'],
  ['after:2022-08 before:2023年', '(2022-08-01.. ..2022-12-31)'],
  [
    'place:浙江 org:"生态环境部" series:x publisher:新华社',
    '(place=浙江 org=生态环境部 series=x publisher=新华社)',
  ],
  ['1,000人，增长5%', '(1,000人 增长5%)'],
  ['PM2.5浓度', 'pm2.5浓度'],
  ['中\u200b国', '中国'],
  ['((太湖', '太湖'],
  ['太湖)) 巢湖', '(太湖 巢湖)'],
  ['OR 太湖', '(or 太湖)'],
  ['太湖 OR', '(太湖 or)'],
  ['太湖 - 巢湖', '(太湖 巢湖)'],
  ['"太湖', '太湖'],
])('%s is understood as %s', (text, expected) => {
  const { expression, notes } = parseQuery(text);
  expect(show(expression)).toBe(expected);
  expect(notes).toEqual([]);
});

test.each([
  ['foo:太湖', '(foo 太湖)', 'UNKNOWN_FIELD'],
  ['kind:太湖', '太湖', 'UNKNOWN_VALUE'],
  ['after:明天 太湖', '(明天 太湖)', 'UNKNOWN_VALUE'],
  ['headline:', 'headline', 'UNKNOWN_FIELD'],
  ['-太湖', '', 'ONLY_EXCLUDED'],
  ['', '', 'EMPTY'],
  ['，。！""', '', 'EMPTY'],
  [`太湖 ${'('.repeat(9)}巢湖`, '太湖', 'TOO_MANY_TERMS'],
])('%j is taken as %j and said in the notes', (text, expected, reason) => {
  const { expression, notes } = parseQuery(text);
  expect(show(expression)).toBe(expected);
  expect(notes.map((note) => note.reason)).toEqual([reason]);
});

test('no more terms than 24 are looked for', () => {
  const { expression, notes } = parseQuery(
    Array.from({ length: 40 }, (_, index) => `词${index}甲`).join(' '),
  );
  expect(expression?.op === 'and' && expression.parts).toHaveLength(24);
  expect(notes).toEqual([expect.objectContaining({ reason: 'TOO_MANY_TERMS' })]);
});

const PIECES = Array.from(
  '太湖蓝藻治理李强会见二十届第十二次5%１月８日2026年6月，。：:-－()（）"“”「」\'\\|&!*<>~ \t\0\u200b😀𠮷é한あ①㎡\ud800',
);
const WORDS = [
  'OR',
  'headline:',
  'text:',
  'person:',
  'kind:',
  'after:',
  'before:',
  'place：',
  'series:',
  'publisher:',
  'org:',
  'PM2.5',
  '1,000',
  'x:',
  '会议',
  '2022-08-17',
  'G20',
];

/** Texts of anything that may stand in a query, the same in every run. */
function* randomQueries(count: number): Generator<string> {
  let state = 3;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let round = 0; round < count; round++) {
    let text = '';
    for (let size = random(30); size > 0; size--)
      text +=
        random(4) === 0
          ? `${WORDS[random(WORDS.length)]}${random(2) ? ' ' : ''}`
          : PIECES[random(PIECES.length)];
    yield text.slice(0, MAX_QUERY);
  }
}

describe('any text is a query', () => {
  let test_: TestDatabase;
  beforeAll(async () => {
    test_ = await createTestDatabase();
  });
  afterAll(() => test_.drop());

  test('PostgreSQL takes what is looked for', async () => {
    const queries = new Set<string>();
    for (const text of randomQueries(4_000)) {
      const query = parseSearchQuery(text);
      const terms = query.terms.flatMap((term) => [term.query, term.allWords ?? '']);
      const words = query.words.flatMap((word) => [word.query, word.parts]);
      for (const found of [...terms, ...words, matchQuery(query), anyQuery(query)]) queries.add(found);
    }
    queries.delete('');
    expect(queries.size).toBeGreaterThan(2_500);
    const all = await sql<{
      empty: number;
    }>`SELECT count(*) FILTER (WHERE numnode(text::tsquery) = 0)::integer AS empty
      FROM unnest(${[...queries]}::text[]) AS query(text)`.execute(test_.database.kysely);
    expect(all.rows).toEqual([{ empty: 0 }]);
  });

  test('and searches with it', async () => {
    const filter = { types: ENTITY_TYPES, from: null, to: null, area: null };
    for (const text of randomQueries(300)) {
      const found = await sql`${matchEntries(parseSearchQuery(text), filter)}`.execute(test_.database.kysely);
      expect(found.rows).toEqual([]);
    }
  });
});
