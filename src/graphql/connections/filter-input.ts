import type { InputFieldMap } from '@pothos/core';
import { builder } from '../builder/builder.ts';

/** A filter's input type; its fields carry their conditions. */
export type FilterRef = ReturnType<typeof builder.inputRef<object>>;

/** The builder of a filter's fields. */
export type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/**
 * Declares the filter `name` with its `fields` and with `and`, `or` and `not`.
 *
 * The shape of its values is of no concern to TypeScript: each field's condition says what it takes.
 */
export function filterInput(
  name: string,
  description: string,
  fields: (t: FieldBuilder) => InputFieldMap,
): FilterRef {
  const ref = builder.inputRef<object>(name);
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
  return ref;
}
