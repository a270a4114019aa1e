import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { XiezuoError } from '../../base/errors.ts';
import { tellUnserved, UNSERVED } from '../../graphql/context/unserved.ts';
import { errorBody } from './error-body.ts';

/** The codes of errors before GraphQL, by their status; README, "Errors". */
const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
};

/** What to do, where Fastify's own message does not say it. */
const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE:
    'The body is too large: 1 MiB is the most, but for pages that are sent with the right x-api-key.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The body must be JSON, sent with content-type: application/json.',
  FST_ERR_BAD_URL: 'The path is no URL: its % escapes are broken.',
};

/** Answers a request that failed outside of GraphQL: a body that is no JSON, too large, of another type; or that was not served. */
export function sendError(
  error: FastifyError | XiezuoError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const unserved = UNSERVED.get(error.code);
  if (error instanceof XiezuoError && unserved) {
    tellUnserved(unserved, {
      setStatus: (status) => reply.code(status),
      setHeader: (name, value) => reply.header(name, value),
    });
    reply.send(errorBody(error.code, error.message));
    return;
  }
  const status = ('statusCode' in error && error.statusCode) || 500;
  if (status < 400 || status >= 500) {
    request.log.error({ err: error }, 'unexpected error');
    const message = 'Something went wrong on our side; the failure was logged.';
    reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', message, { requestId: request.id }));
    return;
  }
  reply.code(status).send(errorBody(CODES[status] ?? 'BAD_REQUEST', MESSAGES[error.code] ?? error.message));
}
