import { sql } from 'kysely';
import { escapeLike } from '../../search/text/escape-like.ts';
import { foldForms } from '../../search/text/fold-forms.ts';
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

/** The most characters of a whole text that `name_parts` has as one of its parts. */
const LONGEST_PART = 200;

/** The parts of a piece of folded text that `name_parts` has of every text with that piece in it; none of a piece that says nothing. */
function partsOf(piece: string): string[] {
  const characters = [...piece];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.length > 0 ? [...new Set(pairs)] : characters.filter((character) => character !== '\n');
}

/**
 * What an index tells of a test, of texts that are folded and stand between line breaks: all that pass it have certain parts, and whole
 * texts are parts. None where nothing can be told, such as of a text that has a line break itself.
 */
function findByParts(folded: Sql, [test, wanted]: readonly [keyof TextTest, unknown]): Sql[] {
  const parts = sql`name_parts(${folded})`;
  const forms = [wanted as string | readonly string[]].flat().flatMap(foldForms);
  if (forms.some((form) => form.includes('\n'))) return [];
  if (test === 'equals' || test === 'in') {
    // Longer ones are no parts themselves.
    if (forms.some((form) => [...form].length > LONGEST_PART)) return [];
    return [sql`${parts} && ${forms.map((form) => `\n${form}\n`)}::text[]`];
  }
  const each = forms.map((form) => partsOf(test === 'startsWith' ? `\n${form}` : form));
  if (each.some((own) => own.length === 0)) return [];
  return [or(each.map((own) => sql`${parts} @> ${own}::text[]`))];
}

/** The tests that give something to look for. */
const asked = (wanted: TextTest) =>
  (Object.entries(wanted) as [keyof TextTest, unknown][]).filter(([, value]) => value !== null);

/**
 * Options of a filter's field that tests a column of short texts, of whose parts there is an index: `name_parts(fold_names(ARRAY[column]))`.
 *
 * @param mayLack whether it may hold no text: `null`, or `equals: null`, finds those rows.
 */
export function indexedTextTest<T extends TableName>(
  column: ColumnName<T>,
  mayLack = false,
): ConditionOptions {
  const test: Condition<T, TextTest> = (row, wanted) => {
    const folded = sql`fold_names(ARRAY[${col(row, column)}])`;
    const found = asked(wanted).flatMap((one) => findByParts(folded, one));
    return and([...found, textCondition(col(row, column), wanted, mayLack)]);
  };
  return condition<T, TextTest>(test, mayLack ? column : undefined);
}

/** Options of a filter's field that tests the name of a row and its other names: all that is asked of one of them. */
export function nameTest<T extends 'meeting' | 'organisation' | 'person'>(): ConditionOptions {
  const test: Condition<T, TextTest> = ({ alias }, wanted) => {
    const names = sql.ref(`${alias}.folded_names`);
    const found = asked(wanted).flatMap((one) => findByParts(names, one));
    // The whole text of names is looked at before each of them is.
    const near = asked(wanted).flatMap(([name, value]) =>
      name === 'contains' ? [isLike(names, value as string, (escaped) => `%${escaped}%`)] : [],
    );
    const one = sql`EXISTS (SELECT 1 FROM unnest(${sql.ref(`${alias}.name`)} || ${sql.ref(`${alias}.other_names`)}) AS one(name)
      WHERE ${textCondition(sql`one.name`, wanted, false)})`;
    return and([...found, ...near, one]);
  };
  return condition<T, TextTest>(test);
}
