import type { FastifyInstance } from 'fastify';

/** Tells clients the id of their request in the header `x-request-id`, under which the log has it. */
export function registerRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}
