import { GraphQLError, isNonNullType } from 'graphql';
import type { ComposedField, ComposedOperation } from '../context/composed-operation.ts';
import type { PlanRunner } from '../context/run-plan.ts';
import { composeRoot, resolveRoot } from '../fields/root.ts';
import { type Form, WalkedError } from '../read-plan/field-plan.ts';
import { LookedAtError } from '../read-plan/late-value.ts';
import { type OperationInfo, Selection } from '../read-plan/selection.ts';

/** The operation whose statements are composed. */
export interface ToCompose {
  readonly info: OperationInfo;
  /** What is selected of the root type. */
  readonly operation: ConstructorParameters<typeof Selection>[1][number];
  readonly plans: PlanRunner;
}

/** The root fields as statements of one form. @throws {WalkedError} where one of them has to be walked and the form is another. */
async function composeFields(
  { info, plans }: ToCompose,
  selected: ReturnType<Selection['inOrder']>,
  form: Form,
): Promise<Map<string, ComposedField | null>> {
  const fields = new Map<string, ComposedField | null>();
  for (const field of selected) {
    if (typeof field === 'string') {
      fields.set(field, null);
      continue;
    }
    const plan = await composeRoot(info.schema, field, form);
    const isNullable = !isNonNullType(field.definition.type);
    fields.set(field.key, { statement: plans.compose(plan), isNullable });
  }
  return fields;
}

/** The root fields as the answer, or else to be walked. */
async function composeForm(
  toCompose: ToCompose,
  selected: ReturnType<Selection['inOrder']>,
): Promise<ComposedOperation> {
  try {
    return { fields: await composeFields(toCompose, selected, 'answer'), isAnswer: true };
  } catch (error) {
    if (!(error instanceof WalkedError)) throw error;
    return { fields: await composeFields(toCompose, selected, 'walked'), isAnswer: false };
  }
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
    return await composeForm(toCompose, selected);
  } catch (error) {
    if (error instanceof LookedAtError || !(error instanceof GraphQLError)) throw error;
    return null;
  }
}
