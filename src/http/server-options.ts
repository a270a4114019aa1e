import type { ServerOptions } from 'node:http';
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import { answerClientError } from './answers/answer-client-error.ts';
import { sendError } from './answers/send-error.ts';
import { AccessLog } from './log/access-log.ts';
import { createRequestId } from './log/create-request-id.ts';
import type { HttpSettings } from './settings/http-settings.ts';

/** The largest body of a request without the API key, in bytes. */
const BODY_LIMIT = 1024 * 1024;
/** Headers are small: whoever has not sent them within this time sends nothing of use. */
const MAX_HEADERS_TIMEOUT_MS = 10_000;
/** How long nothing may move on a connection under a request: more than any answer takes, and a client that does not read. */
const IDLE_TIMEOUT_MS = 120_000;
/** Then a connection is opened anew, so that a balancer can spread clients over servers. */
const MAX_REQUESTS_PER_SOCKET = 10_000;
/** How often connections are looked at, of those that fit within the shortest time. */
const CHECKS_PER_TIMEOUT = 4;

function listTimeouts({ requestTimeoutMs, keepAliveTimeoutMs }: HttpSettings) {
  const headersTimeout = Math.min(MAX_HEADERS_TIMEOUT_MS, requestTimeoutMs);
  const http: ServerOptions = {
    headersTimeout,
    connectionsCheckingInterval: Math.ceil(headersTimeout / CHECKS_PER_TIMEOUT),
  };
  return {
    http,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    connectionTimeout: IDLE_TIMEOUT_MS,
    maxRequestsPerSocket: MAX_REQUESTS_PER_SOCKET,
  };
}

/** How Fastify listens: limits of time and size, ids, the log, and errors of requests that reach no route. */
export function serverOptions(settings: HttpSettings, log: Logger): FastifyServerOptions {
  return {
    ...listTimeouts(settings),
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustedProxies,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    loggerInstance: log as FastifyBaseLogger,
    logController: new AccessLog(),
    genReqId: createRequestId,
    clientErrorHandler: answerClientError,
    frameworkErrors: sendError,
  };
}
