import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { pino } from 'pino';
import { createApolloServer } from './graphql/apollo-server.ts';
import { registerExplorer } from './graphql/explorer/register-explorer.ts';
import type { LogError } from './graphql/format-error.ts';
import { PlanRunner, type ReadDatabase } from './graphql/read-plan/run-plan.ts';
import { createWriter, type WriterOptions } from './graphql/writer.ts';

/** What the app needs. */
export interface AppOptions {
  readonly database: ReadDatabase;
  /** What mutations need; without it they are refused. */
  readonly writer?: WriterOptions;
  /** Takes errors that clients must not see; by default they are printed to stderr, a JSON object a line. */
  readonly logError?: LogError;
}

/** The largest body of a request, in bytes. */
const BODY_LIMIT = 1_048_576;

/**
 * Builds the HTTP app, which listens to nothing: `/graphql` (POST and GET), `/health`, the explorer at `/`.
 *
 * Its `close` takes no new connections and finishes the requests under way; the database stays open.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, logError = createLog() } = options;
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', return503OnClosing: false });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendError(error, reply, logError));
  app.setNotFoundHandler((_request, reply) => {
    reply
      .code(404)
      .send(errorBody('NOT_FOUND', 'There is nothing here: GraphQL is at /graphql, its explorer at /.'));
  });
  closeConnectionsWhenClosing(app);
  await registerGraphql(app, options, logError);
  registerHealth(app, database);
  await registerExplorer(app);
  return app;
}

/** Lets go of connections that answer a last request while the app closes; kept alive, they would hold it open. */
function closeConnectionsWhenClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}

async function registerGraphql(
  app: FastifyInstance,
  { database, writer }: AppOptions,
  log: LogError,
): Promise<void> {
  const server = createApolloServer(log);
  await server.start();
  app.addHook('onClose', () => server.stop());
  const plans = new PlanRunner(database);
  const handler = fastifyApolloHandler(server, {
    context: async ({ headers }) => ({
      plans,
      database,
      writer: createWriter(writer ?? null, headers['x-api-key']),
    }),
  });
  // Who opens /graphql in a browser is looking for the explorer.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isVisit(request)) return reply.redirect('/');
  };
  app.route({ method: ['GET', 'POST'], url: '/graphql', onRequest, handler });
}

/** A GET of a browser's address bar, which carries no operation. */
function isVisit({ method, headers, query }: FastifyRequest): boolean {
  const hasOperation = Object.keys(query as object).length > 0;
  return method === 'GET' && !hasOperation && (headers.accept?.includes('text/html') ?? false);
}

function registerHealth(app: FastifyInstance, { pool }: ReadDatabase): void {
  app.get('/health', async (_request, reply) => {
    try {
      await pool.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' });
    }
  });
}

/** Errors before GraphQL: a body that is no JSON, too large, of another type. */
function sendError(error: FastifyError, reply: FastifyReply, log: LogError): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    log(error);
    reply
      .code(500)
      .send(errorBody('INTERNAL_SERVER_ERROR', 'Something went wrong on our side; the failure was logged.'));
  } else {
    reply.code(status).send(errorBody('BAD_REQUEST', error.message));
  }
}

function errorBody(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

function createLog(): LogError {
  const log = pino({ name: 'xiezuo' }, pino.destination(2));
  return (error) => log.error(error);
}
