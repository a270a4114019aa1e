import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { errorBody } from '../answers/error-body.ts';
import { pathOf } from '../log/access-log.ts';
import type { HttpSettings } from '../settings/http-settings.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];

/**
 * Answers requests that no route takes: 405 with the methods of a path that is there, 204 where it is asked for them
 * (OPTIONS), else 404. They count for the limits of their address as others do.
 */
export function registerNotFound(app: FastifyInstance, settings: HttpSettings): void {
  const hint = `There is nothing here: GraphQL is at /graphql${settings.explorer ? ', its explorer at /' : ''}.`;
  const limits = settings.maxRequestsPerMinute > 0 ? { preHandler: app.rateLimit() } : {};
  app.setNotFoundHandler(limits, (request, reply) => answer(app, hint, [request, reply]));
}

function answer(
  app: FastifyInstance,
  hint: string,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
): FastifyReply {
  const methods = METHODS.filter((method) => app.hasRoute({ method, url: pathOf(request.url) }));
  if (methods.length === 0) return reply.code(404).send(errorBody('NOT_FOUND', hint));
  const allowed = [...methods, 'OPTIONS'].join(', ');
  reply.header('allow', allowed);
  if (request.method === 'OPTIONS') return reply.code(204).send();
  return reply.code(405).send(errorBody('METHOD_NOT_ALLOWED', `This path takes ${allowed} only.`));
}
