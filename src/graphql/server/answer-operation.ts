import {
  type FieldNode,
  type GraphQLFormattedError,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { ComposedOperation, Outcome } from '../context/composed-operation.ts';
import type { Context } from '../context/context.ts';
import { JsonText, stringifyResult } from './json-text.ts';

/** Makes of an error what clients are told. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** What is answered: the values of the root fields by response key; null where one that must not be null is. */
export interface Answer {
  readonly data: Readonly<Record<string, JsonText | null>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Runs the statements of a composed operation. */
export function runOperation(
  { fields }: ComposedOperation,
  { plans, operation }: Pick<Context, 'plans' | 'operation'>,
): Promise<Outcome[]> {
  return Promise.allSettled(
    [...fields.values()].map((field) =>
      field ? plans.read(field.statement, operation.variables) : '"Query"',
    ),
  );
}

/** The values of the root fields; null where one that must not be null is. */
function dataOf({ fields }: ComposedOperation, outcomes: readonly Outcome[]): Answer['data'] {
  const data: Record<string, JsonText | null> = {};
  for (const [index, [key, field]] of [...fields].entries()) {
    const outcome = outcomes[index];
    const text = outcome?.status === 'fulfilled' ? outcome.value : null;
    if (text === null && !field?.isNullable) return null;
    data[key] = text === null ? null : new JsonText(text);
  }
  return data;
}

/** The text of the answer where every field has one; null where there is something to tell. */
export function textOf(composed: ComposedOperation, outcomes: readonly Outcome[]): string | null {
  if (outcomes.some(({ status }) => status === 'rejected')) return null;
  const data = dataOf(composed, outcomes);
  return data && stringifyResult({ data });
}

/** What came of the statements as an answer. An error, or a null where there must be none, is what graphql-js would make of it. */
export function answerOf(
  composed: ComposedOperation,
  outcomes: readonly Outcome[],
  { operation, formatError }: { operation: OperationDefinitionNode | undefined; formatError: FormatError },
): Answer {
  const errors = [...composed.fields.keys()].flatMap((key, index) => {
    const outcome = outcomes[index];
    if (outcome?.status !== 'rejected') return [];
    const error = locatedError(outcome.reason, nodesOf(operation, key), [key]);
    return [formatError(error.toJSON(), error)];
  });
  return { data: dataOf(composed, outcomes), errors };
}

/** Where the document asks for a field of the root, for the places of errors. */
function nodesOf(operation: OperationDefinitionNode | undefined, key: string): FieldNode[] {
  const selections = operation?.selectionSet.selections ?? [];
  return selections.flatMap((node) =>
    node.kind === 'Field' && (node.alias ?? node.name).value === key ? [node] : [],
  );
}
