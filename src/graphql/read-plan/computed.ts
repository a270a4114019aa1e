import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Arguments, FieldPlan, FieldRequest } from './field-plan.ts';
import { Planner } from './planner.ts';
import { parentRow, planned } from './relation.ts';
import { Selection } from './selection.ts';
import type { Row, Sql } from './sql.ts';

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
export const entry = (name: string) => planned((request) => jsonOf(request, name), 0);

/** Options of a list of objects of type `typeName` that is an entry of the computed value that stands for the parent. */
export const entries = (name: string, typeName: string) =>
  entriesOf((request) => jsonOf(request, name), typeName);

/** Options of a list of objects of type `typeName`: the elements of a JSON array, which stand for computed values. */
export function entriesOf(list: (request: FieldRequest) => Sql, typeName: string) {
  return planned((request) => readEntries(request, typeName, list(request)), 2);
}

function readEntries(
  { planner, selection }: Pick<FieldRequest, 'planner' | 'selection'>,
  typeName: string,
  list: Sql,
) {
  const row: Row = { table: 'article', alias: planner.alias() };
  const object = planner.object(typeName, row, selection);
  return sql`(SELECT coalesce(json_agg(${object}), '[]') FROM jsonb_array_elements(${list}) AS ${sql.id(row.alias)}(computed))`;
}

type Compute = (args: Arguments, context: Context) => Promise<readonly Computed[]>;

/** Options of a root field whose values the app computes, and a plan completes: a list, or its first. */
function computedRoot(
  typeName: string,
  rows: FieldPlan['rows'],
  options: { compute: Compute; isList: boolean },
) {
  const { compute, isList } = options;
  const resolve = async (_: unknown, args: Arguments, context: Context, info: GraphQLResolveInfo) => {
    const values = await compute(args, context);
    const request = { planner: new Planner(info.schema), selection: new Selection(info, info.fieldNodes) };
    const read = readEntries(request, typeName, sql`${JSON.stringify(values)}::jsonb`);
    return (await context.plans.run(isList ? read : sql`(${read} -> 0)`)) as never;
  };
  // The plan counts what the operation asks for; it is read only once the values are there.
  return { extensions: { plan: { read: () => sql`NULL`, rows } }, resolve };
}

/** Options of a root field that is a list of objects of type `typeName`, computed by the app. */
export function computedList(typeName: string, rows: FieldPlan['rows'], compute: Compute) {
  return computedRoot(typeName, rows, { compute, isList: true });
}

/** Options of a root field that is one object of type `typeName`, computed by the app. */
export function computedOne(
  typeName: string,
  compute: (args: Arguments, context: Context) => Promise<Computed>,
) {
  return computedRoot(typeName, () => 1, {
    compute: async (args, context) => [await compute(args, context)],
    isList: false,
  });
}
