import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';
import type { Context } from '../context/context.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { type FieldPlan, type Form, type PlanExtensions, Planner, planOf } from '../read-plan/field-plan.ts';
import { type SelectedField, Selection } from '../read-plan/selection.ts';
import type { Sql } from '../read-plan/sql.ts';

/**
 * Composes a root field's statement: the expression of its value.
 *
 * @throws {WalkedError} where it has to be walked, and the form is another.
 */
export async function composeRoot(
  schema: GraphQLSchema,
  { definition, args, selection }: Pick<SelectedField, 'definition' | 'args' | 'selection'>,
  form: Form,
): Promise<Sql> {
  const plan = planOf(definition);
  if (!plan) throw new Error(`${definition.name} has no plan`);
  const planner = new Planner(schema, form, plan.prepare && (await plan.prepare(args)));
  return plan.read({ planner, row: null, args, selection });
}

/** The resolver of every root field with a plan: runs its statement, which it composes if need be, and gives the nested answer. */
export async function resolveRoot(
  _root: unknown,
  args: Arguments,
  { plans, operation }: Context,
  info: GraphQLResolveInfo,
): Promise<never> {
  const composed = operation.composed?.fields.get(String(info.path.key));
  if (composed) {
    const text = await plans.read(composed.statement, operation.variables);
    return (text === null ? null : JSON.parse(text)) as never;
  }
  const definition = info.parentType.getFields()[info.fieldName];
  if (!definition) throw new Error(`${info.parentType.name} has no ${info.fieldName}`);
  const selection = new Selection(info, info.fieldNodes);
  return (await plans.run(
    await composeRoot(info.schema, { definition, args, selection }, 'walked'),
  )) as never;
}

/** Options of a root field with the plan `read`, which costs `cost`; `prepare` as in `FieldPlan`. */
export function rootField(
  read: FieldPlan['read'],
  cost: CostOf,
  prepare?: FieldPlan['prepare'],
): { extensions: PlanExtensions; resolve: typeof resolveRoot } {
  return { extensions: { plan: { read, ...(prepare && { prepare }) }, cost }, resolve: resolveRoot };
}
