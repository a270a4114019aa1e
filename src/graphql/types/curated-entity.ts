import { sql } from 'kysely';
import { idPrefixes, type NodeKind } from '../../store/sql/new-id.ts';
import { Agreement, Meeting, Organisation, Person } from '../builder/entities.ts';
import { oneObject } from '../cost/weights.ts';
import { textOf } from '../fields/computed.ts';
import { type Entity, keyOf, survivor } from '../read-plan/entity.ts';
import type { PlannedOptions } from '../read-plan/field-plan.ts';
import { one, planned } from '../read-plan/relation.ts';

const CURATED: readonly (readonly [NodeKind, Entity])[] = [
  ['person', Person],
  ['organisation', Organisation],
  ['meeting', Meeting],
  ['agreement', Agreement],
];

/** Options of a field of type Node: the entity whose id is an entry of the computed value that stands for the parent. */
export function curatedEntity(name: string): PlannedOptions {
  return planned((request) => {
    const id = textOf(request, name);
    const cases = CURATED.map(
      ([kind, entity]) =>
        sql`WHEN ${sql.lit(idPrefixes[kind])} THEN ${one(request, entity, (row) => sql`${keyOf(entity, row)} = ${survivor(entity, id)}`)}`,
    );
    return sql`CASE split_part(${id}, '_', 1) ${sql.join(cases, sql` `)} END`;
  }, oneObject);
}
