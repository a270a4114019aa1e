import { type Kysely, sql } from 'kysely';
import { groupBy } from '../../base/group-by.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { Fact, FactKind } from '../../kinds/kinds.ts';
import { FACT_TABLES } from './fact-rows.ts';

/** The facts of the given kinds and ids that the graph holds, by id. */
export async function loadFacts(
  kysely: Kysely<DB>,
  wanted: Iterable<Pick<Fact, 'kind' | 'id'>>,
): Promise<Map<string, Fact>> {
  const facts = new Map<string, Fact>();
  for (const [kind, refs] of groupBy(wanted, (fact): FactKind => fact.kind)) {
    const { table, columns, select } = FACT_TABLES[kind];
    // What was merged away holds no fact: its row only says into what.
    const stands = columns.includes('merged_into_id') ? sql`it.merged_into_id IS NULL` : sql`true`;
    const ids = refs.map(({ id }) => id);
    const query = sql<{
      fact: string | null;
    }>`SELECT json_agg(json_build_object('kind', ${kind}::text, 'id', it.id,
        ${sql.raw(select)}))::text AS fact FROM ${sql.table(table)} AS it WHERE it.id = ANY (${ids}::text[]) AND ${stands}`;
    const { rows } = await query.execute(kysely);
    for (const fact of JSON.parse(rows[0]?.fact ?? '[]') as Fact[]) facts.set(fact.id, fact);
  }
  return facts;
}
