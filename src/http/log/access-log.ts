import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { cut } from '../../base/cut.ts';

/** Longer paths are nobody's. */
const MAX_PATH = 200;

/** A path without what stands behind its question mark, which may be the text and the variables of a query. */
export function pathOf(url: string): string {
  return cut(url.split('?', 1)[0] ?? '', MAX_PATH);
}

/** Writes one line a request, when it is answered: never a header, a query or a body. */
export class AccessLog extends LogController {
  /** The line at the end says it all. */
  override incomingRequest(): void {}

  /** The line at the end says it all. */
  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply) {
    const { method, url, ip } = request;
    const { code } = request.outcome ?? {};
    const line = {
      method,
      path: pathOf(url),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
      address: ip,
      ...(code && { code }),
    };
    // Whoever hangs up while an answer is on its way is no failure of ours.
    if (error) request.log.info({ ...line, cutShort: true }, 'request');
    else request.log.info(line, 'request');
  }
}
