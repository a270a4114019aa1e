import { checkLimit } from './page-size.ts';

/** How many members a plain list shows: where `first` is left out or null, and at most. */
export interface ListLimit {
  readonly usual: number;
  readonly most: number;
}

/** Lists that have one to three members nearly always. */
export const TINY_LIST: ListLimit = { usual: 10, most: 100 };

/** Lists of which a few members show what there is. */
export const SHORT_LIST: ListLimit = { usual: 20, most: 100 };

/** Lists that seldom have more than 50 members, and are wanted whole. */
export const WHOLE_LIST: ListLimit = { usual: 50, most: 1000 };

/** Lists that may have hundreds of members. */
export const LONG_LIST: ListLimit = { usual: 100, most: 1000 };

/**
 * The number of members that `first` asks for.
 *
 * @throws GraphQLError BAD_USER_INPUT where it is out of bounds.
 */
export function limitOf(first: unknown, { usual, most }: ListLimit): number {
  checkLimit('first', first, most);
  return typeof first === 'number' ? first : usual;
}
