import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context/context.ts';
import { answerOf, type FormatError, runOperation } from './answer-operation.ts';
import type { OperationPlans } from './operation-plans.ts';

/**
 * Refuses operations that ask for too much before anything is read (QUERY_TOO_COMPLEX), composes the others, and answers those whose
 * statements give the answer as it is.
 */
export function operationPlugin(
  plans: OperationPlans,
  formatError: FormatError,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        didResolveOperation: (request) => plans.prepare(request),
        async responseForOperation({ contextValue, operation, response: { http } }) {
          const { composed, outcomes } = contextValue.operation;
          if (!composed?.isAnswer) return null;
          const ended = outcomes ?? (await runOperation(composed, contextValue));
          const { data, errors } = answerOf(composed, ended, { operation, formatError });
          const singleResult = { ...(errors.length > 0 && { errors }), data };
          return { http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
