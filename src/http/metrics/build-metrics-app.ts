import Fastify, { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { errorBody } from '../answers/error-body.ts';

/** How long who asks for metrics may take to do so. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Builds the app that serves `/metrics` in the text format of Prometheus. It is one of its own, for a port of its own: what a
 * server tells of itself is not for all who may use it.
 */
export function buildMetricsApp(registry: Registry): FastifyInstance {
  collectDefaultMetrics({ register: registry });
  const app: FastifyInstance = Fastify({
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
  app.setNotFoundHandler((_request, reply) => {
    reply.code(404).send(errorBody('NOT_FOUND', 'There is nothing here: metrics are at /metrics.'));
  });
  return app;
}
