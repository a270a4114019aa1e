import { type FoldedText, foldText } from '../text/fold-text.ts';
import { WordBoundaries } from '../text/word-boundaries.ts';
import type { Phrase } from './search-query.ts';

/** A half-open range of a snippet, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A passage of a field, with the places that matched. */
export interface Highlight {
  readonly field: string;
  /** A part of the field, unchanged. */
  readonly snippet: string;
  /** What matched, in order, without overlaps: ranges into the snippet. */
  readonly ranges: readonly Range[];
}

/** The passages of each row of the index that matches. */
export type HighlightRows = readonly (readonly { readonly field: string; readonly text: string }[])[];

/** Longer fields are cut to passages of about this many UTF-16 code units. */
const SNIPPET_LENGTH = 120;

/** How much of a passage stands before its first match. */
const LEAD = 30;

/** The most passages of one text. */
const MAX_SNIPPETS = 3;

/** The most passages of one hit. */
export const MAX_HIGHLIGHTS = 10;

/** The passages of a hit that match, in the order of the rows of the index: those of names first. */
export function highlightRows(rows: HighlightRows, phrases: readonly Phrase[]): Highlight[] {
  return rows
    .flat()
    .flatMap(({ field, text }) => highlightField(field, text, phrases))
    .slice(0, MAX_HIGHLIGHTS);
}

/**
 * The passages of `text` that match, in order; none where nothing does. A short text is one; of a longer one they are cut between words, and
 * never through a match. All of a passage that matches any of `phrases` is marked.
 */
export function highlightField(field: string, text: string, phrases: readonly Phrase[]): Highlight[] {
  const folded = foldText(text);
  const ranges = mergeRanges(phrases.flatMap((phrase) => findPhrase(folded, phrase)));
  if (ranges.length === 0) return [];
  if (text.length <= SNIPPET_LENGTH) return [{ field, snippet: text, ranges }];
  const boundaries = new WordBoundaries(text, folded);
  return passages(text, ranges, boundaries).map(({ start, end }) => ({
    field,
    snippet: text.slice(start, end),
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start - start, end: range.end - start })),
  }));
}

/** Where a phrase stands in the original of a folded text. */
function findPhrase({ chars, starts, ends }: FoldedText, phrase: Phrase): Range[] {
  const [first] = phrase;
  if (!first) return [];
  const found: Range[] = [];
  for (let at = 0; at < chars.length; at++) {
    if (!phrase.every((run) => standsAt(chars, at + run.start - first.start, run.chars))) continue;
    for (const run of phrase) {
      const from = at + run.start - first.start;
      found.push({ start: starts[from] ?? 0, end: ends[from + run.chars.length - 1] ?? 0 });
    }
  }
  return found;
}

function standsAt(chars: readonly string[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((char, index) => chars[at + index] === char);
}

/** Ranges in order, those that touch or overlap made one. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/** The passages around the matches, from the first match on. */
function passages(text: string, ranges: readonly Range[], boundaries: WordBoundaries): Range[] {
  const result: Range[] = [];
  for (const [index, range] of ranges.entries()) {
    const from = result.at(-1)?.end ?? 0;
    if (range.end <= from) continue;
    if (result.length === MAX_SNIPPETS) break;
    const start = startOfPassage(text, { from, range }, boundaries);
    const most = Math.max(range.end, start + SNIPPET_LENGTH);
    result.push({ start, end: endOfPassage(most, ranges.slice(index), boundaries) });
  }
  return result;
}

/** Where the passage of a match begins, not before `from`: some way before it, or as late as the word in which it stands. */
function startOfPassage(
  text: string,
  { from, range }: { readonly from: number; readonly range: Range },
  boundaries: WordBoundaries,
): number {
  const start = boundaries.after(Math.max(from, sentenceStart(text, range.start)));
  return start <= range.start ? start : boundaries.before(range.start);
}

/**
 * Where a passage ends that has room up to `most`: with a word, before a match that does not fit. `ranges` are its first match and those behind it.
 */
function endOfPassage(most: number, ranges: readonly Range[], boundaries: WordBoundaries): number {
  const isThrough = (range: Range, at: number) => range.start < at && at < range.end;
  let end = boundaries.before(most);
  for (let index = ranges.length - 1; index > 0; index--) {
    const range = ranges[index] as Range;
    if (isThrough(range, end)) end = boundaries.before(range.start);
  }
  const [first] = ranges;
  if (first === undefined || end >= first.end) return end;
  // The word in which the match ends goes on; the next match may begin in it.
  end = first.end;
  for (const range of ranges) {
    end = boundaries.after(end);
    if (isThrough(range, end)) end = range.end;
  }
  return boundaries.after(end);
}

/** Where the sentence around `at` begins, or a place LEAD before it if that is nearer. */
function sentenceStart(text: string, at: number): number {
  const earliest = Math.max(0, at - LEAD);
  for (let start = at; start > earliest; start--) {
    if ('。！？\n'.includes(text.charAt(start - 1))) return start;
  }
  return earliest;
}
