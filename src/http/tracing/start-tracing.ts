import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { CreatePlans } from '../../graphql/context/create-context.ts';
import type { HttpSettings } from '../settings/http-settings.ts';

/** Tells a collector of OpenTelemetry how long requests and their statements take. */
export interface Tracing {
  /** Makes each request of an app a span, a child of the one that its `traceparent` names. Before any route. */
  register(app: FastifyInstance): Promise<void>;
  /** Makes each statement of a read a span. */
  readonly createPlans: CreatePlans;
  /** Sends what is left, within a few seconds. */
  close(): Promise<void>;
}

/**
 * Starts tracing if the settings say so, and loads what it needs only then; else gives null.
 *
 * @param log is told where the collector cannot be reached.
 */
export async function startTracing({ tracing }: HttpSettings, log: Logger): Promise<Tracing | null> {
  if (!tracing) return null;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(log);
}
