import { createRandom } from '../random.ts';

/** Words by how frequent they are. */
export interface Vocabulary {
  /** The word of a rank, from 0, the most frequent. */
  wordAt(rank: number): string;
  /** A rank, drawn as often as its word is said. */
  drawRank(random: () => number): number;
}

/** How many words there are: those of the stories, and made-up ones that are rarer. */
export const RANKS = 1_000_000;
/** Zipf's law as Mandelbrot mended it for the most frequent words: 1 / (rank + shift) ** power. */
const [SHIFT, POWER] = [2.7, 1.07];
/** Of so many characters rare words are made. */
const CHARACTERS = 2_000;

/** A vocabulary of words in the order of their frequency, and of made-up ones beyond: names and terms of two to four of the same characters. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const characters = [...new Set(words.join(''))].slice(0, CHARACTERS);
  const sums = new Float64Array(RANKS);
  let sum = 0;
  for (let rank = 0; rank < RANKS; rank++) {
    sum += 1 / (rank + SHIFT) ** POWER;
    sums[rank] = sum;
  }
  const makeUp = (rank: number) => {
    const random = createRandom(rank * 2_654_435_761);
    // The first numbers of neighbouring seeds are alike.
    random();
    const size = 2 + (rank % 3);
    return Array.from({ length: size }, () => characters[Math.floor(random() * characters.length)]).join('');
  };
  return {
    wordAt: (rank) => words[rank] ?? makeUp(rank),
    drawRank(random) {
      const wanted = random() * sum;
      let [low, high] = [0, RANKS - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
