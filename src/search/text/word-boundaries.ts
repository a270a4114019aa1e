import type { FoldedText } from './fold-text.ts';
import { cutWords } from './segment.ts';
import { type Run, splitRuns } from './split-runs.ts';

/** Characters as people see them: an emoji of several code points is one. */
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Where a text may be cut: between words of the segmenter, as the folded text has them, and between characters as people see them. It needs
 * the segmenter, which only the thread of words has; of a text no more is cut into words than the runs that are asked about.
 */
export class WordBoundaries {
  private readonly text: string;
  private readonly folded: FoldedText;
  private readonly runs: readonly Run[];
  private readonly graphemes: Intl.Segments;
  /** Where the words of runs begin, by run: indexes of the folded text. */
  private readonly words = new Map<Run, ReadonlySet<number>>();

  constructor(text: string, folded: FoldedText) {
    this.text = text;
    this.folded = folded;
    this.runs = splitRuns(folded.chars);
    this.graphemes = GRAPHEMES.segment(text);
  }

  /** The last boundary that is not behind `at`. */
  before(at: number): number {
    let place = Math.min(at, this.text.length);
    while (place > 0 && !this.isAt(place)) place -= 1;
    return place;
  }

  /** The first boundary that is not before `at`. */
  after(at: number): number {
    let place = Math.max(0, at);
    while (place < this.text.length && !this.isAt(place)) place += 1;
    return Math.min(place, this.text.length);
  }

  private isAt(at: number): boolean {
    if (at <= 0 || at >= this.text.length) return true;
    if (this.graphemes.containing(at)?.index !== at) return false;
    const index = firstFrom(this.folded.starts, at);
    const run = this.runs[firstFrom(this.runs, index + 1, ({ start }) => start) - 1];
    if (!run || index >= run.start + run.chars.length || index === run.start) return true;
    return run.kind === 'han' && this.wordsOf(run).has(index);
  }

  private wordsOf(run: Run): ReadonlySet<number> {
    const known = this.words.get(run);
    if (known) return known;
    const words = new Set(cutWords(run.chars.join('')).map(({ start }) => run.start + start));
    this.words.set(run, words);
    return words;
  }
}

/** The index of the first of ascending values that is not less than `wanted`. */
function firstFrom<T>(sorted: readonly T[], wanted: number, placeOf = (value: T) => Number(value)): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(sorted[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
