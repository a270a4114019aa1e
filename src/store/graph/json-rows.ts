import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** How many rows one statement writes: few enough that its one parameter stays small. */
const ROWS_A_STATEMENT = 5_000;

/** Rows that an INSERT writes, by column. */
export interface JsonInsert {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What happens to a row that is there already: ON CONFLICT …; nothing where it is left out, and an error follows. */
  readonly onConflict?: string;
}

/** Writes rows as one JSON parameter, however many they are: the columns' own types read them. */
export async function insertJson(
  kysely: Kysely<DB>,
  { table, columns, rows, onConflict }: JsonInsert,
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT));
    await sql`INSERT INTO ${sql.table(table)} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${sql.table(table)}, ${json}::json)
      ${onConflict === undefined ? sql`` : sql.raw(onConflict)}`.execute(kysely);
  }
}

/** `ON CONFLICT … DO UPDATE` that takes the new row's value in all columns but the key's. */
export function replaceOnConflict(key: readonly string[], columns: readonly string[]): string {
  const changed = columns.filter((column) => !key.includes(column));
  return `ON CONFLICT (${key.map((name) => `"${name}"`).join()}) DO UPDATE SET ${changed
    .map((name) => `"${name}" = EXCLUDED."${name}"`)
    .join()}`;
}
