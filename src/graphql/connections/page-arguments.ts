import { builder } from '../builder/builder.ts';

/** The arguments of a connection that say which page it shows; see `parsePage`. */
export function pageArguments() {
  return builder.args((arg) => ({
    first: arg.int({
      description: 'The first rows of the list: at most 100, 20 where neither `first` nor `last` is given.',
    }),
    after: arg.string({ description: 'Only rows after this cursor.' }),
    last: arg.int({ description: 'The last rows of the list, still in its order: at most 100.' }),
    before: arg.string({ description: 'Only rows before this cursor.' }),
  }));
}
