import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { MAX_PAGE_BYTES } from '../../documents/bytes/decode-bytes.ts';
import type { Context } from '../../graphql/context/context.ts';
import type { CreateContext } from '../../graphql/context/create-context.ts';
import { answerKnown } from '../../graphql/server/answer-known.ts';
import { createApolloServer } from '../../graphql/server/apollo-server.ts';
import type { OperationPlans } from '../../graphql/server/operation-plans.ts';
import { KEY_CONSTRAINT } from './key-constraint.ts';

/** What `/graphql` is made of. */
export interface GraphqlOptions {
  readonly createContext: CreateContext;
  readonly plans: OperationPlans;
  readonly introspection: boolean;
  /** Where browsers that open `/graphql` are led; null: nowhere. */
  readonly explorer: string | null;
}

/** The media type of answers for those who do not ask for another. */
const JSON_TYPE = 'application/json; charset=utf-8';
/** What the header `accept` says of those. */
const PLAIN_ACCEPT: ReadonlySet<string> = new Set([JSON_TYPE, 'application/json', '*/*']);

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
  const { createContext, plans, introspection } = options;
  const server = createApolloServer({
    log: (error) => app.log.error({ err: error }, 'unexpected error'),
    introspection,
    plans,
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  // A request has one context, whoever answers it.
  const contexts = new WeakMap<FastifyRequest, Context>();
  const context = async (request: FastifyRequest) => contexts.get(request) as Context;
  const answerAny = fastifyApolloHandler(server, { context }) as RouteHandlerMethod;
  return async function answer(request, reply) {
    const own = createContext(request, reply);
    const text = takesJson(request) ? await answerKnown(request.body, own, plans) : null;
    if (text !== null) return reply.type(JSON_TYPE).send(text);
    contexts.set(request, own);
    // Apollo Server parses and checks the document without a pause. What has been read already needs to be told, however late.
    if (own.operation.outcomes === null) await own.takeTurn(documentLength(request));
    return answerAny.call(app, request, reply);
  };
}

/** Whether a request sends JSON and takes it, so that there is nothing to negotiate. */
function takesJson({ method, headers: { accept = JSON_TYPE } }: FastifyRequest): boolean {
  return method === 'POST' && PLAIN_ACCEPT.has(accept);
}

/** How many characters the document of a request has, as far as it has one. */
function documentLength({ method, body, query }: FastifyRequest): number {
  const source = method === 'POST' ? body : query;
  const document = (source as { query?: unknown } | null | undefined)?.query;
  return typeof document === 'string' ? document.length : 0;
}

/** A GET of a browser's address bar, which carries no operation. */
function isVisit({ method, headers, query }: FastifyRequest): boolean {
  const hasOperation = Object.keys(query as object).length > 0;
  return method === 'GET' && !hasOperation && (headers.accept?.includes('text/html') ?? false);
}
