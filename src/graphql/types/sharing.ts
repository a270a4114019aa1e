import { sql } from 'kysely';
import type { ListLimit } from '../arguments/list-limit.ts';
import { limitOf, SHORT_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { leaf, limitedList } from '../cost/weights.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { type Entity, unmerged } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { filterCondition } from '../read-plan/filter.ts';
import { many, planned } from '../read-plan/relation.ts';
import { and, col, from, type Row, type Sql } from '../read-plan/sql.ts';

/** What several may share, and the table that ties them to it. */
const SHARED = {
  meeting: { listing: meetingListing.list, link: 'participation', day: 'starts_on' },
  agreement: { listing: agreementListing.list, link: 'signature', day: 'signed_on' },
} as const;

type SharedKind = keyof typeof SHARED;

/** The arguments of a list of those who share something: `first`, and which of what they share counts. */
export function sharingArguments(kind: SharedKind, limit: ListLimit) {
  const { filter, nouns } = SHARED[kind].listing;
  return {
    ...firstArgument(limit),
    ...builder.args((arg) => ({
      where: arg.field({ type: filter, description: `Only ${nouns[1]} that pass this filter count.` }),
    })),
  };
}

/** Who shares something with whom: its columns beside `number` and `shared`, and how the two are found. */
interface Sharing {
  readonly kind: SharedKind;
  /** The GraphQL type of the rows, and how many there are at most. */
  readonly typeName: string;
  readonly limit: ListLimit;
  /** The names of the columns that tell who shares, with their values over the links `own` and `other`. */
  readonly columns: Readonly<Record<string, Sql>>;
  /** Which links are looked at. */
  readonly where: Sql;
}

/**
 * The JSON array of those who share most, the most first. Their rows have the columns that tell who they are, `number`, how much
 * they share, and `shared`, its ids.
 *
 * @throws GraphQLError BAD_USER_INPUT for more than the limit allows.
 */
export function readSharing(request: FieldRequest, { kind, typeName, limit, columns, where }: Sharing): Sql {
  const { planner, args, selection } = request;
  const size = limitOf(args.first, limit);
  const link = sql.table(SHARED[kind].link);
  const shared = sql.ref(`own.${kind}_id`);
  const names = Object.keys(columns);
  const who = names.map((name) => sql`${columns[name]} AS ${sql.id(name)}`);
  const groups = sql.join(Object.values(columns));
  const pairs = sql`SELECT ${sql.join(who)}, count(*)::integer AS number, array_agg(${shared}) AS shared
    FROM ${link} AS own JOIN ${link} AS other ON ${sql.ref(`other.${kind}_id`)} = ${shared} ${filtered(request, kind, shared)}
    WHERE ${where} GROUP BY ${groups} ORDER BY count(*) DESC, ${groups} LIMIT ${size}`;
  const row: Row = { table: kind, alias: planner.alias() };
  const object = planner.object(typeName, row, selection);
  const order = ['number', ...names].map(
    (name) => sql`${shareColumn(row, name)} ${name === 'number' ? sql`DESC` : sql``}`,
  );
  return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${sql.join(order)}), '[]') FROM (${pairs}) AS ${sql.id(row.alias)})`;
}

/** The join that keeps what passes the filter of the field's arguments; none where it has none. */
function filtered({ planner, args }: FieldRequest, kind: SharedKind, id: Sql): Sql {
  if (!args.where) return sql``;
  const entity: Entity = SHARED[kind].listing.entity;
  const row = planner.row(entity.table);
  const passes = filterCondition(planner.inputType(`${entity.name}Filter`), row, args.where);
  const conditions = [sql`${sql.ref(`${row.alias}.id`)} = ${id}`, ...unmerged(entity, row), passes];
  return sql`JOIN ${from(row)} ON ${and(conditions)}`;
}

/** A column of the row that stands for those who share. */
export function shareColumn(row: Row | null, name: string): Sql {
  return sql.ref(`${row?.alias}.${name}`);
}

/** Options of the field that tells how much is shared. */
export const shareCount = planned(({ row }) => shareColumn(row, 'number'), leaf());

/** Options of the list of what is shared, latest first. */
export function sharedList(kind: SharedKind) {
  const { listing, day } = SHARED[kind];
  const target: Entity<SharedKind> = listing.entity;
  return {
    args: firstArgument(SHORT_LIST),
    ...planned(
      (request) =>
        many(request, { target, limit: SHORT_LIST }, (row) => ({
          where: sql`${col(row, 'id')} = ANY (${shareColumn(request.row, 'shared')})`,
          orderBy: sql`${sql.ref(`${row.alias}.${day}`)} DESC NULLS LAST, ${col(row, 'id')}`,
        })),
      limitedList(SHORT_LIST),
    ),
  };
}
