import { sql } from 'kysely';
import type { NodeKind as KindOfFact } from '../../kinds/kinds.ts';
import { idPrefixes, type NodeKind } from '../../store/sql/new-id.ts';
import { badInput } from '../arguments/bad-input.ts';
import { MAX_PAGE_SIZE } from '../arguments/page-size.ts';
import { builder } from '../builder/builder.ts';
import { Article, FACT_TYPES, MeetingSeries, SourceDocument } from '../builder/entities.ts';
import { listOf, oneObject } from '../cost/weights.ts';
import { byKey } from '../fields/by-key.ts';
import { rootField } from '../fields/root.ts';
import type { Entity } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import type { Sql } from '../read-plan/sql.ts';
import { Node } from './node.ts';

/** The nodes that are no facts. */
const OTHERS: Readonly<Record<Exclude<NodeKind, KindOfFact>, Entity>> = {
  document: SourceDocument,
  article: Article,
  series: MeetingSeries,
};

/** The node type by what ids begin with. */
const NODES: ReadonlyMap<string, Entity> = new Map(
  (Object.keys(idPrefixes) as NodeKind[]).map((kind) => [
    idPrefixes[kind],
    kind in OTHERS ? OTHERS[kind as keyof typeof OTHERS] : FACT_TYPES[kind as KindOfFact].entity,
  ]),
);

/** The node type of an id; null where it is no id of a node. */
const entityOf = (id: string): Entity | null => NODES.get(id.split('_', 1)[0] ?? '') ?? null;

/** The JSON array of the nodes with the ids, in their order, NULL for those that are unknown. */
function readNodes(request: FieldRequest): Sql {
  const ids = request.args.ids as readonly string[];
  if (ids.length > MAX_PAGE_SIZE)
    throw badInput(`\`ids\` takes at most ${MAX_PAGE_SIZE} ids, not ${ids.length}.`);
  const wanted = new Map<Entity | null, { id: string; place: number }[]>();
  for (const [place, id] of ids.entries()) {
    const entity = entityOf(id);
    wanted.set(entity, [...(wanted.get(entity) ?? []), { id, place }]);
  }
  if (wanted.size === 0) return sql`'[]'`;
  const kinds = [...wanted].map(([entity, some]) => {
    const object = entity ? byKey(request, entity, sql`wanted.id`) : sql`NULL::json`;
    const places = sql`unnest(${some.map(({ id }) => id)}::text[], ${some.map(({ place }) => place)}::integer[])`;
    return sql`SELECT wanted.place, ${object} AS node FROM ${places} AS wanted(id, place)`;
  });
  return sql`(SELECT json_agg(found.node ORDER BY found.place) FROM (${sql.join(kinds, sql` UNION ALL `)}) AS found)`;
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    description: 'The object with this id, or the one that it was merged into; null where there is none.',
    args: { id: t.arg({ type: 'ID', required: true, description: 'Its id.' }) },
    ...rootField((request) => {
      const id = String(request.args.id);
      const entity = entityOf(id);
      return entity ? byKey(request, entity, sql`${id}::text`) : sql`NULL`;
    }, oneObject),
  }),
  nodes: t.field({
    type: t.listRef(Node, { nullable: true }),
    nullable: false,
    description: 'The objects with these ids, in their order; null for each that is unknown.',
    args: {
      ids: t.arg({
        type: ['ID'],
        required: true,
        description: 'At most 100 ids. An empty list matches nothing.',
      }),
    },
    ...rootField(
      readNodes,
      listOf(({ ids }) => Math.min(MAX_PAGE_SIZE, (ids as readonly string[]).length)),
    ),
  }),
}));
