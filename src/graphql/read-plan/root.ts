import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { type Arguments, type FieldPlan, planOf } from './field-plan.ts';
import { Planner } from './planner.ts';
import { Selection } from './selection.ts';

/** The resolver of every root field with a plan: composes its statement, runs it, and gives the nested answer. */
export async function resolveRoot(
  _root: unknown,
  args: Arguments,
  { plans }: Context,
  info: GraphQLResolveInfo,
): Promise<never> {
  const plan = rootPlan(info);
  const selection = new Selection(info, info.fieldNodes);
  const expression = plan.read({ planner: new Planner(info.schema), row: null, args, selection });
  return (await plans.run(expression)) as never;
}

/** Options of a root field with the plan `plan`. */
export function rootField(plan: FieldPlan): { extensions: { plan: FieldPlan }; resolve: typeof resolveRoot } {
  return { extensions: { plan }, resolve: resolveRoot };
}

function rootPlan({ parentType, fieldName }: GraphQLResolveInfo): FieldPlan {
  const field = parentType.getFields()[fieldName];
  const plan = field && planOf(field);
  if (!plan) throw new Error(`${parentType.name}.${fieldName} has no plan`);
  return plan;
}
