import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { sql } from 'kysely';
import { badInput } from '../arguments/bad-input.ts';
import { and, type ColumnName, or, type Row, type Sql, type TableName } from './sql.ts';

/**
 * The condition that one field of a filter puts on a row; called with values that were given and are not null.
 * `nested` is the condition of the value, or of a part of it, on another row, for fields whose type is a filter itself.
 */
export type Condition<T extends TableName, V> = (
  row: Row<T>,
  value: V,
  nested: (inner: Row, part?: Partial<V>) => Sql,
) => Sql;

/** The part of an input field's options that makes it a condition. */
export interface ConditionOptions {
  readonly extensions: {
    readonly condition: Condition<TableName, unknown>;
    /**
     * The column that holds NULL where a row has nothing of what the field asks for, or the condition that it has nothing;
     * undefined where every row has it.
     */
    readonly lacking: string | ((row: Row<TableName>) => Sql) | undefined;
    /** How many usual tests it is worth on its own, beside those of its value: 0 where it is none, as most are. */
    readonly weight?: number;
    /** The most UTF-16 code units of its text, where they are others than those of any text. */
    readonly maxLength?: number;
  };
}

/**
 * Options of an input field with the condition `make`; `V` is the shape of the field's type.
 *
 * @param lacking the column whose rows without a value a null finds, or the condition of what it finds; without it a null is refused.
 */
export function condition<T extends TableName, V>(
  make: Condition<T, V>,
  lacking?: ColumnName<T> | ((row: Row<T>) => Sql),
): ConditionOptions {
  return {
    extensions: {
      condition: make as unknown as Condition<TableName, unknown>,
      lacking: lacking as ConditionOptions['extensions']['lacking'],
    },
  };
}

/**
 * The condition that the value `value` of the filter `type` puts on `row`: all of its fields, `and`, `or` and
 * `not` taken together. What is left out puts none.
 *
 * @throws GraphQLError BAD_USER_INPUT for a null where no row can lack what is asked for.
 */
export function filterCondition(type: GraphQLInputObjectType, row: Row, value: unknown): Sql {
  const fields = type.getFields();
  const given = Object.entries((value ?? {}) as Record<string, unknown>);
  return and(
    given.flatMap(([name, part]) => {
      const field = fields[name];
      if (!field || part === undefined) return [];
      return part === null ? nullCondition({ type, row }, field) : fieldCondition({ type, row }, field, part);
    }),
  );
}

function nullCondition({ type, row }: FilteredRow, field: GraphQLInputField): Sql[] {
  const { lacking } = field.extensions as Partial<ConditionOptions['extensions']>;
  if (typeof lacking === 'function') return [lacking(row)];
  if (lacking !== undefined) return [sql`${sql.ref(`${row.alias}.${lacking}`)} IS NULL`];
  throw badInput(
    `\`${type.name}.${field.name}\` is null, which means nothing there: leave it out, or give a value.`,
  );
}

/** A filter's type and the row that it is asked of. */
interface FilteredRow {
  readonly type: GraphQLInputObjectType;
  readonly row: Row;
}

function fieldCondition({ type, row }: FilteredRow, field: GraphQLInputField, part: unknown): Sql[] {
  const each = () => (part as unknown[]).map((one) => filterCondition(type, row, one));
  if (field.name === 'and') return [and(each())];
  if (field.name === 'or') return [or(each())];
  // IS NOT TRUE, so that rows for which the condition is unknown (null) belong to the complement.
  if (field.name === 'not') return [sql`(${filterCondition(type, row, part)}) IS NOT TRUE`];
  const { condition: make } = field.extensions as Partial<ConditionOptions['extensions']>;
  if (!make) throw new Error(`${type.name}.${field.name} has no condition`);
  return [make(row, part, (inner, some = part) => nestedCondition(field, inner, some))];
}

function nestedCondition(field: GraphQLInputField, row: Row, value: unknown): Sql {
  const type = getNamedType(field.type);
  if (!isInputObjectType(type)) throw new Error(`${field.name} is no filter`);
  return filterCondition(type, row, value);
}
