import { printVerdict, quantile } from '../figures.ts';
import { askEach } from './ask-search.ts';
import type { Part } from './part.ts';
import type { Story } from './stories.ts';

const COUNT = 10_000;
/** No query may take longer. */
const MOST_MS = 1_000;
/** The longest query, in UTF-16 code units. */
const LONGEST = 300;

/** What the language of queries is made of, and what breaks parsers. */
const PIECES = [
  ...'"“”「」()（）-－—:：|&!*\\\'<>~^{}[]?%_+/=,，。、；;$@#`\u200b\u200d\ufeff\u3000\t\n 0123456789'.split(
    '',
  ),
  ...[
    'OR',
    ' OR ',
    'AND',
    'NOT',
    'headline:',
    'text:',
    'person:',
    'org:',
    'place:',
    'kind:',
    'publisher:',
    'series:',
    'after:',
    'before:',
  ],
  ...[
    'meeting',
    '2022',
    '2022-13-45',
    '２０２２年',
    '第',
    '十二',
    '亿元',
    '%',
    'xijinping',
    'csj',
    '会议',
    '谁',
    '是',
    '的',
    '了',
    '李强',
  ],
  ...[
    '😀',
    '👨‍👩‍👧',
    '𠮷',
    'é',
    'ﬁ',
    '臺灣',
    'が',
    '한국',
    '\u0301',
    '\ud83d',
    '\u0001',
    'ß',
    'İ',
    'ال',
    "';--",
  ],
];

const at = <T>(items: readonly T[], random: () => number) => items[Math.floor(random() * items.length)] as T;

/** A query of pieces of the language and of stories. */
function makeQuery(stories: readonly Story[], random: () => number): string {
  const pieces = Array.from({ length: 1 + Math.floor(random() ** 2 * 30) }, () => {
    if (random() < 0.5) return at(PIECES, random);
    const { folded } = at(stories, random);
    const start = Math.floor(random() * folded.length);
    return folded.slice(start, start + 1 + Math.floor(random() * 12));
  });
  return pieces.join(random() < 0.3 ? ' ' : '').slice(0, LONGEST);
}

/** Whether any text is a query, which is answered soon. */
export const randomQueries: Part = async ({ ask, stories, random }) => {
  const queries = Array.from({ length: COUNT }, () => makeQuery(stories, random));
  const asked = await askEach(queries, async (query) => ({ query, ...(await ask(query)) }));
  const failed = asked.filter(({ errors }) => errors.length > 0);
  const slow = asked.filter(({ ms }) => ms > MOST_MS).sort((a, b) => b.ms - a.ms);
  for (const { query, errors } of failed.slice(0, 5)) console.log(`    ${errors}  ${JSON.stringify(query)}`);
  for (const { query, ms } of slow.slice(0, 5))
    console.log(`    ${ms.toFixed(0)} ms  ${JSON.stringify(query)}`);
  const times = asked.map(({ ms }) => ms);
  console.log(
    `random queries: p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`,
  );
  return [
    printVerdict(
      'random queries that are refused',
      `${failed.length} of ${COUNT} (wanted 0)`,
      failed.length === 0,
    ),
    printVerdict(
      'random queries of more than a second',
      `${slow.length} of ${COUNT} (wanted 0)`,
      slow.length === 0,
    ),
  ].every(Boolean);
};
