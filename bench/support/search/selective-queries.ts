import { pick } from '../random.ts';

/** A word of a text, with what tells its frequency. */
interface RankedWord {
  readonly word: string;
  readonly rank: number;
}

/** A text as its words. */
export interface WordedText {
  readonly words: readonly RankedWord[];
}

/** How many queries there are. */
const QUERIES = 300;
/** A query of one word finds so many documents at most; of two words each stands in so many at most. */
const [MOST_OF_ONE, MOST_OF_TWO] = [50, 500];

/**
 * Queries that find some dozens of documents: a rare word, two words that stand in one document, and two in a row of it as they stand.
 *
 * @param countOf in how many documents a word stands, by its rank.
 */
export function drawSelective(
  texts: readonly WordedText[],
  countOf: (rank: number) => number,
  random: () => number,
): string[] {
  const queries = new Set<string>();
  const isRare = ({ word, rank }: RankedWord, most: number) => [...word].length > 1 && countOf(rank) <= most;
  for (let turn = 0; queries.size < QUERIES && turn < QUERIES * 100; turn++) {
    const { words } = texts[Math.floor(random() * texts.length)] ?? { words: [] };
    const rare = words.filter((word) => isRare(word, MOST_OF_TWO));
    const kind = turn % 3;
    if (kind === 0) {
      const [one] = pick(
        rare.filter((word) => isRare(word, MOST_OF_ONE)),
        1,
        random,
      );
      if (one) queries.add(one.word);
    } else if (kind === 1) {
      const [one, other] = pick(rare, 2, random);
      if (one && other && one.word !== other.word) queries.add(`${one.word} ${other.word}`);
    } else {
      const at = Math.floor(random() * words.length);
      const [one, other] = [words[at], words[at + 1]];
      if (one && other && (isRare(one, MOST_OF_ONE) || isRare(other, MOST_OF_ONE)))
        queries.add(one.word + other.word);
    }
  }
  return [...queries];
}
