import { sql } from 'kysely';
import { escapeLike } from '../../search/escape-like.ts';
import { foldForms } from '../../search/fold-forms.ts';
import { badInput } from '../arguments/bad-input.ts';
import { LONG_TEXT_TESTS } from '../cost/weights.ts';
import { type Condition, type ConditionOptions, condition } from '../read-plan/filter.ts';
import { and, type ColumnName, col, or, type Sql, type TableName } from '../read-plan/sql.ts';
import type { TextTest } from '../values/string-filter.ts';

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
  const asked = given.filter(([, wanted]) => wanted !== null);
  const nulls = given.flatMap(([name, wanted]) => {
    if (wanted !== null) return [];
    if (name === 'equals' && mayLack) return [sql`${value} IS NULL`];
    throw badInput(`\`${name}\` is null, and this text never is: leave it out, or give a text.`);
  });
  return and([...nulls, ...testFolded(value, asked)]);
}

/** The tests of a text. Where there are several, it is folded once for all of them: an article's takes longer to fold than to test. */
function testFolded(value: Sql, asked: readonly [keyof TextTest, unknown][]): Sql[] {
  const tests = (folded: Sql) => asked.map(([name, wanted]) => TESTS[name](folded, wanted as never));
  if (asked.length < 2) return tests(foldedColumn(value));
  // OFFSET 0 keeps PostgreSQL from writing the expression out in each test again.
  return [
    sql`(SELECT ${and(tests(sql`it.folded`))} FROM (SELECT ${foldedColumn(value)} AS folded OFFSET 0) AS it)`,
  ];
}

/** Options of a filter's field that tests a column which always holds a text. */
export function textTest<T extends TableName>(column: ColumnName<T>): ConditionOptions {
  return condition<T, TextTest>((row, test) => textCondition(col(row, column), test, false));
}

/** The same for a column of long texts, which take long to fold. */
export function longTextTest<T extends TableName>(column: ColumnName<T>): ConditionOptions {
  const { extensions } = textTest(column);
  return { extensions: { ...extensions, weight: LONG_TEXT_TESTS } };
}

/** Options of a filter's field that tests a column which may hold no text: `null`, or `equals: null`, finds those rows. */
export function optionalTextTest<T extends TableName>(column: ColumnName<T>): ConditionOptions {
  return condition<T, TextTest>((row, test) => textCondition(col(row, column), test, true), column);
}

/** The parts of a piece of folded names that `name_parts` has of names with that piece in them; none of a piece that says nothing. */
function partsOf(piece: string): string[] {
  const characters = [...piece];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.length > 0 ? [...new Set(pairs)] : characters.filter((character) => character !== '\n');
}

/**
 * Whether one of the names that `folded` holds, each between line breaks, passes a test. An index finds those that have all parts of what
 * is asked for; whole names are parts.
 */
function someName(folded: Sql, test: keyof TextTest, wanted: string | readonly string[]): Sql {
  const parts = sql`name_parts(${folded})`;
  // No name has a line break in it.
  const forms = [wanted].flat().flatMap((text) => (text.includes('\n') ? [] : foldForms(text)));
  if (test === 'equals' || test === 'in')
    return sql`${parts} && ${forms.map((form) => `\n${form}\n`)}::text[]`;
  return or(
    forms.map((form) => {
      const piece = test === 'startsWith' ? `\n${form}` : form;
      const holds = sql`${folded} LIKE ${`%${escapeLike(piece)}%`}`;
      const own = partsOf(piece);
      return own.length === 0 ? holds : sql`(${parts} @> ${own}::text[] AND ${holds})`;
    }),
  );
}

/**
 * Options of a filter's field that tests the name of a row and its other names: all that is asked of one of them. Where one thing is
 * asked, its folded names tell; only what else is asked of the same name takes a look at each.
 */
export function nameTest<T extends 'meeting' | 'organisation' | 'person'>(): ConditionOptions {
  const test: Condition<T, TextTest> = ({ alias }, wanted) => {
    const names = sql.ref(`${alias}.folded_names`);
    const asked = Object.entries(wanted) as [keyof TextTest, string | readonly string[] | null][];
    const each = asked.flatMap(([name, value]) => (value === null ? [] : [someName(names, name, value)]));
    if (each.length === asked.length && each.length < 2) return and(each);
    const one = sql`EXISTS (SELECT 1 FROM unnest(${sql.ref(`${alias}.name`)} || ${sql.ref(`${alias}.other_names`)}) AS one(name)
      WHERE ${textCondition(sql`one.name`, wanted, false)})`;
    return and([...each, one]);
  };
  return condition<T, TextTest>(test);
}
