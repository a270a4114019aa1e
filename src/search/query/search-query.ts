import type { EntityType } from '../entities/entity-type.ts';
import { foldText } from '../text/fold-text.ts';
import { keyOf } from '../text/folded-key.ts';
import { type Expression, parseQuery, parseWords } from './parse-query.ts';
import type { QueryNote } from './query-notes.ts';
import type { QueryWord } from './query-words.ts';
import type { Phrase, SearchTerm } from './search-term.ts';
import { understandQuestion } from './understand-question.ts';

export type { Phrase } from './search-term.ts';

/** Words that must all be found, understood: plain data, made by the thread of words (`words.ts`) and used anywhere. */
export interface WordsQuery {
  readonly terms: readonly SearchTerm[];
}

/** A search query, understood. */
export interface SearchQuery extends WordsQuery {
  /** What is looked for; null where there is nothing to look for. `terms` are those of it that nothing excludes. */
  readonly expression: Expression | null;
  /** The words by which matches are ranked, each once. */
  readonly words: readonly QueryWord[];
  /** The kinds that are asked for: they come first. */
  readonly kinds: readonly EntityType[];
  /** The whole query folded, without what stands between runs: equals the key of a name that was typed in full. */
  readonly key: string;
  /** The same of what was typed, where a question was: it may be a headline. */
  readonly typedKey: string;
  readonly notes: readonly QueryNote[];
}

/** The most words by which matches are ranked: there is nothing more to tell by the next. */
const MAX_WORDS = 40;

/**
 * Understands a search query.
 *
 * @example parseSearchQuery('长三角 -"联防联控"').terms.length // 1
 */
export function parseSearchQuery(text: string): SearchQuery {
  const question = understandQuestion(text);
  const { expression, notes } = parseQuery(question.text);
  const terms = expression ? wantedTerms(expression) : [];
  // A kind that a term calls beside others is asked for.
  const called = terms.length > 1 ? terms.flatMap(({ kind }) => kind ?? []) : [];
  const kinds = question.kinds.length > 0 ? question.kinds : called;
  const [key, typedKey] = [keyOf(foldText(question.text)), keyOf(foldText(text))];
  return { terms, expression, words: rankedWords(terms), kinds, key, typedKey, notes };
}

/** Understands words that must all be found: divided by white space and punctuation, a quoted passage being one. */
export function parseWordsQuery(text: string): WordsQuery {
  return { terms: parseWords(text) };
}

/** What of a query is marked in what it finds. */
export function markedPhrases({ terms }: WordsQuery): readonly Phrase[] {
  return terms.flatMap(({ marks }) => marks);
}

/** The tsquery of a query: all terms. */
export function matchQuery({ terms }: WordsQuery): string {
  return terms.map((term) => `(${termQuery(term)})`).join(' & ');
}

/** The tsquery of one term: it, a synonym, or all of its words. */
export function termQuery({ query, allWords }: SearchTerm): string {
  return allWords === null ? query : `${query} | (${allWords})`;
}

/** The tsquery of any term. */
export function anyTerms({ terms }: WordsQuery): string {
  return terms.map((term) => `(${termQuery(term)})`).join(' | ');
}

/** The tsquery of any term or word. */
export function anyQuery({ terms }: WordsQuery): string {
  const all = terms.flatMap(({ query, words }) => [query, ...words.map((word) => word.query)]);
  return [...new Set(all)].map((query) => `(${query})`).join(' | ');
}

function wantedTerms(expression: Expression): SearchTerm[] {
  switch (expression.op) {
    case 'term':
      return [expression.term];
    case 'and':
    case 'or':
      return expression.parts.flatMap(wantedTerms);
    default:
      return [];
  }
}

/** The words of all terms; what is quoted is one. */
function rankedWords(terms: readonly SearchTerm[]): QueryWord[] {
  const words = terms.flatMap((term) => (term.words.length > 0 ? term.words : wholeOf(term)));
  return [...new Map(words.map((word) => [word.query, word])).values()].slice(0, MAX_WORDS);
}

/** How rare a passage is that somebody quotes. */
const QUOTED_RARITY = 9;

function wholeOf({ text, query, field }: SearchTerm): QueryWord[] {
  return [
    {
      text,
      start: 0,
      query,
      parts: query,
      lexeme: text,
      rarity: QUOTED_RARITY,
      share: 1,
      isNeeded: true,
      field,
    },
  ];
}
