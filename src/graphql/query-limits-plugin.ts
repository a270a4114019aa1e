import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
} from 'graphql';
import type { Context } from './context.ts';
import { checkQueryCost } from './read-plan/query-cost.ts';
import { Selection } from './read-plan/selection.ts';

/** How deep the values of variables may nest: deeper ones would overflow the stack of their coercion. */
const MAX_VARIABLE_DEPTH = 32;

/** Refuses operations that ask for too much (QUERY_TOO_COMPLEX) before anything is read. */
export const queryLimitsPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return { didResolveOperation: async (request) => checkLimits(request) };
  },
};

function checkLimits({
  schema,
  operation,
  document,
  request,
}: GraphQLRequestContextDidResolveOperation<Context>): void {
  if (!operation) return;
  const inputs = request.variables ?? {};
  if (nestsDeeper(inputs, MAX_VARIABLE_DEPTH)) {
    throw new GraphQLError(`The variables nest deeper than ${MAX_VARIABLE_DEPTH} levels.`, {
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
  }
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs);
  const rootType = schema.getRootType(operation.operation);
  // Without variables there is no execution: graphql-js reports what is wrong with them.
  if (!coerced || !rootType) return;
  const info = { schema, fragments: fragmentsOf(document), variableValues: coerced };
  checkQueryCost(info, { typeName: rootType.name, selection: new Selection(info, [operation]) });
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => nestsDeeper(part, levels - 1));
}
