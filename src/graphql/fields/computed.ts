import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { type ListLimit, limitOf, SHORT_LIST } from '../arguments/list-limit.ts';
import type { Context } from '../context/context.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { leaf, limitedList, mutationCost } from '../cost/weights.ts';
import { readConnection } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { Planner } from '../read-plan/field-plan.ts';
import { type Ordering, parsePage } from '../read-plan/page.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { Selection } from '../read-plan/selection.ts';
import { and, type Row, type Sql } from '../read-plan/sql.ts';

/** A value that the app has computed, which a plan then completes with rows of the graph. */
export type Computed = Readonly<Record<string, unknown>>;

/** The rows of computed values: derived tables with one JSON column. */
const column = ({ alias }: Row) => sql.ref(`${alias}.computed`);

/** The JSON of an entry of the computed value that stands for the parent. */
export function jsonOf(request: FieldRequest, name: string): Sql {
  return sql`(${column(parentRow(request))} -> ${sql.lit(name)})`;
}

/** The text of an entry of the computed value that stands for the parent; NULL where it has none. */
export function textOf(request: FieldRequest, name: string): Sql {
  return sql`(${column(parentRow(request))} ->> ${sql.lit(name)})`;
}

/** Options of a field that is an entry of the computed value that stands for the parent. */
export const entry = (name: string) => planned((request) => jsonOf(request, name), leaf());

/** Options of a list of objects of type `typeName` that is an entry of the computed value that stands for the parent. */
export const entries = (name: string, typeName: string, limit?: ListLimit) =>
  entriesOf((request) => jsonOf(request, name), typeName, limit);

/**
 * Options of a list of objects of type `typeName`: the elements of a JSON array, which stand for computed values. Where
 * there may be more than `limit` its field declares the argument `first`.
 */
export function entriesOf(
  list: (request: FieldRequest) => Sql,
  typeName: string,
  limit: ListLimit = SHORT_LIST,
) {
  return planned((request) => {
    const size = limitOf(request.args.first, limit);
    return readEntries(request, typeName, { list: list(request), limit: size });
  }, limitedList(limit));
}

function readEntries(
  { planner, selection }: Pick<FieldRequest, 'planner' | 'selection'>,
  typeName: string,
  { list, limit }: { readonly list: Sql; readonly limit: number },
) {
  const row: Row = { table: 'article', alias: planner.alias() };
  const object = planner.object(typeName, row, selection);
  const elements = sql`SELECT e.value FROM jsonb_array_elements(${list}) AS e(value) LIMIT ${sql.lit(limit)}`;
  return sql`(SELECT coalesce(json_agg(${object}), '[]') FROM (${elements}) AS ${sql.id(row.alias)}(computed))`;
}

type Compute = (args: Arguments, context: Context) => Promise<readonly Computed[]>;

/** How the values of a list that the app computes are listed. */
interface ComputedConnection {
  /** What its types are named after. */
  readonly name: string;
  readonly ordering: Ordering;
  readonly cost: CostOf;
}

/**
 * Options of a root field that is a connection of values computed by the app, each with an `id` that tells it in the list; which are
 * shown, and in what order, the statement says that completes them.
 */
export function computedConnection({ name, ordering, cost }: ComputedConnection, compute: Compute) {
  const resolve = async (_: unknown, args: Arguments, context: Context, info: GraphQLResolveInfo) => {
    const page = parsePage(args, ordering);
    const values = await compute(args, context);
    const planner = new Planner(info.schema, 'walked');
    const list = readConnection(
      { planner, selection: new Selection(info, info.fieldNodes) },
      {
        name,
        page,
        // Computed values are no rows of a table; nothing here asks for the table's name.
        row: () => ({ table: 'article', alias: planner.alias() }),
        source: (row, conditions) => sql`FROM value AS ${sql.id(row.alias)} WHERE ${and(conditions)}`,
        figure: (part) => {
          throw new Error(`${name}Connection has no ${part.name}`);
        },
      },
    );
    const all = sql`SELECT v.value AS computed, v.value ->> 'id' AS id FROM jsonb_array_elements(${JSON.stringify(values)}::jsonb) AS v(value)`;
    return (await context.plans.run(sql`(WITH value AS MATERIALIZED (${all}) SELECT ${list})`)) as never;
  };
  return { extensions: { cost }, resolve };
}

/** Options of a root field that is one object of type `typeName`, computed by the app. */
export function computedOne(
  typeName: string,
  compute: (args: Arguments, context: Context) => Promise<Computed>,
) {
  const resolve = async (_: unknown, args: Arguments, context: Context, info: GraphQLResolveInfo) => {
    const value = await compute(args, context);
    const request = {
      planner: new Planner(info.schema, 'walked'),
      selection: new Selection(info, info.fieldNodes),
    };
    const list = sql`${JSON.stringify([value])}::jsonb`;
    const read = readEntries(request, typeName, { list, limit: 1 });
    return (await context.plans.run(sql`(${read} -> 0)`)) as never;
  };
  return { extensions: { cost: mutationCost }, resolve };
}
