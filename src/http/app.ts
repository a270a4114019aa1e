import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Admission } from '../admission/admission.ts';
import { type AdmissionSettings, readAdmissionSettings } from '../admission/admission-settings.ts';
import { createContextFactory } from '../graphql/context/create-context.ts';
import { isApiKey, type WriterOptions } from '../graphql/context/writer.ts';
import { DEFAULT_LIMITS, type QueryLimits } from '../graphql/cost/limits.ts';
import { schema } from '../graphql/schema.ts';
import { OperationPlans } from '../graphql/server/operation-plans.ts';
import { createSubscribe } from '../graphql/server/subscribe-operation.ts';
import type { ReadDatabase } from '../store/sql/database.ts';
import { sendError } from './answers/send-error.ts';
import { Drain } from './life/drain.ts';
import { createReadiness, type Readiness } from './life/readiness.ts';
import { createLog } from './log/create-log.ts';
import { Metrics } from './metrics/metrics.ts';
import { addKeyConstraint } from './routes/key-constraint.ts';
import { registerCompression } from './routes/register-compression.ts';
import { registerCors } from './routes/register-cors.ts';
import { registerExplorer } from './routes/register-explorer.ts';
import { registerExport } from './routes/register-export.ts';
import { registerFeeds } from './routes/register-feeds.ts';
import { registerGraphql } from './routes/register-graphql.ts';
import { type HealthOptions, registerHealth } from './routes/register-health.ts';
import { registerKeyGuard } from './routes/register-key-guard.ts';
import { registerNotFound } from './routes/register-not-found.ts';
import { registerRateLimit } from './routes/register-rate-limit.ts';
import { registerRequestIds } from './routes/register-request-ids.ts';
import { registerSecurityHeaders } from './routes/register-security-headers.ts';
import { registerStream } from './routes/register-stream.ts';
import { serverOptions } from './server-options.ts';
import { type HttpSettings, readHttpSettings } from './settings/http-settings.ts';
import type { Tracing } from './tracing/tracing.ts';

/** What the app needs. */
export interface AppOptions {
  readonly database: ReadDatabase;
  /** What is asked whether the database answers; by default the connections that read. */
  readonly health?: HealthOptions['health'];
  /** Says when the process is about to end; by default it never is. */
  readonly readiness?: Readiness;
  /** How many requests are served at a time, and for how long; by default what an empty environment sets. */
  readonly admission?: AdmissionSettings;
  /** What mutations need; without it they are refused. */
  readonly writer?: WriterOptions;
  /** How it speaks HTTP, where that differs from the defaults. */
  readonly http?: Partial<HttpSettings>;
  /** Takes what goes on; by default warnings and errors are printed to stderr, a JSON object a line. */
  readonly log?: Logger;
  /** Counts what goes on. */
  readonly metrics?: Metrics;
  /** Tells a collector how long what takes; null: nobody is told. */
  readonly tracing?: Tracing | null;
  /** Watches its requests, so that closing it loses none. */
  readonly drain?: Drain;
  /** What one query may ask for. */
  readonly limits?: QueryLimits;
}

/**
 * Builds the HTTP app, which listens to nothing: `/graphql` (POST and GET), `/graphql/stream`, `/export`, `/feeds`, `/live`, `/ready`, `/health`, the explorer at `/`.
 *
 * Its `close` takes no new connections and finishes the requests under way; the database stays open.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, writer = null, log = createLog('warn'), metrics = new Metrics() } = options;
  const { tracing = null, limits = DEFAULT_LIMITS, readiness = createReadiness() } = options;
  const settings = { ...readHttpSettings({}), ...options.http };
  const app: FastifyInstance = Fastify(serverOptions(settings, log));
  app.server.maxConnections = settings.maxConnections;
  app.setErrorHandler(sendError);
  await tracing?.register(app);
  (options.drain ?? new Drain(readiness)).watch(app);
  metrics.watchRequests(app);
  metrics.watchPool('read', database.pool);
  registerRequestIds(app);
  registerSecurityHeaders(app);
  await registerCors(app, settings);
  await registerRateLimit(app, settings);
  guardKey(app, writer?.apiKey ?? null, settings);
  await registerCompression(app, settings);
  const explorer = settings.explorer ? '/' : null;
  const admission = new Admission(options.admission ?? readAdmissionSettings({}));
  const plans = new OperationPlans(schema, limits);
  const createContext = createContextFactory({
    database,
    admission,
    writer,
    answerBytes: limits.answerBytes,
    observe: (request) => metrics.observe(request),
    createPlans: tracing?.createPlans ?? null,
  });
  const { introspection, maxSubscriptions } = settings;
  await registerGraphql(app, { createContext, plans, introspection, explorer });
  const subscribe = createSubscribe(plans, introspection);
  registerStream(app, { createContext, subscribe, readiness, metrics, maxSubscriptions });
  registerExport(app, { database, admission });
  registerFeeds(app, { createContext, plans, explorer: settings.explorer });
  registerHealth(app, { health: options.health ?? database.pool, readiness });
  if (settings.explorer) await registerExplorer(app);
  registerNotFound(app, settings);
  return app;
}

/** Where a server has a key, it is kept from being guessed, and whoever has it may send whole pages. */
function guardKey(app: FastifyInstance, apiKey: string | null, settings: HttpSettings): void {
  const isRight = (sent: unknown) => isApiKey(apiKey, sent);
  addKeyConstraint(app, isRight);
  if (apiKey !== null) registerKeyGuard(app, isRight, settings);
}
