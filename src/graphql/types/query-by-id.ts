import { sql } from 'kysely';
import { idPrefixes, type NodeKind } from '../../store/sql/new-id.ts';
import { badInput } from '../arguments/bad-input.ts';
import { MAX_PAGE_SIZE } from '../arguments/page-size.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import {
  Agreement,
  Area,
  Article,
  Decision,
  Meeting,
  MeetingSeries,
  Organisation,
  Participation,
  Person,
  Position,
  Signature,
  SourceDocument,
} from '../builder/entities.ts';
import { listOf, oneObject } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { type Entity, keyOf, survivor } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { one } from '../read-plan/relation.ts';
import type { Sql } from '../read-plan/sql.ts';
import { Node } from './node.ts';

/** Node types of which one has the object of an id. */
type Candidates = readonly Entity[];

/** The node types by the kind that their ids begin with. */
const NODES: Readonly<Record<NodeKind, Candidates>> = {
  document: [SourceDocument],
  article: [Article],
  meeting: [Meeting],
  series: [MeetingSeries],
  person: [Person],
  organisation: [Organisation],
  agreement: [Agreement],
};

/** The id of a fact is a hash of what it states, and does not tell of which kind it is; that of a decision is a UUID. */
const OTHERS: readonly (readonly [RegExp, Candidates])[] = [
  [/^[0-9a-f]{32}$/, [Participation, Position, Signature]],
  [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, [Decision]],
];

const NONE: Candidates = [];

/** The node types that the object of an id may have; none where it is no id of a node. */
function candidatesOf(id: string): Candidates {
  const prefix = id.split('_', 1)[0];
  const kind = (Object.keys(idPrefixes) as NodeKind[]).find((some) => idPrefixes[some] === prefix);
  return kind ? NODES[kind] : (OTHERS.find(([shape]) => shape.test(id))?.[1] ?? NONE);
}

/** The JSON object of the first of the types that has one with the id; NULL where none has. */
function byKey(request: FieldRequest, candidates: Candidates, id: Sql): Sql {
  const found = candidates.map((entity) =>
    one(request, entity, (row) => sql`${keyOf(entity, row)} = ${survivor(entity, id)}`),
  );
  return found.length === 0 ? sql`NULL::json` : sql`coalesce(${sql.join(found)})`;
}

/** Options of a root field that finds a row of `entity` by its argument `name`. */
function findBy(entity: Entity, name: string) {
  return rootField((request) => byKey(request, [entity], sql`${request.args[name]}::text`), oneObject);
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
    const object = byKey(request, candidates, sql`wanted.id`);
    const places = sql`unnest(${some.map(({ id }) => id)}::text[], ${some.map(({ place }) => place)}::integer[])`;
    return sql`SELECT wanted.place, ${object} AS node FROM ${places} AS wanted(id, place)`;
  });
  return sql`(SELECT json_agg(found.node ORDER BY found.place) FROM (${sql.join(kinds, sql` UNION ALL `)}) AS found)`;
}

const byId = (entity: Entity & { readonly ref: ObjectRef }, noun: string) =>
  builder.queryField(noun, (t) =>
    t.field({
      type: entity.ref,
      description: `The ${noun} with this id, or the one that it was merged into; null where there is none.`,
      args: { id: t.arg({ type: 'ID', required: true, description: 'Its id.' }) },
      ...findBy(entity, 'id'),
    }),
  );

byId(Article, 'article');
byId(Meeting, 'meeting');
byId(Person, 'person');
byId(Organisation, 'organisation');
byId(Agreement, 'agreement');

builder.queryFields((t) => ({
  area: t.field({
    type: Area.ref,
    description: 'The area with this code; null where there is none.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'GB/T 2260 for a division, `330500`; ISO 3166-1 for a state, `SG`.',
      }),
    },
    ...findBy(Area, 'code'),
  }),
  node: t.field({
    type: Node,
    description: 'The object with this id, or the one that it was merged into; null where there is none.',
    args: { id: t.arg({ type: 'ID', required: true, description: 'Its id.' }) },
    ...rootField((request) => {
      const id = String(request.args.id);
      return byKey(request, candidatesOf(id), sql`${id}::text`);
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
