import { sql } from 'kysely';
import { NODE_KINDS } from '../../kinds/kinds.ts';
import { idPrefixes } from '../../store/sql/new-id.ts';
import { FACT_TYPES } from '../builder/entities.ts';
import { oneObject } from '../cost/weights.ts';
import { textOf } from '../fields/computed.ts';
import { keyOf, survivor } from '../read-plan/entity.ts';
import type { PlannedOptions } from '../read-plan/field-plan.ts';
import { one, planned } from '../read-plan/relation.ts';

/** Options of a field of type Node: what a decision may be about, whose id is an entry of the computed value that stands for the parent. */
export function curatedEntity(name: string): PlannedOptions {
  return planned((request) => {
    const id = textOf(request, name);
    const cases = NODE_KINDS.map((kind) => {
      const { entity } = FACT_TYPES[kind];
      return sql`WHEN ${sql.lit(idPrefixes[kind])} THEN ${one(request, entity, (row) => sql`${keyOf(entity, row)} = ${survivor(entity, id)}`)}`;
    });
    return sql`CASE split_part(${id}, '_', 1) ${sql.join(cases, sql` `)} END`;
  }, oneObject);
}
