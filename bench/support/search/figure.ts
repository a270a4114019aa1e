import { printVerdict } from '../figures.ts';
import type { Found, Hit } from './ask-search.ts';

/** A query with what it must find. */
export interface Known {
  readonly query: string;
  /** The ids of what is right. */
  readonly right: ReadonlySet<string>;
}

/** The place of the first right hit, from 1; null where there is none. */
export function placeOf(hits: readonly Pick<Hit, 'id'>[], right: ReadonlySet<string>): number | null {
  const at = hits.findIndex(({ id }) => right.has(id));
  return at < 0 ? null : at + 1;
}

/** The mean of some numbers; 0 of none. */
export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How many examples of what was missed are printed. */
const EXAMPLES = 5;

/** What was measured. */
export interface Figure {
  readonly name: string;
  /** A score of each query, 0 to 1, with what is to be told of it. */
  readonly scores: readonly { readonly score: number; readonly query: string; readonly came: string }[];
  readonly wanted: number;
}

/** The first hits, for people. */
export const describeHits = (hits: readonly Hit[], count = 3) =>
  hits.length === 0
    ? 'nothing'
    : hits
        .slice(0, count)
        .map(({ type, name }) => `${type} ${name}`)
        .join(' | ');

/** Prints a mean beside what is wanted, with the number asked and some of what was missed; true where it is met. */
export function printFigure({ name, scores, wanted }: Figure): boolean {
  const got = mean(scores.map(({ score }) => score));
  // No figure rests on nothing.
  const isMet = scores.length > 0 && got >= wanted;
  printVerdict(name, `${got.toFixed(4)} of ${scores.length} (wanted ${wanted})`, isMet);
  const missed = scores.filter(({ score }) => score < 1).sort((a, b) => a.score - b.score);
  for (const { query, came, score } of missed.slice(0, EXAMPLES))
    console.log(`    ${score.toFixed(2)}  ${query}  →  ${came}`);
  return isMet;
}

/** The reciprocal rank of the first right hit. */
export const reciprocal = (found: Found, right: ReadonlySet<string>) =>
  1 / (placeOf(found.hits, right) ?? Infinity);

/** 1 where a right hit is among the first `count`. */
export const isAmong = (found: Found, right: ReadonlySet<string>, count: number) =>
  (placeOf(found.hits, right) ?? Infinity) <= count ? 1 : 0;
