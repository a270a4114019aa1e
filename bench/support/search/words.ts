import { pick } from '../random.ts';
import { askEach } from './ask-search.ts';
import { describeHits, mean, placeOf, printFigure, reciprocal } from './figure.ts';
import { buildMiniSearch } from './mini-search.ts';
import type { Part } from './part.ts';
import { plainWords, type Story } from './stories.ts';

const [SAMPLE, WORDS] = [500, 3];
const WANTED = 0.9;

/** In how many stories each word stands. */
function countStories(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many words tell a body from others: those that stand often in it and in few others (TF-IDF). */
function tellingWords(
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  total: number,
): string[] {
  const weights = new Map<string, number>();
  for (const word of words)
    if ([...word].length > 1 && /^[\p{L}\p{M}]+$/u.test(word))
      weights.set(word, (weights.get(word) ?? 0) + Math.log(total / (counts.get(word) ?? 1)));
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, WORDS)
    .map(([word]) => word);
}

/** How well the three words that tell its body most find an article. */
export const rareWords: Part = async ({ ask, stories, random, peers }) => {
  const cut = new Map<Story, string[]>(stories.map((story) => [story, plainWords(story.body)]));
  const counts = countStories([...cut.values()]);
  const sample = pick(
    stories.filter(({ body }) => body.length >= 50),
    SAMPLE,
    random,
  ).map((story) => ({
    query: tellingWords(cut.get(story) ?? [], counts, stories.length).join(' '),
    copies: story.copies,
  }));
  const mini = await buildMiniSearch(
    peers,
    stories.map(({ id, folded }) => ({ id, text: folded })),
  );
  const peer = mean(sample.map(({ query, copies }) => 1 / (placeOf(mini(query, 10), copies) ?? Infinity)));
  console.log(`three rare words of a body, MiniSearch: MRR@10 ${peer.toFixed(4)} of ${sample.length}`);
  const scores = await askEach(sample, async ({ query, copies }) => {
    const found = await ask(query);
    return { score: reciprocal(found, copies), query, came: describeHits(found.hits) };
  });
  return printFigure({ name: 'three rare words of a body, MRR@10', scores, wanted: WANTED });
};
