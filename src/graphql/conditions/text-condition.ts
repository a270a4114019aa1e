import { sql } from 'kysely';
import { escapeLike } from '../../search/escape-like.ts';
import { foldForms } from '../../search/fold-forms.ts';
import { badInput } from '../read-plan/bad-input.ts';
import { type Condition, type ConditionOptions, condition } from '../read-plan/filter.ts';
import { and, type ColumnName, col, type Sql, type TableName } from '../read-plan/sql.ts';
import type { TextTest } from '../types/string-filter.ts';

/** A stored text folded as `foldForms` folds those that are asked for; the graph is Simplified already. */
function foldedColumn(value: Sql): Sql {
  return sql`lower(normalize(${value}, NFKC) COLLATE "C")`;
}

/** Whether the folded text `value` is like one of the patterns that `frame` makes of the forms of `text`. */
function isLike(value: Sql, text: string, frame: (escaped: string) => string): Sql {
  const patterns = foldForms(text).map((form) => frame(escapeLike(form)));
  return sql`${value} LIKE ANY (${patterns}::text[])`;
}

/** How each test of a StringFilter is asked of a folded text. */
const TESTS: Readonly<Record<keyof TextTest, (value: Sql, wanted: never) => Sql>> = {
  equals: (value, text: string) => sql`${value} = ANY (${foldForms(text)}::text[])`,
  in: (value, texts: readonly string[]) => sql`${value} = ANY (${texts.flatMap(foldForms)}::text[])`,
  contains: (value, text: string) => isLike(value, text, (escaped) => `%${escaped}%`),
  startsWith: (value, text: string) => isLike(value, text, (escaped) => `${escaped}%`),
};

/**
 * Whether the text `value` passes `test`; what is left out of the test is not asked. `equals: null` holds where there is no
 * text, if there may be none.
 *
 * @throws GraphQLError BAD_USER_INPUT for any other null.
 */
function textCondition(value: Sql, test: TextTest, mayLack: boolean): Sql {
  const given = Object.entries(test) as [keyof TextTest, string | readonly string[] | null][];
  return and(
    given.map(([name, wanted]) => {
      if (wanted !== null) return TESTS[name](foldedColumn(value), wanted as never);
      if (name === 'equals' && mayLack) return sql`${value} IS NULL`;
      throw badInput(`\`${name}\` is null, and this text never is: leave it out, or give a text.`);
    }),
  );
}

/** Options of a filter's field that tests a column which always holds a text. */
export function textTest<T extends TableName>(column: ColumnName<T>): ConditionOptions {
  return condition<T, TextTest>((row, test) => textCondition(col(row, column), test, false));
}

/** Options of a filter's field that tests a column which may hold no text: `null`, or `equals: null`, finds those rows. */
export function optionalTextTest<T extends TableName>(column: ColumnName<T>): ConditionOptions {
  return condition<T, TextTest>((row, test) => textCondition(col(row, column), test, true), column);
}

/** Options of a filter's field that tests the name of a row and its other names. */
export function nameTest<T extends 'meeting' | 'organisation' | 'person'>(): ConditionOptions {
  const test: Condition<T, TextTest> = ({ alias }, wanted) => {
    const other = sql`EXISTS (SELECT 1 FROM unnest(${sql.ref(`${alias}.other_names`)}) AS other(name)
      WHERE ${textCondition(sql`other.name`, wanted, false)})`;
    return sql`(${textCondition(sql.ref(`${alias}.name`), wanted, false)} OR ${other})`;
  };
  return condition<T, TextTest>(test);
}
