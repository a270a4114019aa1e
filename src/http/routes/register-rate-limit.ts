import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pathOf } from '../log/access-log.ts';
import type { HttpSettings } from '../settings/http-settings.ts';

/** A minute, in milliseconds. */
export const MINUTE_MS = 60_000;
/** Those who watch the server must always get their answer. */
const WATCHED: ReadonlySet<string> = new Set(['/health', '/live', '/ready']);
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Lets an address (of IPv6 its /64) send so many requests a minute; more get 429 with Retry-After. Where no proxy is trusted,
 * what comes from the machine itself is not counted: it may be a proxy, all whose clients would share one limit.
 */
export async function registerRateLimit(app: FastifyInstance, settings: HttpSettings): Promise<void> {
  const { maxRequestsPerMinute, trustedProxies } = settings;
  const isFree = ({ url, ip }: FastifyRequest) =>
    WATCHED.has(pathOf(url)) || (trustedProxies === false && LOOPBACK.test(ip));
  await app.register(rateLimit, {
    global: maxRequestsPerMinute > 0,
    max: maxRequestsPerMinute,
    timeWindow: MINUTE_MS,
    allowList: isFree,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests('This address sent too many requests', ttl),
  });
  if (trustedProxies === false) warnOfProxy(app);
}

/** The error of whoever must wait; answered with 429. */
export function tooManyRequests(what: string, waitMs: number): Error {
  const message = `${what}: try again in ${Math.ceil(waitMs / 1000)} s.`;
  return Object.assign(new Error(message), { statusCode: 429 });
}

/** Says once that limits by address are those of a proxy, not of its clients. */
function warnOfProxy(app: FastifyInstance): void {
  let isTold = false;
  app.addHook('onRequest', async ({ headers, log }) => {
    if (isTold || headers['x-forwarded-for'] === undefined) return;
    isTold = true;
    log.warn(
      'Requests come through a proxy, but XIEZUO_TRUST_PROXY is off: all its clients share one limit.',
    );
  });
}
