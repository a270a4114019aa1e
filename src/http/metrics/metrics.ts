import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer, OperationOutcome } from '../../graphql/context/observer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How the GraphQL operation of the request was answered; null where there was none. */
    outcome: OperationOutcome | null;
  }
}

/** A connection pool, as `pg` has it: how many connections it has, how many of these are free, and who waits for one. */
export interface WatchedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts what a server does. Its labels are routes, codes and names of ours: what clients send makes no new series. */
export class Metrics {
  /** What `/metrics` prints; other parts of a server may add to it. */
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'xiezuo_http_request_duration_seconds',
    help: 'Requests over HTTP by route and status, and how long they took.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly operations = new Counter({
    name: 'xiezuo_graphql_operations_total',
    help: 'GraphQL operations by type and by the code of their first error, OK without; QUERY_TOO_COMPLEX: refused for their cost.',
    labelNames: ['type', 'code'] as const,
    registers: [this.registry],
  });
  private readonly pages = new Counter({
    name: 'xiezuo_pages_total',
    help: 'Pages that were sent over the API, by what became of them.',
    labelNames: ['status'] as const,
    registers: [this.registry],
  });

  /** Counts the requests of an app and its open connections. */
  watchRequests(app: FastifyInstance): void {
    app.decorateRequest('outcome', null);
    app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
      const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
      this.requests.observe(labels, reply.elapsedTime / 1000);
    });
    this.addGauge('xiezuo_http_connections', 'Open connections of clients.', () => {
      return new Promise((done) => app.server.getConnections((_error, count) => done(count ?? 0)));
    });
  }

  /** Shows the connections of a pool under the name of what it serves. */
  watchPool(name: string, pool: WatchedPool): void {
    const of = `of the database, for ${name}`;
    this.addGauge(`xiezuo_${name}_connections`, `Connections ${of}.`, () => pool.totalCount);
    this.addGauge(`xiezuo_${name}_connections_idle`, `Free connections ${of}.`, () => pool.idleCount);
    this.addGauge(`xiezuo_${name}_waiting`, `Who waits for a connection ${of}.`, () => pool.waitingCount);
  }

  /** Shows a number that is asked for whenever the metrics are. */
  addGauge(name: string, help: string, read: () => number | Promise<number>): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  }

  /** Who counts what becomes of a request, and writes down its failures. */
  observe(request: FastifyRequest): Observer {
    return {
      operationAnswered: (outcome) => {
        request.outcome = outcome;
        this.operations.inc({ ...outcome });
      },
      failed: (error) => {
        request.log.error({ err: error }, 'unexpected error');
        return request.id;
      },
      pageTaken: (status) => this.pages.inc({ status }),
    };
  }
}
