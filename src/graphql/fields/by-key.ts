import { sql } from 'kysely';
import { builder, type ObjectRef } from '../builder/builder.ts';
import { oneObject } from '../cost/weights.ts';
import { type Entity, keyOf, survivor } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { one } from '../read-plan/relation.ts';
import type { Sql } from '../read-plan/sql.ts';
import { rootField } from './root.ts';

/** The JSON object of the row of `entity` with the key `id`, or of the one that it was merged into; NULL where there is none. */
export function byKey(request: FieldRequest, entity: Entity, id: Sql): Sql {
  return one(request, entity, (row) => sql`${keyOf(entity, row)} = ${survivor(entity, id)}`);
}

/** Options of a root field that finds a row of `entity` by its argument `name`. */
export function findBy(entity: Entity, name: string) {
  return rootField((request) => byKey(request, entity, sql`${request.args[name]}::text`), oneObject);
}

/** Declares the root field `noun` that finds a row of `entity` by its id. */
export function queryById(entity: Entity & { readonly ref: ObjectRef }, noun: string): void {
  builder.queryField(noun, (t) =>
    t.field({
      type: entity.ref,
      description: `The ${noun} with this id, or the one that it was merged into; null where there is none.`,
      args: { id: t.arg({ type: 'ID', required: true, description: 'Its id.' }) },
      ...findBy(entity, 'id'),
    }),
  );
}
