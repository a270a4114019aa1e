import { builder } from '../builder/builder.ts';
import { type JsonObject, readByKey } from '../read-plan/field-plan.ts';

/** Where a page stands in its list; `page-info.ts` of the read plan reads its fields. */
export const PageInfo = builder.objectRef<JsonObject>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({ nullable: false, description: 'Whether rows follow.', resolve: readByKey }),
    hasPreviousPage: t.boolean({
      nullable: false,
      description: 'Whether rows precede.',
      resolve: readByKey,
    }),
    startCursor: t.string({
      description: 'The cursor of the first row; null for an empty page.',
      resolve: readByKey,
    }),
    endCursor: t.string({
      description: 'The cursor of the last row; null for an empty page.',
      resolve: readByKey,
    }),
  }),
});
