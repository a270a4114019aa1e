import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Of a proxy or a client: what any log can hold as it is. */
const SANE = /^[\w.:-]{1,100}$/;

/** The id of a request: that of its header `x-request-id`, so that the logs of a proxy match; a new one where it is none. */
export function createRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && SANE.test(sent) ? sent : randomUUID();
}
