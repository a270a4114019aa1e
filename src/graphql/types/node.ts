import { builder } from '../builder/builder.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';

/** An object with an id of its own. */
export const Node = builder.interfaceRef<JsonObject>('Node').implement({
  description: 'An object with an id of its own.',
  resolveType: (value) => value.$type as string,
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      nullable: false,
      description:
        'Never given to another object, and opaque but for that of an area, its code. The id of an object that was merged into another finds that one.',
    }),
  }),
});
