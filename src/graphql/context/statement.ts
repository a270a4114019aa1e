import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { partOf } from '../../search/match/match-entries.ts';
import type { WordsQuery } from '../../search/query/search-query.ts';
import { LateValue } from '../read-plan/late-value.ts';
import type { Sql } from '../read-plan/sql.ts';
import { UnderstoodText } from '../read-plan/understood-text.ts';

/** A statement's row: the answer as JSON text, null where it is NULL or too large. */
export interface AnswerRow {
  readonly value: string | null;
  /** Null where the answer is NULL. */
  readonly bytes: number | null;
}

/** A statement that gives one `AnswerRow`. */
export interface Statement {
  readonly text: string;
  /** Its parameters in order; a `LateValue` stands for one that each request gives, an `UnderstoodText` for a part of a query. */
  readonly parameters: readonly unknown[];
  /** The texts that must be understood as queries before it is run. */
  readonly queries: ReadonlySet<string>;
  /** The name under which the server prepares it, once it has one. */
  name?: string | undefined;
  /** Milliseconds that it takes, by its last runs; undefined before the first. */
  ms?: number | undefined;
}

/** Stands for the bytes that an answer may have. */
const BYTES_LEFT = new LateValue('bytes left');

/** Whether a parameter stands for a value that one request gives and another one does not. */
export const isOfRequest = (value: unknown) => value instanceof LateValue && value !== BYTES_LEFT;

/** The statement of the expression `plan`: the database keeps back an answer that is larger than it may be. */
export function composeStatement(plan: Sql, kysely: Kysely<DB>): Statement {
  // OFFSET 0 keeps the subselect one: else the plan would be put in each place where its value is used, and run in each.
  const { sql: text, parameters } =
    sql<AnswerRow>`SELECT CASE WHEN octet_length(answer.value) <= ${BYTES_LEFT}::integer THEN answer.value END AS value,
      octet_length(answer.value) AS bytes FROM (SELECT ${plan}::json::text AS value OFFSET 0) AS answer`.compile(
      kysely,
    );
  const queries = parameters.flatMap((value) => (value instanceof UnderstoodText ? [value.text] : []));
  return { text, parameters, queries: new Set(queries) };
}

/** What a request fills a statement in with. */
interface Filling {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly bytesLeft: number;
  /** Its queries, understood. */
  readonly understood: ReadonlyMap<string, WordsQuery>;
}

/** The values of a statement's parameters for one request. */
export function valuesOf(
  { parameters }: Statement,
  { variables, bytesLeft, understood }: Filling,
): unknown[] {
  return parameters.map((value) => {
    if (value instanceof UnderstoodText) {
      const query = understood.get(value.text);
      return query && partOf(query, value.part);
    }
    if (!(value instanceof LateValue)) return value;
    return value === BYTES_LEFT ? bytesLeft : variables[value.name];
  });
}
