import { encodeCursor } from '../arguments/cursor.ts';
import { builder } from '../builder/builder.ts';

/** What the read plan gives for the selected fields, by name. */
interface PageFacts {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: unknown;
  endCursor: unknown;
}

function cursor(place: unknown): string | null {
  return place === null ? null : encodeCursor(place);
}

/** Where a page stands in its list. */
export const PageInfo = builder.objectRef<PageFacts>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { nullable: false, description: 'Whether rows follow.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      nullable: false,
      description: 'Whether rows precede.',
    }),
    startCursor: t.string({
      description: 'The cursor of the first row; null for an empty page.',
      resolve: ({ startCursor }) => cursor(startCursor),
    }),
    endCursor: t.string({
      description: 'The cursor of the last row; null for an empty page.',
      resolve: ({ endCursor }) => cursor(endCursor),
    }),
  }),
});
