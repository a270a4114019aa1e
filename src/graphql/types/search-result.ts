import { sql } from 'kysely';
import { ENTITY_TYPES, type EntityType } from '../../search/entities/entity-type.ts';
import { builder } from '../builder/builder.ts';
import { keyOf } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { one } from '../read-plan/relation.ts';
import type { Sql } from '../read-plan/sql.ts';
import { entityOfType } from '../values/entity-type.ts';

/** What a search finds. */
export const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: ENTITY_TYPES.map((type) => entityOfType(type).ref),
  resolveType: (value: JsonObject) => value.$type as string,
});

/** The JSON object of the result that a row's columns `entity_type` and `id` refer to; of the kinds `types`. */
export function readResult(
  request: Pick<FieldRequest, 'planner' | 'selection'>,
  alias: string,
  types: readonly EntityType[],
): Sql {
  const id = sql.ref(`${alias}.id`);
  if (types.length === 0) return sql`NULL::json`;
  const cases = types.map((type) => {
    const entity = entityOfType(type);
    return sql`WHEN ${sql.lit(type)} THEN ${one(request, entity, (row) => sql`${keyOf(entity, row)} = ${id}`)}`;
  });
  return sql`CASE ${sql.ref(`${alias}.entity_type`)} ${sql.join(cases, sql` `)} END`;
}
