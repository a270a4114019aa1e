import type { FastifyInstance } from 'fastify';
import { pathOf } from '../log/access-log.ts';
import type { HttpSettings } from '../settings/http-settings.ts';
import { MINUTE_MS, tooManyRequests } from './register-rate-limit.ts';

/** Whether a header `x-api-key` holds the key of this server. */
export type IsApiKey = (sent: unknown) => boolean;

/**
 * Keeps keys from being guessed: an address that sent too many wrong ones within a minute gets 429 whatever key it sends, until
 * the minute is over. Each wrong one is logged, without the key.
 */
export function registerKeyGuard(app: FastifyInstance, isApiKey: IsApiKey, settings: HttpSettings): void {
  const wrongKeys = app.createRateLimit({
    max: settings.maxWrongKeysPerMinute,
    timeWindow: MINUTE_MS,
    allowList: [],
  });
  app.addHook('onRequest', async (request, reply) => {
    const key = request.headers['x-api-key'];
    if (key === undefined) return;
    const isWrong = !isApiKey(key);
    const { ip, url, log } = request;
    if (isWrong) log.warn({ address: ip, path: pathOf(url) }, 'wrong x-api-key');
    const count = await wrongKeys(request, { increment: isWrong });
    if (count.isAllowed || !count.isExceeded) return;
    reply.header('retry-after', count.ttlInSeconds);
    throw tooManyRequests('This address sent too many wrong keys', count.ttl);
  });
}
