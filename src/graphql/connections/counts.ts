import { InputFieldBuilder } from '@pothos/core';
import { sql } from 'kysely';
import { badInput, refuseNull } from '../arguments/bad-input.ts';
import { builder } from '../builder/builder.ts';
import type { FilterRef } from '../builder/filters.ts';
import { type Counted, isBetween, type Standing, type Tie } from '../read-plan/counted.ts';
import { type ConditionOptions, condition } from '../read-plan/filter.ts';
import type { ColumnName, Row, Sql, TableName } from '../read-plan/sql.ts';
import type { FieldBuilder } from './filter-input.ts';

/** A list of which the rows that belong to another can be counted, with its filter. */
export interface CountedList<C extends TableName> extends Standing<C> {
  readonly filter: FilterRef;
  readonly nouns: readonly [one: string, many: string];
}

/** A count as a listing declares it: what is counted, and how to filter it. */
export interface CountedField extends Counted {
  readonly list: CountedList<TableName>;
}

/** Declares that rows of `list` belong to a row and can be counted: those that `tie` ties to it. */
export function counted<C extends TableName>(
  description: string,
  list: CountedList<C>,
  tie: { readonly column: ColumnName<C> } | { readonly pairs: Sql },
): CountedField {
  // The plan hands to the conditions of the list rows of its very table.
  return { description, list: list as unknown as CountedList<TableName>, tie: tie as Tie };
}

/** The counts of a listing, by their names in the schema. */
export type Counts = Readonly<Record<string, CountedField>>;

/** What tells the counting of costs that rows of another list are counted for each row. */
const COUNTS = { counts: true } as const;

/** Makes the input type that names one thing to count: `MeetingCount`. */
export function countInput(name: string, counts: Counts) {
  return builder.inputType(`${name}Count`, {
    description: 'What is counted: exactly one of these.',
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(counts).map(([field, { description, list }]) => [
          field,
          t.field({
            type: list.filter,
            description: `${description} Those that pass this filter; \`{}\` counts all.`,
            extensions: COUNTS,
          }),
        ]),
      ),
  });
}

/** Adds the field `count` to the filter of a listing: bounds on its counts. */
export function addCountBounds(name: string, filter: FilterRef, counts: Counts): void {
  const bounds = builder.inputType(`${name}Counts`, {
    description: 'Bounds on numbers of related rows. All that are given must hold.',
    fields: (t) =>
      Object.fromEntries(
        Object.entries(counts).map(([field, one]) => [
          field,
          t.field({ type: boundsOf(one.list), description: one.description, ...boundsCondition(one) }),
        ]),
      ),
  });
  filter.addFields(() => {
    const t = new InputFieldBuilder(builder, 'InputObject') as unknown as FieldBuilder;
    return {
      count: t.field({
        type: bounds,
        description: 'So many related rows belong to it: `{ participations: { atLeast: 3 } }`.',
        ...condition((row: Row, _value: object, nested) => nested(row)),
      }),
    };
  });
}

/** Between which bounds a number of related rows lies. */
interface Bounds {
  readonly where?: object;
  readonly atLeast?: number | null;
  readonly atMost?: number | null;
}

/** The types of bounds by the filters of what is counted: several listings count the same. */
const BOUNDS = new Map<FilterRef, ReturnType<typeof makeBounds>>();

function boundsOf({ filter, nouns, entity }: CountedList<TableName>) {
  const bounds = BOUNDS.get(filter) ?? makeBounds(entity.name, nouns[1], filter);
  BOUNDS.set(filter, bounds);
  return bounds;
}

function makeBounds(name: string, many: string, filter: FilterRef) {
  return builder.inputType(`${name}Bounds`, {
    description: `Bounds on a number of ${many}, both ends included.`,
    fields: (t) => ({
      where: t.field({
        type: filter,
        description: `Only ${many} that pass this filter count.`,
        ...condition((row: Row, _value: object, nested) => nested(row)),
      }),
      atLeast: t.int({ description: 'At least so many; 1 where neither bound is given. A null is refused.' }),
      atMost: t.int({ description: 'At most so many. A null is refused.' }),
    }),
  });
}

function boundsCondition(one: CountedField): ConditionOptions {
  const { extensions } = condition((row: Row, { where, atLeast, atMost }: Bounds, nested) => {
    refuseNull('atLeast', atLeast);
    refuseNull('atMost', atMost);
    for (const bound of [atLeast, atMost])
      if (typeof bound === 'number' && bound < 0)
        throw badInput('`atLeast` and `atMost` are numbers of rows: 0 or more.');
    const passes = (child: Row) => (where === undefined ? sql`TRUE` : nested(child, { where }));
    const least = atLeast ?? (atMost === undefined ? 1 : 0);
    return isBetween(row, { counted: one, where, passes }, least, atMost ?? null);
  });
  return { extensions: { ...extensions, ...COUNTS } };
}
