/** Two sentences that say the same in two texts. */
export type SentencePair = readonly [left: string, right: string];

const SENTENCE = /[^。！？；]+[。！？；]?/g;
/** A press release has fewer; the rest of a longer text is not compared. */
const MAX_SENTENCES = 250;
/** The least share of character pairs that sentences have in common to be held for the same. */
const MIN_LIKENESS = 0.2;

interface Sentence {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

/** Aligns the sentences of two texts in order, so that as much text as can be stands against text like it. */
export function alignSentences(left: string, right: string): SentencePair[] {
  const [a, b] = [splitSentences(left), splitSentences(right)];
  const weights = a.map((x) => b.map((y) => weighPair(x, y)));
  const best = sumBest(weights, a.length, b.length);
  const pairs: SentencePair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i]?.[j] ?? 0;
    const [x, y, weight] = [a[i], b[j], weights[i]?.[j] ?? 0];
    if (x && y && weight > 0 && here === weight + (best[i + 1]?.[j + 1] ?? 0)) {
      pairs.push([x.text, y.text]);
      i++;
      j++;
    } else if (here === (best[i + 1]?.[j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function splitSentences(text: string): Sentence[] {
  const sentences = (text.match(SENTENCE) ?? []).slice(0, MAX_SENTENCES);
  return sentences.map((sentence) => ({ text: sentence, pairs: listPairs(sentence) }));
}

function listPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** How much text two sentences share; 0 where too little of it for them to say the same. */
function weighPair(a: Sentence, b: Sentence): number {
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared++;
  const likeness = (2 * shared) / (a.pairs.size + b.pairs.size || 1);
  return likeness < MIN_LIKENESS ? 0 : shared;
}

/** For each place in both texts the most weight that can be aligned from there on. */
function sumBest(weights: readonly (readonly number[])[], rows: number, columns: number): Float64Array[] {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    const [here, below] = [best[i], best[i + 1]];
    if (here === undefined || below === undefined) continue;
    for (let j = columns - 1; j >= 0; j--) {
      const matched = (weights[i]?.[j] ?? 0) + (below[j + 1] ?? 0);
      here[j] = Math.max(below[j] ?? 0, here[j + 1] ?? 0, matched);
    }
  }
  return best;
}
