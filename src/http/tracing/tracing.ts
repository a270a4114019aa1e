import type { FastifyInstance } from 'fastify';
import type { CreatePlans } from '../../graphql/context/create-context.ts';

/** Tells a collector of OpenTelemetry how long requests and their statements take. */
export interface Tracing {
  /** Makes each request of an app a span, a child of the one that its `traceparent` names. Before any route. */
  register(app: FastifyInstance): Promise<void>;
  /** Makes each statement of a read a span. */
  readonly createPlans: CreatePlans;
  /** Sends what is left, within a few seconds. */
  close(): Promise<void>;
}
