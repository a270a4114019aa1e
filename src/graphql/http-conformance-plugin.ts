import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** Errors before execution: clients of the older media type expect them in a 200. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * Answers as the GraphQL-over-HTTP draft asks: 200 for request errors where the client does not accept
 * `application/graphql-response+json`.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export const httpConformancePlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        const accept = request.http?.headers.get('accept') ?? '';
        if (accept.includes('application/graphql-response+json')) return;
        if (errors?.some(({ extensions }) => REQUEST_ERRORS.has(extensions.code))) response.http.status = 200;
      },
    };
  },
};
