import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import { type FieldNode, type GraphQLFormattedError, locatedError } from 'graphql';
import type { ComposedOperation } from '../context/composed-operation.ts';
import type { Context } from '../context/context.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { JsonText } from './json-text.ts';
import { OperationPlans } from './operation-plans.ts';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
type Request = GraphQLRequestContext<Context>;

/**
 * Refuses operations that ask for more than `limits` before anything is read (QUERY_TOO_COMPLEX), composes the others, and answers
 * those whose statements give the answer as it is.
 */
export function operationPlugin(limits: QueryLimits, formatError: FormatError): ApolloServerPlugin<Context> {
  const plans = new OperationPlans(limits);
  return {
    async requestDidStart() {
      return {
        didResolveOperation: (request) => plans.prepare(request),
        async responseForOperation(request) {
          const { composed } = request.contextValue.operation;
          return composed?.isAnswer ? answer(request, composed, formatError) : null;
        },
      };
    },
  };
}

/** Runs the statements of all root fields. A null where there must be none, or an error, is what graphql-js would make of it. */
async function answer(
  request: Request,
  { fields }: ComposedOperation,
  formatError: FormatError,
): Promise<GraphQLResponse | null> {
  const { plans, operation } = request.contextValue;
  const outcomes = await Promise.allSettled(
    [...fields.values()].map((field) =>
      field ? plans.read(field.statement, operation.variables) : '"Query"',
    ),
  );
  const errors: GraphQLFormattedError[] = [];
  let data: Record<string, JsonText | null> | null = {};
  for (const [index, [key, field]] of [...fields].entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === 'rejected') {
      const error = locatedError(outcome.reason, nodesOf(request, key), [key]);
      errors.push(formatError(error.toJSON(), error));
    }
    const text = outcome?.status === 'fulfilled' ? outcome.value : null;
    if (text === null && !field?.isNullable) data = null;
    else if (data) data[key] = text === null ? null : new JsonText(text);
  }
  const http = request.response.http;
  return {
    http,
    body: { kind: 'single', singleResult: { ...(errors.length > 0 && { errors }), data } },
  };
}

/** Where the document asks for a field of the root, for the places of errors. */
function nodesOf({ operation }: Request, key: string): FieldNode[] {
  const selections = operation?.selectionSet.selections ?? [];
  return selections.flatMap((node) =>
    node.kind === 'Field' && (node.alias ?? node.name).value === key ? [node] : [],
  );
}
