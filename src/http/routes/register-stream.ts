import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler, type Request } from 'graphql-sse';
import { XiezuoError } from '../../base/errors.ts';
import type { Context } from '../../graphql/context/context.ts';
import type { CreateContext } from '../../graphql/context/create-context.ts';
import type { Subscribe } from '../../graphql/server/subscribe-operation.ts';
import { errorBody } from '../answers/error-body.ts';
import type { Readiness } from '../life/readiness.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { EventDelivery } from './event-delivery.ts';

/** What streams are made of. */
export interface StreamOptions {
  readonly createContext: CreateContext;
  readonly subscribe: Subscribe;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** How many there may be at a time. */
  readonly maxSubscriptions: number;
}

/** Media type of server-sent events. */
const EVENTS = 'text/event-stream';

/** One stream, as the handler of `graphql-sse` hands it on. */
interface OneStream {
  readonly context: Context;
  readonly delivery: EventDelivery;
}

/**
 * Serves subscriptions at `/graphql/stream`, by POST and GET: server-sent events after the protocol of `graphql-sse`, a connection for each. They
 * end when the client goes, and when the server begins to stop.
 *
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function registerStream(app: FastifyInstance, options: StreamOptions): void {
  const { maxSubscriptions, metrics, readiness } = options;
  const stream = createStreams(options);
  let open = 0;
  metrics.addGauge('xiezuo_subscriptions', 'Subscriptions under way.', () => open);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    // Compressing would keep events back until there are enough of them.
    compress: false,
    handler: async (request, reply) => {
      if (!request.headers.accept?.includes(EVENTS))
        return reply
          .code(406)
          .send(errorBody('NOT_ACCEPTABLE', `Subscriptions are streamed: send accept: ${EVENTS}.`));
      if (open >= maxSubscriptions || readiness.isDraining)
        throw new XiezuoError(
          'OVERLOADED',
          'There are as many subscriptions as this server takes: try again later.',
        );
      open += 1;
      reply.raw.once('close', () => {
        open -= 1;
      });
      return stream(request, reply);
    },
  });
}

/** Makes what answers a request by a stream. */
function createStreams({ createContext, subscribe, readiness }: StreamOptions) {
  const handle = createHandler<OneStream>({
    // A connection for each subscription: none is kept for others that would come by requests of their own.
    authenticate: () => null,
    onSubscribe: async ({ raw: { context, delivery } }, { query, operationName, variables }) => {
      return delivery.make(await subscribe({ query, operationName, variables }, context));
    },
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const delivery = new EventDelivery(reply.raw);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, readiness.draining]);
    const context = createContext(request, reply, { signal, isTaken: () => delivery.isTaken });
    const [body, { status, headers = {} }] = await handle(toRequest(request, { context, delivery }));
    if (body === null || typeof body === 'string')
      throw Object.assign(new Error(messageOf(body)), { statusCode: status });
    return reply
      .headers(headers)
      .header('cache-control', 'no-store')
      .send(Readable.from(delivery.send(body)));
  };
}

/** A request as `graphql-sse` takes it. Its body was read already. */
function toRequest(request: FastifyRequest, raw: OneStream): Request<OneStream, unknown> {
  const { method, url, headers, body } = request;
  return {
    method,
    url,
    headers: { get: (name) => (name === 'accept' ? EVENTS : String(headers[name])) },
    body: (body ?? null) as Record<string, unknown> | null,
    raw,
    context: undefined,
  };
}

/** What `graphql-sse` says of a request that it does not understand. */
function messageOf(body: string | null): string {
  const { errors } = JSON.parse(body ?? '{}') as { errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message ?? 'Send a subscription as JSON, {"query": …}, by POST, or as ?query=… by GET.';
}
