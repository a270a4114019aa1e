import { NEWS_WORDS } from '../lexicon/news-words.ts';
import { compileAny } from '../text/compile-words.ts';
import { alignSentences, type SentencePair } from './align-sentences.ts';
import { haveSameNumbers } from './have-same-numbers.ts';
import { listEdits, type SentenceEdit } from './list-edits.ts';

/** What two articles are to each other that carry the same release. */
export interface CopyComparison {
  /** The share of their characters that both have in the same order, 0–1. */
  readonly similarity: number;
  /** Which of them a machine made of the other by replacing words; null where neither is. */
  readonly spun: 'left' | 'right' | null;
}

/** Copies have this much in common, short ones more: the form of a notice alone is a good part of it … */
const MIN_COPY = 0.7;
const MIN_SHORT_COPY = 0.92;
const SHORT = 200;
/** … or the shorter stands in the longer, of which it is a good part. */
const MIN_WITHIN = 0.9;
const MIN_PART = 0.3;
/** Copies that somebody reworded, nobody can say who, keep this much: else the words that were replaced may be names. */
const MIN_REWORDED_COPY = 0.85;
/** Spun copies keep this much. */
const MIN_SPUN = 0.35;
/** From so many replaced words in a hundred characters on, no editor did it. */
const MIN_RATE = 2.5;
const MIN_REPLACED = 8;
/** Longer passages are rewritten, not replaced. */
const MAX_WORD = 6;
/** The share of the changes that single words make up. */
const MIN_WORDWISE = 0.6;
/** By how many news words, at least and of ten replaced ones, the spun version has less. */
const MIN_LEAD = 3;
const LEAD_RATE = 0.15;
const HAN = /\p{Script=Han}/u;
const NEWS_WORD = new RegExp(compileAny(NEWS_WORDS).source, 'g');

/**
 * Compares the running text of two articles (see `readCopyText`); null where they are no copies of one release. Reports
 * of one form on two events are none: the numbers differ, or the words that are replaced are names. Symmetric.
 */
export function compareCopies(left: string, right: string): CopyComparison | null {
  if (left === right) return { similarity: 1, spun: null };
  if (left > right) return mirror(compareCopies(right, left));
  if (!haveSameNumbers(left, right)) return null;
  const pairs = alignSentences(left, right);
  const { kept, edits } = changeOf(pairs);
  const similarity = (2 * kept) / (left.length + right.length || 1);
  const [shorter, longer] = [Math.min(left.length, right.length), Math.max(left.length, right.length)];
  if (isReworded(pairs, edits, left.length + right.length) && shorter >= SHORT) {
    const spun = findSpun(pairs, edits.filter(isReplacedWord).length);
    return similarity >= (spun === null ? MIN_REWORDED_COPY : MIN_SPUN) ? { similarity, spun } : null;
  }
  const within = kept >= MIN_WITHIN * shorter && shorter >= MIN_PART * longer && shorter >= SHORT;
  const enough = similarity >= (shorter >= SHORT ? MIN_COPY : MIN_SHORT_COPY);
  return enough || within ? { similarity, spun: null } : null;
}

function mirror(comparison: CopyComparison | null): CopyComparison | null {
  if (comparison === null || comparison.spun === null) return comparison;
  return { ...comparison, spun: comparison.spun === 'left' ? 'right' : 'left' };
}

function changeOf(pairs: readonly SentencePair[]): { kept: number; edits: SentenceEdit[] } {
  const changes = pairs.map(([x, y]) => listEdits(x, y));
  return {
    kept: changes.reduce((sum, change) => sum + change.kept, 0),
    edits: changes.flatMap((change) => change.edits),
  };
}

/** Whether words were replaced throughout, and little else was changed. `length` is that of both texts. */
function isReworded(pairs: readonly SentencePair[], edits: readonly SentenceEdit[], length: number): boolean {
  const replaced = edits.filter(isReplacedWord);
  const aligned = sumLengths(pairs, 0);
  const changed = sizeOf(edits) + length - aligned - sumLengths(pairs, 1);
  return (
    replaced.length >= MIN_REPLACED &&
    100 * replaced.length >= MIN_RATE * aligned &&
    sizeOf(replaced) >= MIN_WORDWISE * changed
  );
}

/** A word for a word: Chinese on both sides, neither longer than words are. */
function isReplacedWord({ left, right }: SentenceEdit): boolean {
  return left.length <= MAX_WORD && right.length <= MAX_WORD && HAN.test(left) && HAN.test(right);
}

const sizeOf = (edits: readonly SentenceEdit[]) =>
  edits.reduce((sum, edit) => sum + edit.left.length + edit.right.length, 0);

const sumLengths = (pairs: readonly SentencePair[], side: 0 | 1) =>
  pairs.reduce((sum, pair) => sum + pair[side].length, 0);

/** The version with fewer of the words that releases use; null where both have as many. */
function findSpun(pairs: readonly SentencePair[], replaced: number): CopyComparison['spun'] {
  const count = (side: 0 | 1) => countNewsWords(pairs.map((pair) => pair[side]).join(''));
  const lead = count(0) - count(1);
  if (Math.abs(lead) < Math.max(MIN_LEAD, LEAD_RATE * replaced)) return null;
  return lead < 0 ? 'left' : 'right';
}

const countNewsWords = (text: string) => text.match(NEWS_WORD)?.length ?? 0;
