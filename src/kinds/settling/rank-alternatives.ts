import type { Alternative, ContradictedField, Contradiction, Source } from './statement.ts';

/** Something that articles say, with those that say it. */
export interface Told<S extends Source> {
  /** What is shown of it. */
  readonly values: readonly string[];
  readonly sources: readonly S[];
  /** What goes before the number of pages: one digit, the smaller the better. */
  readonly rank: number;
  /** What decides where all else is equal: the values as every database has them. */
  readonly tie: string;
}

/** Later than any date. */
const NEVER = '9999';

/**
 * How much speaks for something, as texts to be compared one after the other, the smaller the more: its rank, how many
 * articles say it, when the first of them was published, what it says.
 */
function weigh({ rank, sources, tie }: Told<Source>): string {
  const articles = new Set(sources.map(({ articleId }) => articleId)).size;
  const [first = NEVER] = sources.map(({ publishedOn }) => publishedOn ?? NEVER).sort();
  return [rank, String(99_999_999 - articles), first, tie].join(' ');
}

/** What articles say, the one that the graph shows first. It depends on the set alone. */
export function rankAlternatives<T extends Told<Source>>(told: readonly T[]): T[] {
  return told
    .map((one) => [weigh(one), one] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);
}

function toAlternative({ values, sources }: Told<Source>): Alternative {
  return { values, articleIds: [...new Set(sources.map(({ articleId }) => articleId))].sort() };
}

/** The contradiction, if there is any, among what articles say of a field; ranked. */
export function contradictionOf(field: ContradictedField, told: readonly Told<Source>[]): Contradiction[] {
  return told.length > 1 ? [{ field, alternatives: told.map(toAlternative) }] : [];
}
