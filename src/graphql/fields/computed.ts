import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { type ListLimit, limitOf, SHORT_LIST } from '../arguments/list-limit.ts';
import type { Context } from '../context/context.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { leaf, limitedList, mutationCost } from '../cost/weights.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { Planner } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { Selection } from '../read-plan/selection.ts';
import type { Row, Sql } from '../read-plan/sql.ts';

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

/** Options of a root field whose values the app computes, and a plan completes: a list, or its first. */
function computedRoot(typeName: string, cost: CostOf, options: { compute: Compute; isList: boolean }) {
  const { compute, isList } = options;
  const resolve = async (_: unknown, args: Arguments, context: Context, info: GraphQLResolveInfo) => {
    const values = await compute(args, context);
    const request = {
      planner: new Planner(info.schema, 'walked'),
      selection: new Selection(info, info.fieldNodes),
    };
    const list = sql`${JSON.stringify(values)}::jsonb`;
    const read = readEntries(request, typeName, { list, limit: values.length });
    return (await context.plans.run(isList ? read : sql`(${read} -> 0)`)) as never;
  };
  return { extensions: { cost }, resolve };
}

/** Options of a root field that is a list of objects of type `typeName`, computed by the app. */
export function computedList(typeName: string, cost: CostOf, compute: Compute) {
  return computedRoot(typeName, cost, { compute, isList: true });
}

/** Options of a root field that is one object of type `typeName`, computed by the app. */
export function computedOne(
  typeName: string,
  compute: (args: Arguments, context: Context) => Promise<Computed>,
) {
  return computedRoot(typeName, mutationCost, {
    compute: async (args, context) => [await compute(args, context)],
    isList: false,
  });
}
