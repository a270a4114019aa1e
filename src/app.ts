import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Admission } from './admission/admission.ts';
import { type AdmissionSettings, readAdmissionSettings } from './admission/admission-settings.ts';
import { DEFAULT_LIMITS, type QueryLimits } from './graphql/cost/limits.ts';
import { isApiKey, type WriterOptions } from './graphql/writer.ts';
import { createLog } from './http/create-log.ts';
import { Drain } from './http/drain.ts';
import { type HttpSettings, readHttpSettings } from './http/http-settings.ts';
import { addKeyConstraint } from './http/key-constraint.ts';
import { Metrics } from './http/metrics.ts';
import { createReadiness, type Readiness } from './http/readiness.ts';
import { registerCompression } from './http/register-compression.ts';
import { registerCors } from './http/register-cors.ts';
import { registerExplorer } from './http/register-explorer.ts';
import { registerGraphql } from './http/register-graphql.ts';
import { type HealthOptions, registerHealth } from './http/register-health.ts';
import { registerKeyGuard } from './http/register-key-guard.ts';
import { registerNotFound } from './http/register-not-found.ts';
import { registerRateLimit } from './http/register-rate-limit.ts';
import { registerRequestIds } from './http/register-request-ids.ts';
import { registerSecurityHeaders } from './http/register-security-headers.ts';
import { sendError } from './http/send-error.ts';
import { serverOptions } from './http/server-options.ts';
import type { Tracing } from './http/tracing/start-tracing.ts';
import type { ReadDatabase } from './store/database.ts';

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
 * Builds the HTTP app, which listens to nothing: `/graphql` (POST and GET), `/live`, `/ready`, `/health`, the explorer at `/`.
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
  await registerSecurityHeaders(app);
  await registerCors(app, settings);
  await registerRateLimit(app, settings);
  guardKey(app, writer?.apiKey ?? null, settings);
  await registerCompression(app, settings);
  const explorer = settings.explorer ? '/' : null;
  await registerGraphql(app, {
    database,
    admission: new Admission(options.admission ?? readAdmissionSettings({})),
    createPlans: tracing?.createPlans ?? null,
    writer,
    metrics,
    introspection: settings.introspection,
    limits,
    explorer,
  });
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
