import { sql } from 'kysely';
import { FACT_KINDS, KINDS, type NodeKind as KindOfFact } from '../../kinds/kinds.ts';
import { idPrefixes, type NodeKind } from '../../store/sql/new-id.ts';
import { badInput } from '../arguments/bad-input.ts';
import { MAX_PAGE_SIZE } from '../arguments/page-size.ts';
import { builder } from '../builder/builder.ts';
import { Area, Article, Decision, FACT_TYPES, MeetingSeries, SourceDocument } from '../builder/entities.ts';
import { listOf, oneObject } from '../cost/weights.ts';
import { byKey } from '../fields/by-key.ts';
import { rootField } from '../fields/root.ts';
import type { Entity } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import type { Sql } from '../read-plan/sql.ts';
import { Node } from './node.ts';

/** Node types of which one has the object of an id. */
type Candidates = readonly Entity[];

/** The nodes that are no facts. */
const OTHERS: Readonly<Record<Exclude<NodeKind, KindOfFact>, Entity>> = {
  document: SourceDocument,
  article: Article,
  series: MeetingSeries,
};

/** The node type by what ids begin with. */
const NODES: ReadonlyMap<string, Candidates> = new Map(
  (Object.keys(idPrefixes) as NodeKind[]).map((kind) => [
    idPrefixes[kind],
    [kind in OTHERS ? OTHERS[kind as keyof typeof OTHERS] : FACT_TYPES[kind as KindOfFact].entity],
  ]),
);

/** The facts whose ids are a hash of what they state, and do not tell of which kind they are. */
const HASHED: Candidates = FACT_KINDS.flatMap((kind) =>
  KINDS[kind].idPrefix === null ? [FACT_TYPES[kind].entity] : [],
);

/** What ids look like that do not begin with a kind. */
const SHAPES: readonly (readonly [RegExp, Candidates])[] = [
  [/^[0-9a-f]{32}$/, HASHED],
  [/^(?:\d{6}|[A-Z]{2})$/, [Area]],
  [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, [Decision]],
];

const NONE: Candidates = [];

/** The node types that the object of an id may have; none where it is no id of a node. */
function candidatesOf(id: string): Candidates {
  return NODES.get(id.split('_', 1)[0] ?? '') ?? SHAPES.find(([shape]) => shape.test(id))?.[1] ?? NONE;
}

/** The JSON object of the first of the types that has one with the id; NULL where none has. */
function readNode(request: FieldRequest, candidates: Candidates, id: Sql): Sql {
  const found = candidates.map((entity) => byKey(request, entity, id));
  return found.length === 0 ? sql`NULL::json` : sql`coalesce(${sql.join(found)})`;
}

/** The JSON array of the nodes with the ids, in their order, NULL for those that are unknown. */
function readNodes(request: FieldRequest): Sql {
  const ids = request.args.ids as readonly string[];
  if (ids.length > MAX_PAGE_SIZE)
    throw badInput(`\`ids\` takes at most ${MAX_PAGE_SIZE} ids, not ${ids.length}.`);
  const wanted = new Map<Candidates, { id: string; place: number }[]>();
  for (const [place, id] of ids.entries()) {
    const candidates = candidatesOf(id);
    wanted.set(candidates, [...(wanted.get(candidates) ?? []), { id, place }]);
  }
  if (wanted.size === 0) return sql`'[]'`;
  const kinds = [...wanted].map(([candidates, some]) => {
    const object = readNode(request, candidates, sql`wanted.id`);
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
      return readNode(request, candidatesOf(id), sql`${id}::text`);
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
