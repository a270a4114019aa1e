import type { Database } from '../../src/store/sql/database.ts';

/** SQL that lists the words by which an entity is known: page, article and offset, the same in every database. */
const placesOf = (
  column: string,
) => `(SELECT string_agg(DISTINCT d.name || '#' || a.ordinal || '@' || e.start, ' '
    ORDER BY d.name || '#' || a.ordinal || '@' || e.start)
  FROM evidence AS e JOIN article AS a ON a.id = e.article_id JOIN source_document AS d ON d.id = a.document_id
  WHERE e.${column} = it.id)`;

const TABLES = ['person', 'organisation', 'meeting', 'agreement', 'position', 'participation', 'signature'];

/** Columns that hold what pages say, with ids inside, and lists of ids. */
const LISTS_OF_PAGES = ['statements', 'contradictions', 'related'];

/** The rows of a table, but for when they were written: that is of the way there. */
async function listRows({ pool }: Database, table: string) {
  const { rows } = await pool.query<{ row: Record<string, unknown>; places: string }>(
    `SELECT to_jsonb(it) - 'updated_at' AS row, ${placesOf(`${table}_id`)} AS places FROM "${table}" AS it`,
  );
  return rows;
}

/**
 * The graph as text, without ids: two databases that hold the same graph give the same, whatever the way there.
 *
 * @param options.withIds keeps the ids of entities, to see that they come back.
 */
export async function dumpGraph(
  database: Database,
  options: { withIds: boolean } = { withIds: false },
): Promise<string[]> {
  const all = await Promise.all(
    TABLES.map(async (table) => ({ table, rows: await listRows(database, table) })),
  );
  const names = new Map<unknown, string>();
  for (const { table, rows } of all)
    for (const { row, places } of rows)
      names.set(
        row.id,
        `${table} ${row.name ?? row.title ?? ''} (${places})${options.withIds ? row.id : ''}`,
      );
  const { rows: articles } = await database.pool.query(
    `SELECT a.id, d.name || '#' || a.ordinal AS name FROM article AS a JOIN source_document AS d ON d.id = a.document_id`,
  );
  for (const { id, name } of articles) names.set(id, `article ${name}`);
  const { rows: series } = await database.pool.query('SELECT id, name FROM meeting_series');
  for (const { id, name } of series) names.set(id, `series ${name}`);
  /** Values with ids replaced by names, and lists in a fixed order: what pages say has none. */
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.map(rename).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return names.get(value) ?? value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rename(part)]));
  };
  const show = (row: Record<string, unknown>) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => column !== 'id')
          .map(([column, value]) => [
            column,
            LISTS_OF_PAGES.includes(column) ? rename(value) : (names.get(value) ?? value),
          ]),
      ),
    );
  const lines = all.flatMap(({ table, rows }) =>
    rows
      .filter(({ row }) => (row.merged_into_id ?? null) === null)
      .map(({ row, places }) => `${table} ${places} ${show(row)}${options.withIds ? row.id : ''}`),
  );
  for (const table of ['meeting_place', 'meeting_session', 'participation_position', 'meeting_series']) {
    const { rows } = await database.pool.query(
      `SELECT to_jsonb(it) - 'updated_at' AS row FROM ${table} AS it`,
    );
    lines.push(...rows.map(({ row }) => `${table} ${show(row)}`));
  }
  const { rows: entries } = await database.pool.query(
    `SELECT entity_type, entity_id, part, happened_on::text, area_codes, related, publisher, title_key, passages FROM search_entry`,
  );
  lines.push(
    ...entries.map((row) => `search ${show({ ...row, entity_id: names.get(row.entity_id) ?? '' })}`),
  );
  const { rows: terms } = await database.pool.query(
    `SELECT entity_id, kind, term, key, observed_on::text, prominence FROM search_term`,
  );
  lines.push(...terms.map((row) => `term ${show(row)}`));
  return lines.sort();
}
