import type { Arguments } from './arguments.ts';
import { badInput } from './bad-input.ts';

/** The most rows of one page. */
export const MAX_PAGE_SIZE = 100;

/** The rows of a page where neither `first` nor `last` is given. */
const DEFAULT_PAGE_SIZE = 20;

/** The number of rows that `first` and `last` ask for, unchecked. */
export function pageSize({ first, last }: Arguments): number {
  if (typeof first === 'number') return first;
  return typeof last === 'number' ? last : DEFAULT_PAGE_SIZE;
}

/**
 * Checks an argument that limits a list.
 *
 * @throws GraphQLError BAD_USER_INPUT where it is not between 0 and `maximum`.
 */
export function checkLimit(name: string, value: unknown, maximum = MAX_PAGE_SIZE): void {
  if (typeof value === 'number' && (value < 0 || value > maximum)) {
    throw badInput(`\`${name}\` must be between 0 and ${maximum}, not ${value}.`);
  }
}
