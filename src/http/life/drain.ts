import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

/** What those who run the server ask again and again: they are no users that still find it. */
const PROBES = /^\/(?:live|ready|health|metrics)(?:\?|$)/;

/** Milliseconds between two looks at whether requests have ceased. */
const LOOK_MS = 20;

/**
 * Watches the requests of an app, so that it can be closed when none is lost by it: connections that the system has accepted, and the
 * server not yet, are cut when it stops listening.
 */
export class Drain {
  private readonly readiness: Readiness;
  private requests = 0;
  private lastMs = 0;

  constructor(readiness: Readiness) {
    this.readiness = readiness;
  }

  /** How many requests have come and are not answered in full. */
  get underWay(): number {
    return this.requests;
  }

  /** Counts the requests of an app, whatever address they come by; to be called before its routes are made. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async ({ url }, { raw }) => {
      this.requests++;
      const isProbe = PROBES.test(url);
      if (!isProbe) this.lastMs = performance.now();
      raw.once('close', () => {
        this.requests--;
        if (!isProbe) this.lastMs = performance.now();
      });
    });
    // A connection that is kept alive would go on bringing requests, and hold the app open.
    app.addHook('onSend', async (_request, reply) => {
      if (this.readiness.isDraining) reply.header('connection', 'close');
    });
    app.addHook('preClose', async () => this.readiness.drain());
  }

  /** Waits until no request has come or been under way for `quietMs` milliseconds from now, `longestMs` at most. */
  async untilQuiet(quietMs: number, longestMs = Number.POSITIVE_INFINITY): Promise<void> {
    const begun = performance.now();
    const isQuiet = (now: number) => this.underWay === 0 && now - Math.max(this.lastMs, begun) >= quietMs;
    for (let now = begun; !isQuiet(now) && now - begun < longestMs; now = performance.now())
      await setTimeout(LOOK_MS);
  }

  /**
   * Closes the app: says that it is not ready, takes requests until they cease or `drainMs` milliseconds have passed, stops listening,
   * and finishes what is under way. Connections that ask nothing are cut.
   */
  async close(
    app: FastifyInstance,
    { quietMs, drainMs }: { quietMs: number; drainMs: number },
  ): Promise<void> {
    this.readiness.drain();
    await this.untilQuiet(quietMs, drainMs);
    const closed = app.close();
    await Promise.race([closed, this.untilQuiet(quietMs)]);
    app.server.closeAllConnections();
    await closed;
    // Of `localhost`, Fastify waits for one of the two addresses only.
    await this.untilQuiet(0);
  }
}
