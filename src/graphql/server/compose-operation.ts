import { GraphQLError, isNonNullType } from 'graphql';
import type { ComposedField, ComposedOperation } from '../context/composed-operation.ts';
import type { PlanRunner } from '../context/run-plan.ts';
import { composeRoot, resolveRoot } from '../fields/root.ts';
import type { Form } from '../read-plan/field-plan.ts';
import { LookedAtError } from '../read-plan/late-value.ts';
import { type OperationInfo, Selection } from '../read-plan/selection.ts';

/** The operation whose statements are composed. */
export interface ToCompose {
  readonly info: OperationInfo;
  /** What is selected of the root type. */
  readonly operation: ConstructorParameters<typeof Selection>[1][number];
  readonly plans: PlanRunner;
}

/** The root fields as statements of one form; null where one of them has to be walked and the form is another. */
async function composeFields(
  { info, plans }: ToCompose,
  selected: ReturnType<Selection['inOrder']>,
  form: Form,
): Promise<Map<string, ComposedField | null> | null> {
  const fields = new Map<string, ComposedField | null>();
  for (const field of selected) {
    if (typeof field === 'string') {
      fields.set(field, null);
      continue;
    }
    const { plan, isToBeWalked } = await composeRoot(info.schema, field, form);
    if (isToBeWalked && form === 'answer') return null;
    const isNullable = !isNonNullType(field.definition.type);
    fields.set(field.key, { statement: plans.compose(plan), isNullable });
  }
  return fields;
}

/**
 * Composes the statements of a query, of one whose fields all have a plan.
 *
 * @returns null for others, and where an argument is wrong: its resolver says so at its place.
 * @throws {LookedAtError} where what is composed depends on a late value.
 */
export async function composeOperation(toCompose: ToCompose): Promise<ComposedOperation | null> {
  const { info, operation } = toCompose;
  try {
    const root = new Selection(info, [operation]);
    if (root.on('Query').some(({ definition }) => definition.resolve !== resolveRoot)) return null;
    const selected = root.inOrder('Query');
    const answer = await composeFields(toCompose, selected, 'answer');
    const fields = answer ?? (await composeFields(toCompose, selected, 'walked'));
    return fields && { fields, isAnswer: answer !== null };
  } catch (error) {
    if (error instanceof LookedAtError || !(error instanceof GraphQLError)) throw error;
    return null;
  }
}
