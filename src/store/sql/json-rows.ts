import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { later } from './pipelined.ts';

/** How many rows one statement writes, and how many characters of JSON: enough that statements cost nothing, and memory little. */
const [ROWS_A_STATEMENT, CHARACTERS_A_STATEMENT] = [5_000, 1_000_000];

/** Rows that an INSERT writes, by column. */
export interface JsonInsert {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What happens to a row that is there already: ON CONFLICT …; nothing where it is left out, and an error follows. */
  readonly onConflict?: string;
}

/** Halves of surrogate pairs and NUL, which JSON can write and PostgreSQL cannot keep. */
const UNSTORABLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g;

const clean = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replace(UNSTORABLE, '\ufffd') : value;

/** A row as JSON that PostgreSQL takes. */
function toJson(row: unknown): string {
  const json = JSON.stringify(row);
  // It writes as escapes what is not well formed, and hardly any row has that.
  return json.includes('\\ud') || json.includes('\\u0000') ? JSON.stringify(row, clean) : json;
}

/** Rows as JSON arrays, each small enough for one statement unless one row alone is larger. */
export function* packJson(rows: readonly unknown[]): Generator<string> {
  let pack: string[] = [];
  let length = 0;
  for (const row of rows) {
    const json = toJson(row);
    if (
      pack.length >= ROWS_A_STATEMENT ||
      (pack.length > 0 && length + json.length > CHARACTERS_A_STATEMENT)
    ) {
      yield `[${pack.join()}]`;
      pack = [];
      length = 0;
    }
    pack.push(json);
    length += json.length;
  }
  if (pack.length > 0) yield `[${pack.join()}]`;
}

/** Writes rows as few JSON parameters, however many they are: the columns' own types read them. See `later` on waiting. */
export async function insertJson(
  kysely: Kysely<DB>,
  { table, columns, rows, onConflict }: JsonInsert,
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (const json of packJson(rows))
    await later(
      kysely,
      sql`INSERT INTO ${sql.table(table)} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${sql.table(table)}, ${json}::json)
      ${onConflict === undefined ? sql`` : sql.raw(onConflict)}`.execute(kysely),
    );
}

/** `ON CONFLICT … DO UPDATE` that takes the new row's value in all columns but the key's. */
export function replaceOnConflict(key: readonly string[], columns: readonly string[]): string {
  const changed = columns.filter((column) => !key.includes(column));
  return `ON CONFLICT (${key.map((name) => `"${name}"`).join()}) DO UPDATE SET ${changed
    .map((name) => `"${name}" = EXCLUDED."${name}"`)
    .join()}`;
}
