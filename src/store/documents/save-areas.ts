import { sql } from 'kysely';
import type { AreaLevel } from '../../generated/kysely/database.ts';
import type { Database } from '../sql/database.ts';
import { insertJson } from '../sql/json-rows.ts';

/** A division or a state, as the lexicon has it. */
export interface AreaEntry {
  readonly code: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AreaLevel;
  readonly parentCode: string | null;
}

/**
 * Writes the areas that are not in the database yet; one that is stays as it is.
 *
 * @returns how many were written.
 */
export async function saveAreas({ kysely }: Database, areas: readonly AreaEntry[]): Promise<number> {
  const before = await countAreas(kysely);
  if (before >= areas.length) return 0;
  // In one statement, so that each row finds its parent.
  await insertJson(kysely, {
    table: 'area',
    columns: ['code', 'name', 'short_names', 'level', 'parent_code'],
    rows: areas.map(({ code, name, shortNames, level, parentCode }) => {
      return { code, name, short_names: shortNames, level, parent_code: parentCode };
    }),
    onConflict: 'ON CONFLICT (code) DO NOTHING',
  });
  return (await countAreas(kysely)) - before;
}

async function countAreas(kysely: Database['kysely']): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM area`.execute(kysely);
  return rows[0]?.count ?? 0;
}
