import type { InputFieldMap } from '@pothos/core';
import type { builder } from '../builder/builder.ts';
import type { FilterRef } from '../builder/filters.ts';

/** The builder of a filter's fields. */
export type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/**
 * Fills in a filter with its `fields` and with `and`, `or` and `not`.
 *
 * The shape of its values is of no concern to TypeScript: each field's condition says what it takes.
 */
export function filterInput(
  ref: FilterRef,
  description: string,
  fields: (t: FieldBuilder) => InputFieldMap,
): void {
  ref.implement({
    description: `${description} All fields that are given must hold; what is left out is not asked. Only where a field says so may it be null.`,
    fields: (t) => ({
      ...fields(t as never),
      and: t.field({ type: [ref], description: 'All of these hold; an empty list asks nothing.' }),
      or: t.field({
        type: [ref],
        description: 'At least one of these holds. An empty list matches nothing.',
      }),
      not: t.field({ type: ref, description: 'This does not hold.' }),
    }),
  });
}
