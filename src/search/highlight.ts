import { type FoldedText, foldText } from './fold-text.ts';
import type { Phrase, SearchQuery } from './search-query.ts';

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
export function highlightRows(rows: HighlightRows, query: SearchQuery): Highlight[] {
  return rows
    .flat()
    .flatMap(({ field, text }) => highlightField(field, text, query))
    .slice(0, MAX_HIGHLIGHTS);
}

/** The passages of `text` that match `query`, in order; none where nothing matches. */
export function highlightField(field: string, text: string, query: SearchQuery): Highlight[] {
  const folded = foldText(text);
  const phrases = query.terms.flatMap((term) => [...term.phrases, ...term.words]);
  const ranges = mergeRanges(phrases.flatMap((phrase) => findPhrase(folded, phrase)));
  if (ranges.length === 0) return [];
  if (text.length <= SNIPPET_LENGTH) return [{ field, snippet: text, ranges }];
  return passages(text, ranges).map(({ start, end }) => ({
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
function passages(text: string, ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range.end <= last.end) continue;
    if (result.length === MAX_SNIPPETS) break;
    const start = Math.max(last?.end ?? 0, sentenceStart(text, range.start));
    const end = Math.min(text.length, Math.max(range.end, start + SNIPPET_LENGTH));
    result.push({ start: atCharacter(text, start), end: atCharacter(text, end) });
  }
  return result;
}

/** Where the sentence around `at` begins, or a place LEAD before it if that is nearer. */
function sentenceStart(text: string, at: number): number {
  const earliest = Math.max(0, at - LEAD);
  for (let start = at; start > earliest; start--) {
    if ('。！？\n'.includes(text.charAt(start - 1))) return start;
  }
  return earliest;
}

/** `at`, moved off the middle of a surrogate pair. */
function atCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
