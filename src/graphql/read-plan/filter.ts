import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { sql } from 'kysely';
import { and, or, type Row, type Sql, type TableName } from './sql.ts';

/**
 * The condition that one field of a filter puts on a row; called with values that were given and are not null.
 * `nested` is the condition of the value on another row, for fields whose type is a filter itself.
 */
export type Condition<T extends TableName, V> = (row: Row<T>, value: V, nested: (inner: Row) => Sql) => Sql;

/** The part of an input field's options that makes it a condition. */
export interface ConditionOptions {
  readonly extensions: { readonly condition: Condition<TableName, unknown> };
}

/** Options of an input field with the condition `make`; `V` is the shape of the field's type. */
export function condition<T extends TableName, V>(make: Condition<T, V>): ConditionOptions {
  return { extensions: { condition: make as unknown as Condition<TableName, unknown> } };
}

/**
 * The condition that the value `value` of the filter `type` puts on `row`: all of its fields, `and`, `or` and
 * `not` taken together. Absent and null fields, and empty lists of alternatives, put none.
 */
export function filterCondition(type: GraphQLInputObjectType, row: Row, value: unknown): Sql {
  const fields = type.getFields();
  const given = Object.entries((value ?? {}) as Record<string, unknown>);
  return and(
    given.flatMap(([name, part]) => {
      const field = fields[name];
      return field && part !== null && part !== undefined ? fieldCondition({ type, row }, field, part) : [];
    }),
  );
}

function fieldCondition(
  on: { type: GraphQLInputObjectType; row: Row },
  field: GraphQLInputField,
  part: unknown,
): Sql[] {
  const { type, row } = on;
  const each = () => (part as unknown[]).map((one) => filterCondition(type, row, one));
  if (field.name === 'and') return [and(each())];
  if (field.name === 'or') return (part as unknown[]).length === 0 ? [] : [or(each())];
  // IS NOT TRUE, so that rows for which the condition is unknown (null) belong to the complement.
  if (field.name === 'not') return [sql`(${filterCondition(type, row, part)}) IS NOT TRUE`];
  const { condition: make } = field.extensions as Partial<ConditionOptions['extensions']>;
  if (!make) throw new Error(`${type.name}.${field.name} has no condition`);
  return [make(row, part, (inner) => nestedCondition(field, inner, part))];
}

function nestedCondition(field: GraphQLInputField, row: Row, value: unknown): Sql {
  const type = getNamedType(field.type);
  if (!isInputObjectType(type)) throw new Error(`${field.name} is no filter`);
  return filterCondition(type, row, value);
}
