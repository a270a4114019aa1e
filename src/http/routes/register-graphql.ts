import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import { MAX_PAGE_BYTES } from '../../documents/bytes/decode-bytes.ts';
import { type CreatePlans, createContextFactory } from '../../graphql/context/create-context.ts';
import type { WriterOptions } from '../../graphql/context/writer.ts';
import type { QueryLimits } from '../../graphql/cost/limits.ts';
import { createApolloServer } from '../../graphql/server/apollo-server.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { KEY_CONSTRAINT } from './key-constraint.ts';
import { requestScope } from './request-scope.ts';

/** What `/graphql` is made of. */
export interface GraphqlOptions {
  readonly database: ReadDatabase;
  readonly admission: Admission;
  /** Makes what runs the plans of a request; null: nothing but that. */
  readonly createPlans: CreatePlans | null;
  readonly writer: WriterOptions | null;
  readonly metrics: Metrics;
  readonly introspection: boolean;
  /** What one operation may ask for. */
  readonly limits: QueryLimits;
  /** Where browsers that open `/graphql` are led; null: nowhere. */
  readonly explorer: string | null;
}

/** A page in JSON: Base64 makes it a third larger, escapes of Chinese text (\\u4e2d for three bytes) twice as large. */
const PAGE_BODY_LIMIT = 2 * MAX_PAGE_BYTES + 1024 * 1024;

/** Serves GraphQL at `/graphql`, by POST and GET. Bodies as large as a page are taken of those who have the API key. */
export async function registerGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const url = '/graphql';
  const handler = await createHandler(app, options);
  // Who opens /graphql in a browser is looking for the explorer.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (options.explorer !== null && isVisit(request)) return reply.redirect(options.explorer);
  };
  app.route({ method: ['GET', 'POST'], url, onRequest, handler });
  app.route({ method: 'POST', url, handler, bodyLimit: PAGE_BODY_LIMIT, constraints: KEY_CONSTRAINT });
}

async function createHandler(app: FastifyInstance, options: GraphqlOptions): Promise<RouteHandlerMethod> {
  const { metrics, introspection, limits } = options;
  const server = createApolloServer({
    log: (error) => (requestScope.getStore()?.log ?? app.log).error({ err: error }, 'unexpected error'),
    requestId: () => requestScope.getStore()?.id ?? null,
    introspection,
    limits,
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  const context = createContextFactory({
    ...options,
    answerBytes: limits.answerBytes,
    observe: (request) => metrics.observe(request),
  });
  const handler = fastifyApolloHandler(server, { context });
  return (request, reply) => requestScope.run(request, () => handler.call(app, request, reply));
}

/** A GET of a browser's address bar, which carries no operation. */
function isVisit({ method, headers, query }: FastifyRequest): boolean {
  const hasOperation = Object.keys(query as object).length > 0;
  return method === 'GET' && !hasOperation && (headers.accept?.includes('text/html') ?? false);
}
