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
  const weights = weighPairs(a, b);
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

/** How much text each sentence shares with each of the others; 0 where too little of it for them to say the same. */
function weighPairs(left: readonly Sentence[], right: readonly Sentence[]): number[][] {
  const places = listPlaces(right);
  return left.map(({ pairs }) => {
    const shared = new Uint32Array(right.length);
    for (const pair of pairs) for (const at of places.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    return right.map((other, at) => {
      const weight = shared[at] ?? 0;
      const likeness = (2 * weight) / (pairs.size + other.pairs.size || 1);
      return likeness < MIN_LIKENESS ? 0 : weight;
    });
  });
}

/** The sentences that hold each pair of characters: most hold others, and need not be looked at. */
function listPlaces(sentences: readonly Sentence[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { pairs }] of sentences.entries())
    for (const pair of pairs) {
      const known = places.get(pair);
      if (known) known.push(at);
      else places.set(pair, [at]);
    }
  return places;
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
