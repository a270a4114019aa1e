import { type FoldedText, foldText } from './fold-text.ts';
import { quoteLexeme } from './search-vector.ts';
import { cutWords, longWords } from './segment.ts';
import { type Run, splitRuns } from './split-runs.ts';
import { withSynonyms } from './synonyms.ts';

/** Runs of characters that stand at fixed distances from each other. */
export type Phrase = readonly Run[];

/** One of the terms of a query; all of them must be found. */
export interface SearchTerm {
  /** The term itself, and its synonyms. */
  readonly phrases: readonly Phrase[];
  /** The words of a long term; they may stand anywhere. Empty for quoted and for short terms. */
  readonly words: readonly Phrase[];
  /** The words of three characters and more in the phrases: what the index holds as one lexeme. */
  readonly longWords: readonly string[];
}

/** A search query, understood: plain data, made by the thread of words (`words.ts`) and used anywhere. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** The whole query folded, without what stands between runs: equals the key of a title that was typed in full. */
  readonly key: string;
}

/** A long term is also found by its words; shorter ones are taken as they are. */
const LOOSE_FROM = 5;

/** The most terms that are looked for. */
const MAX_TERMS = 16;

/** The longest word that the index may hold as one lexeme, for the words of a language. */
const MAX_WORD = 8;

const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」/g;

/**
 * Understands a search query: terms divided by white space and punctuation, all of which must be found; a quoted
 * passage is one term. A query without a letter, digit or character has no terms.
 *
 * @example parseSearchQuery('长三角 "联防联控"').terms.length // 2
 */
export function parseSearchQuery(text: string): SearchQuery {
  const quoted = [...text.matchAll(QUOTED)].map(([, plain, curly, corner]) => plain ?? curly ?? corner ?? '');
  const rest = text.replace(QUOTED, ' ');
  const terms = [
    ...quoted.flatMap((passage) => quotedTerm(splitRuns(foldText(passage).chars))),
    ...adjoining(splitRuns(foldText(rest).chars)).map(plainTerm),
  ];
  return { terms: distinct(terms).slice(0, MAX_TERMS), key: keyOf(foldText(text)) };
}

/** A folded text without what stands between its runs, for comparing names. */
export function keyOf({ chars }: FoldedText): string {
  return splitRuns(chars)
    .map((run) => run.chars.join(''))
    .join('');
}

/** The tsquery of a query: all terms. */
export function matchQuery({ terms }: SearchQuery): string {
  return terms.map((term) => `(${termQuery(term)})`).join(' & ');
}

/** The tsquery of one term: it, a synonym, or all of its words. */
export function termQuery({ phrases, words }: SearchTerm): string {
  const loose = words.length > 0 ? [words.map((word) => `(${phraseQuery(word)})`).join(' & ')] : [];
  return [...phrases.map(phraseQuery), ...loose].map((part) => `(${part})`).join(' | ');
}

/** The tsquery that ranks: any term, synonym or word, and the long words as lexemes of their own. */
export function rankQuery({ terms }: SearchQuery): string {
  const parts = terms.flatMap(({ phrases, words, longWords }) => [
    ...[...phrases, ...words].map((phrase) => `(${phraseQuery(phrase)})`),
    ...longWords.map(quoteLexeme),
  ]);
  return [...new Set(parts)].join(' | ');
}

/**
 * The tsquery of a phrase: its bigrams in a row. A phrase that may be one word is first looked for as such, because
 * the index alone answers that; for bigrams Postgres must look at the places in each row.
 */
function phraseQuery(phrase: Phrase): string {
  const tokens = phrase.flatMap(({ start, chars }) =>
    chars.length === 1
      ? [{ at: start, lexeme: `${quoteLexeme(chars[0] ?? '')}:*` }]
      : chars
          .slice(1)
          .map((char, index) => ({ at: start + index, lexeme: quoteLexeme(`${chars[index]}${char}`) })),
  );
  const bigrams = tokens.map(({ at, lexeme }, index) => {
    const before = tokens[index - 1];
    return before ? ` <${at - before.at}> ${lexeme}` : lexeme;
  });
  const [run, ...others] = phrase;
  const isWord = run && others.length === 0 && run.chars.length > 2 && run.chars.length <= MAX_WORD;
  return isWord ? `${quoteLexeme(run.chars.join(''))} | ${bigrams.join('')}` : bigrams.join('');
}

function quotedTerm(phrase: Phrase): SearchTerm[] {
  return phrase.length === 0 ? [] : [createTerm([phrase], [])];
}

function plainTerm(phrase: Phrase): SearchTerm {
  const text = phrase.map((run) => run.chars.join('')).join('');
  const phrases = withSynonyms(text).map((variant) => splitRuns(Array.from(variant)));
  return createTerm(phrases, looseWords(phrase));
}

function createTerm(phrases: readonly Phrase[], words: readonly Phrase[]): SearchTerm {
  const tokens = phrases.flat().flatMap(longWords);
  return { phrases, words, longWords: tokens.map(({ lexeme }) => lexeme) };
}

function looseWords(phrase: Phrase): Phrase[] {
  const size = phrase.reduce((sum, { chars }) => sum + chars.length, 0);
  if (size < LOOSE_FROM) return [];
  const words = phrase.flatMap(({ kind, chars }) =>
    kind === 'word' ? [chars.join('')] : cutWords(chars.join('')).map(({ lexeme }) => lexeme),
  );
  const telling = [...new Set(words)].filter((word) => Array.from(word).length > 1);
  return telling.length > 1 ? telling.map((word) => splitRuns(Array.from(word))) : [];
}

/** Groups runs between which nothing stands: PM2.5浓度 is one term. */
function adjoining(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && last.start + last.chars.length === run.start) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function distinct(terms: readonly SearchTerm[]): SearchTerm[] {
  return [...new Map(terms.map((term) => [termQuery(term), term])).values()];
}
