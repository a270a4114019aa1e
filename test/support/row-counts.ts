import type { Database } from '../../src/store/sql/database.ts';

/** How many rows each table of a database holds, by name. */
export async function countRows({ pool }: Database): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const result = await pool.query(`SELECT count(*)::int AS count FROM "${name}"`);
    counts[name] = result.rows[0].count;
  }
  return counts;
}
