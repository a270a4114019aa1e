import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Context } from '../context/context.ts';

/** Errors before execution: clients of the older media type expect them in a 200. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/** The status of an answer that holds nothing but errors of clients. */
const CLIENT_ERRORS: Readonly<Record<string, number>> = {
  ANSWER_TOO_LARGE: 400,
  API_KEY_WRONG: 401,
  BAD_USER_INPUT: 400,
  MUTATIONS_DISABLED: 403,
};

/** The status that errors of execution ask for; null where something was answered, or the fault is not the client's. */
function clientStatus(data: unknown, errors: readonly GraphQLFormattedError[]): number | null {
  const isAnswered = Object.values(data ?? {}).some((value) => value !== null);
  const statuses = errors.map(({ extensions }) => CLIENT_ERRORS[String(extensions?.code)] ?? null);
  return isAnswered || statuses.includes(null) ? null : (statuses[0] ?? null);
}

/**
 * Answers as the GraphQL-over-HTTP draft asks: 200 for request errors where the client does not accept
 * `application/graphql-response+json`. Where nothing is answered because of what the client asked for, the status says so.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export const httpConformancePlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        const { body, http } = response;
        const { data, errors: told } = body.kind === 'single' ? body.singleResult : {};
        const status = data === undefined || !told ? null : clientStatus(data, told);
        if (status !== null) http.status = status;
        const accept = request.http?.headers.get('accept') ?? '';
        if (accept.includes('application/graphql-response+json')) return;
        if (errors?.some(({ extensions }) => REQUEST_ERRORS.has(extensions.code))) http.status = 200;
      },
    };
  },
};
