import { sql } from 'kysely';
import { escapeLike } from '../../search/escape-like.ts';
import { and, type Sql } from '../read-plan/sql.ts';
import type { TextTest } from '../types/string-filter.ts';

/** Whether the text `value` passes `test`; what is absent or null in the test is not asked. */
export function textCondition(value: Sql, test: TextTest): Sql {
  const conditions: Sql[] = [];
  if (typeof test.equals === 'string') conditions.push(sql`${value} = ${test.equals}`);
  if (test.in) conditions.push(sql`${value} = ANY (${test.in}::text[])`);
  if (typeof test.contains === 'string')
    conditions.push(sql`${value} LIKE ${`%${escapeLike(test.contains)}%`}`);
  if (typeof test.startsWith === 'string')
    conditions.push(sql`${value} LIKE ${`${escapeLike(test.startsWith)}%`}`);
  return and(conditions);
}

/** Whether a name or one of the other names passes `test`. */
export function nameCondition(name: Sql, otherNames: Sql, test: TextTest): Sql {
  const other = sql`EXISTS (SELECT 1 FROM unnest(${otherNames}) AS other(name) WHERE ${textCondition(sql`other.name`, test)})`;
  return sql`(${textCondition(name, test)} OR ${other})`;
}
