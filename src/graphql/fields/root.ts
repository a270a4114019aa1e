import type { GraphQLResolveInfo } from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';
import type { Context } from '../context/context.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { type FieldPlan, type PlanExtensions, Planner, planOf } from '../read-plan/field-plan.ts';
import { Selection } from '../read-plan/selection.ts';

/** The resolver of every root field with a plan: composes its statement, runs it, and gives the nested answer. */
export async function resolveRoot(
  _root: unknown,
  args: Arguments,
  { plans, answer }: Context,
  info: GraphQLResolveInfo,
): Promise<never> {
  const { prepare, read } = rootPlan(info);
  const selection = new Selection(info, info.fieldNodes);
  const planner = new Planner(info.schema, prepare && (await prepare(args)));
  return (await plans.run(read({ planner, row: null, args, selection }), answer)) as never;
}

/** Options of a root field with the plan `read`, which costs `cost`; `prepare` as in `FieldPlan`. */
export function rootField(
  read: FieldPlan['read'],
  cost: CostOf,
  prepare?: FieldPlan['prepare'],
): { extensions: PlanExtensions; resolve: typeof resolveRoot } {
  return { extensions: { plan: { read, ...(prepare && { prepare }) }, cost }, resolve: resolveRoot };
}

function rootPlan({ parentType, fieldName }: GraphQLResolveInfo): FieldPlan {
  const field = parentType.getFields()[fieldName];
  const plan = field && planOf(field);
  if (!plan) throw new Error(`${parentType.name}.${fieldName} has no plan`);
  return plan;
}
