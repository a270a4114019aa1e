import { InputFieldBuilder } from '@pothos/core';
import { sql } from 'kysely';
import { refuseNull } from '../arguments/bad-input.ts';
import { builder } from '../builder/builder.ts';
import { type Counted, countOf, type Standing } from '../read-plan/counted.ts';
import { type ConditionOptions, condition } from '../read-plan/filter.ts';
import { and, type Row, type Sql, type TableName } from '../read-plan/sql.ts';
import type { FieldBuilder, FilterRef } from './filter-input.ts';

/** A list of which the rows that belong to another can be counted, with its filter. */
export interface CountedList<C extends TableName> extends Standing<C> {
  readonly filter: FilterRef;
  readonly nouns: readonly [one: string, many: string];
}

/** A count as a listing declares it: what is counted, and how to filter it. */
export interface CountedField<T extends TableName = TableName> extends Counted<T> {
  readonly list: CountedList<TableName>;
}

/** Declares that rows of `list` belong to a row and can be counted: those for which `scope` holds. */
export function counted<T extends TableName, C extends TableName>(
  description: string,
  list: CountedList<C>,
  scope: (parent: Row<T>, child: Row<C>) => Sql,
): CountedField<T> {
  // The plan hands to the scope and to the conditions of the list rows of its very table.
  return {
    description,
    list: list as unknown as CountedList<TableName>,
    scope: scope as Counted<T>['scope'],
  };
}

/** The counts of a listing, by their names in the schema. */
export type Counts<T extends TableName> = Readonly<Record<string, CountedField<T>>>;

/** What tells the counting of costs that rows of another list are counted for each row. */
const COUNTS = { counts: true } as const;

/** Makes the input type that names one thing to count: `MeetingCount`. */
export function countInput<T extends TableName>(name: string, counts: Counts<T>) {
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
export function addCountBounds<T extends TableName>(
  name: string,
  filter: FilterRef,
  counts: Counts<T>,
): void {
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
        ...condition((row: Row<T>, _value: object, nested) => nested(row)),
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

function boundsCondition<T extends TableName>(one: CountedField<T>): ConditionOptions {
  const { extensions } = condition((row: Row<T>, { where, atLeast, atMost }: Bounds, nested) => {
    refuseNull('atLeast', atLeast);
    refuseNull('atMost', atMost);
    const least = atLeast ?? (atMost === undefined ? 1 : 0);
    const number = countOf(one as unknown as Counted, row, where, (child) =>
      where === undefined ? sql`TRUE` : nested(child, { where }),
    );
    return atMost === undefined || atMost === null
      ? sql`${number} >= ${least}`
      : and([sql`${number} BETWEEN ${least} AND ${atMost}`]);
  });
  return { extensions: { ...extensions, ...COUNTS } };
}
