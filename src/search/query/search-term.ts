import type { EntityType } from '../entities/entity-type.ts';
import { foldForms } from '../text/fold-forms.ts';
import { spellings } from '../text/numbers.ts';
import { type Run, splitRuns } from '../text/split-runs.ts';
import { withSynonyms } from '../text/synonyms.ts';
import { type Days, dayAtStart, readDays } from './day-range.ts';
import { kindMeant } from './kind-names.ts';
import { phraseQuery, type SearchedField } from './phrase-query.ts';
import { type QueryWord, wordsOf } from './query-words.ts';

/** Runs of characters that stand at fixed distances from each other. */
export type Phrase = readonly Run[];

/** One of the terms of a query. */
export interface SearchTerm {
  /** Its text, folded. */
  readonly text: string;
  readonly field: SearchedField;
  /** Whether it is looked for as it stands alone. */
  readonly isQuoted: boolean;
  /** tsquery of the term as it stands, and of its synonyms. */
  readonly query: string;
  /** tsquery of all words of a long term, which may stand anywhere; null for quoted and for short terms. */
  readonly allWords: string | null;
  /**
   * The forms of a quoted passage with marks in it, folded as the graph's texts are in SQL: between its runs those very marks stand. Empty for
   * other terms.
   */
  readonly passages: readonly string[];
  /** The words of a term that is not quoted, for ranking and for what has most of them. */
  readonly words: readonly QueryWord[];
  /** What it is marked by: the term itself, its synonyms, and the words of a long term. */
  readonly marks: readonly Phrase[];
  /** The days that it says: what happened on them is meant as well. */
  readonly days: Days | null;
  /** The kind that it calls: what is of it is meant as well. */
  readonly kind: EntityType | null;
  /** The day that a term begins with, and what comes after it (2026年6月会议): they may stand apart. Empty for other terms. */
  readonly apart: readonly SearchTerm[];
}

/** A long term is also found by its words; shorter ones are taken as they are. */
const LOOSE_FROM = 5;

/** How a term is looked for. */
export interface TermOptions {
  readonly field: SearchedField;
  readonly isQuoted: boolean;
}

/** A term of folded characters, with what stands between its runs; null where nothing of it is searched. */
export function createTerm(chars: readonly string[], { field, isQuoted }: TermOptions): SearchTerm | null {
  if (splitRuns(chars).length === 0) return null;
  const text = chars.join('');
  const variants = (isQuoted ? [text] : withSynonyms(text)).map((variant) => Array.from(variant));
  const words = isQuoted ? [] : wordsOf(chars, field);
  const isLong = splitRuns(chars).reduce((sum, run) => sum + run.chars.length, 0) >= LOOSE_FROM;
  const whole = words.filter(({ isNeeded }) => isNeeded);
  const isLoose = !isQuoted && isLong && whole.length > 1;
  const shown = [...variants, ...(isLoose ? whole.map((word) => Array.from(word.text)) : [])];
  return {
    text,
    field,
    isQuoted,
    query: joinQueries(variants.map((variant) => phraseQuery(variant, field))),
    allWords: isLoose ? whole.map(({ query }) => `(${query})`).join(' & ') : null,
    passages: isQuoted ? passageForms(chars) : [],
    words,
    marks: shown.flatMap(spellings).map(splitRuns),
    days: isQuoted || field !== 'any' ? null : readDays(text),
    kind: isQuoted || field !== 'any' ? null : kindMeant(text),
    apart: isQuoted || field !== 'any' ? [] : takeApart(chars),
  };
}

/** The forms of a passage between whose first and last character something stands that is not searched, but white space; else none. */
function passageForms(chars: readonly string[]): readonly string[] {
  const runs = splitRuns(chars);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [];
  const passage = chars.slice(first.start, last.start + last.chars.length);
  const searched = new Set(
    runs.flatMap(({ start, chars: own }) => own.map((_, at) => start + at - first.start)),
  );
  return passage.some((char, at) => !searched.has(at) && !/\s/u.test(char))
    ? foldForms(passage.join(''))
    : [];
}

/** The month or day that a term begins with, and what comes after it. */
function takeApart(chars: readonly string[]): SearchTerm[] {
  const found = dayAtStart(chars);
  // A year says little, and is a part of names: 2022年工作要点.
  if (found === null || found.size === chars.length || found.size < 6) return [];
  const parts = [chars.slice(0, found.size), chars.slice(found.size)];
  const terms = parts.map((part) => createTerm(part, { field: 'any', isQuoted: false }));
  return terms.includes(null) ? [] : (terms as SearchTerm[]);
}

function joinQueries(queries: readonly string[]): string {
  return [...new Set(queries)].map((query) => `(${query})`).join(' | ');
}
