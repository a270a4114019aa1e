import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { Context } from '../context/context.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { badValue, noSuchOperation } from '../cost/refusals.ts';
import { checkVariables } from '../counting/check-variables.ts';
import { countOperation } from '../counting/operation-cost.ts';
import { Selection } from '../read-plan/selection.ts';

/**
 * Refuses operations that ask for more than `limits` before anything is read (QUERY_TOO_COMPLEX), and tells the context
 * what the others cost.
 */
export const queryLimitsPlugin = (limits: QueryLimits): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return { didResolveOperation: async (request) => checkOperation(request, limits) };
  },
});

function checkOperation(
  { schema, operation, document, request, contextValue }: GraphQLRequestContextDidResolveOperation<Context>,
  limits: QueryLimits,
): void {
  if (!operation) return;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw noSuchOperation(operation.operation);
  const inputs = request.variables ?? {};
  checkVariables(inputs, limits, operation.operation === OperationTypeNode.MUTATION);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs);
  // Without variables there is no execution: graphql-js reports what is wrong with them.
  if (!coerced) return;
  const info = { schema, fragments: fragmentsOf(document), variableValues: coerced };
  const root = { typeName: rootType.name, selection: new Selection(info, [operation]) };
  contextValue.cost = withCode(() => countOperation(info, root, limits).points);
}

/** Errors of graphql-js about arguments carry no code. */
function withCode<T>(count: () => T): T {
  try {
    return count();
  } catch (error) {
    throw error instanceof GraphQLError && error.extensions.code === undefined ? badValue(error) : error;
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
