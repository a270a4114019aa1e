import { type AskSearch, askEach, askForAll } from './ask-search.ts';
import { describeHits, printFigure } from './figure.ts';
import type { Part, Quality } from './part.ts';
import { plainWords, type Story } from './stories.ts';

const [VERBATIM, SUBSTRINGS] = [300, 300];
const WANTED = { verbatim: 0.98, all: 1 } as const;
/** A phrase has so many others that hold all of its words, and no more than a page that holds it. */
const [FEWEST_LOOSE, MOST_VERBATIM] = [3, 10];
/** No substring is drawn that more stories hold: all of them are asked for. */
const MOST_HOLDERS = 200;

const PLAIN = /^[\p{Script=Han}]+$/u;
const at = <T>(items: readonly T[], random: () => number) => items[Math.floor(random() * items.length)] as T;

/** Draws until there are `count` distinct ones that `draw` gives something for. */
function drawDistinct<T extends { query: string }>(count: number, draw: () => T | null): T[] {
  const drawn = new Map<string, T>();
  for (let tries = 0; drawn.size < count && tries < count * 500; tries++) {
    const one = draw();
    if (one !== null) drawn.set(one.query, one);
  }
  return [...drawn.values()];
}

/** The ids of the stories that hold a folded text. */
const holders = (stories: readonly Story[], text: string) =>
  new Set(stories.filter(({ folded }) => folded.includes(text)).map(({ id }) => id));

/** Two to four words in a row of a story, which others hold apart from each other. */
function drawLoosePhrase(stories: readonly Story[], random: () => number) {
  const words = plainWords(at(stories, random).body);
  const start = Math.floor(random() * words.length);
  const chosen = words.slice(start, start + 2 + Math.floor(random() * 3));
  const query = chosen.join('');
  if (chosen.length < 2 || query.length < 4 || !PLAIN.test(query)) return null;
  if (chosen.some((word) => word.length < 2)) return null;
  const right = holders(stories, query);
  // Words that are cut from both sides of a mark stand in a row nowhere.
  if (right.size === 0 || right.size > MOST_VERBATIM) return null;
  const loose = stories.filter(({ folded }) => chosen.every((word) => folded.includes(word)));
  return loose.length - right.size >= FEWEST_LOOSE ? { query, right } : null;
}

/** Whether the first of all articles found holds the phrase as it was typed, where others hold its words. */
export const verbatim: Part = async ({ ask, stories, random }) => {
  const sample = drawDistinct(VERBATIM, () => drawLoosePhrase(stories, random));
  const scores = await askEach(sample, async ({ query, right }) => {
    const { hits } = await ask(query, { types: ['ARTICLE'] });
    const [first] = hits;
    return { score: first && right.has(first.id) ? 1 : 0, query, came: describeHits(hits) };
  });
  return printFigure({ name: 'verbatim text first', scores, wanted: WANTED.verbatim });
};

/** What numbers are written with: a number is one word, of which no part is looked for, and 一天 is 1天. */
const NUMERAL = /[\p{N}%〇零一二两三四五六七八九十百千万亿]/u;

/** A substring of a story of two to eight characters that cuts no number, with a mark inside where `marked`. */
function drawSubstring(stories: readonly Story[], random: () => number, marked: boolean) {
  const { folded } = at(stories, random);
  const size = 2 + Math.floor(random() * 7) + (marked ? 2 : 0);
  const start = Math.floor(random() * (folded.length - size));
  const query = folded.slice(start, start + size);
  const isFit = marked
    ? /^[\p{Script=Han}\p{N}][\p{Script=Han}\p{N},、。;:《》—·]*[\p{Script=Han}\p{N}]$/u.test(query) &&
      /[^\p{Script=Han}\p{N}]/u.test(query)
    : PLAIN.test(query);
  if (!isFit || query.length < 2 || NUMERAL.test(query.at(0) ?? '') || NUMERAL.test(query.at(-1) ?? ''))
    return null;
  const right = holders(stories, query);
  return right.size <= MOST_HOLDERS ? { query, right } : null;
}

interface Drawn {
  readonly query: string;
  readonly right: ReadonlySet<string>;
}

/** The share of what holds a substring that is found by it. */
async function recall(ask: AskSearch, { query, right }: Drawn) {
  const hits = await askForAll(ask, query, ['ARTICLE'], (some) => {
    const ids = new Set(some.map(({ id }) => id));
    return [...right].every((id) => ids.has(id));
  });
  const found = new Set(hits.map(({ id }) => id));
  const count = [...right].filter((id) => found.has(id)).length;
  return { score: count / right.size, query, came: `${count} of ${right.size}` };
}

/** The share of what a quoted phrase finds that holds it; nothing where it does not find all that holds it. */
async function precision(ask: AskSearch, { query, right }: Drawn) {
  const hits = await askForAll(ask, `"${query}"`, ['ARTICLE'], () => false);
  const count = hits.filter(({ id }) => right.has(id)).length;
  const wrong = hits.filter(({ id }) => !right.has(id));
  const came = `${count} of ${right.size}, and ${wrong.length} without it: ${describeHits(wrong)}`;
  return { score: count < right.size ? 0 : count / hits.length, query, came };
}

/** Whether all that holds a substring is found by it, and a quoted one finds all that holds it and nothing else. */
export const substrings: Part = async ({ ask, stories, random }: Quality) => {
  const isWordy = ({ query }: Drawn) => !NUMERAL.test(query);
  const plain = drawDistinct(SUBSTRINGS, () => drawSubstring(stories, random, false));
  const marked = drawDistinct(SUBSTRINGS, () => drawSubstring(stories, random, true));
  return [
    printFigure({
      name: 'substrings, recall',
      scores: await askEach(plain, (one) => recall(ask, one)),
      wanted: WANTED.all,
    }),
    printFigure({
      name: 'quoted phrases, precision with all found',
      scores: await askEach(plain.filter(isWordy), (one) => precision(ask, one)),
      wanted: WANTED.all,
    }),
    printFigure({
      name: 'quoted phrases with marks inside, precision with all found',
      scores: await askEach(marked.filter(isWordy), (one) => precision(ask, one)),
      wanted: WANTED.all,
    }),
  ].every(Boolean);
};
