import type { ListLimit } from '../arguments/list-limit.ts';
import { builder } from './builder.ts';

/** The argument `first` of a plain list, for the arguments of its field; see `limitOf`. */
export function firstArgument({ usual, most }: ListLimit) {
  return builder.args((arg) => ({
    first: arg.int({
      description: `At most this many, up to ${most.toLocaleString('en-GB')}; left out or null: ${usual}.`,
    }),
  }));
}
