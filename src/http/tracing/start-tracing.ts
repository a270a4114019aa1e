import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { PlanRunner, ReadDatabase } from '../../graphql/read-plan/run-plan.ts';
import type { Environment } from '../../settings.ts';

/** Tells a collector of OpenTelemetry how long requests and their statements take. */
export interface Tracing {
  /** Makes each request of an app a span, a child of the one that its `traceparent` names. Before any route. */
  register(app: FastifyInstance): Promise<void>;
  /** Makes each statement of a read a span. */
  createPlans(database: ReadDatabase): PlanRunner;
  /** Sends what is left, within a few seconds. */
  close(): Promise<void>;
}

/**
 * Starts tracing where the variables of OpenTelemetry name a collector (OTEL_EXPORTER_OTLP_ENDPOINT or that for traces), and
 * loads what it needs only then. Null where they do not, or where OTEL_SDK_DISABLED says no.
 *
 * @param log is told where the collector cannot be reached.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export async function startTracing(environment: Environment, log: Logger): Promise<Tracing | null> {
  const endpoint = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || environment.OTEL_SDK_DISABLED === 'true') return null;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(log);
}
