import type { FastifyInstance } from 'fastify';
import { seed } from '../seed/seed.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { buildMetricsApp } from './http/build-metrics-app.ts';
import { createLog } from './http/create-log.ts';
import { Metrics } from './http/metrics.ts';
import { startTracing, type Tracing } from './http/tracing/start-tracing.ts';
import { prepareGraph } from './ingest.ts';
import type { IngestSummary } from './ingest-summary.ts';
import { checkPort, listen } from './listen.ts';
import { openStore } from './store/open-store.ts';

/** A server that runs. */
export interface RunningServer {
  /** Where it is reached: `http://localhost:4000`. */
  readonly url: string;
  /** Takes no new requests, finishes those under way, then stops the database. */
  close(): Promise<void>;
}

/** Takes one line for people about what was done. */
export type Report = (line: string) => void;

function describeSeed({ ingested, known, quarantined, counts }: IngestSummary): string {
  if (ingested === 0 && quarantined === 0)
    return `The ${known} pages of seed/documents are in the graph already.`;
  const unread = quarantined > 0 ? `, ${quarantined} could not be read` : '';
  const { articles, meetings, people, agreements } = counts;
  return `Read ${ingested} pages of seed/documents: ${articles} articles, ${meetings} meetings, ${people} people, ${agreements} agreements${unread}.`;
}

const apiPlace = ({ port, host }: Config) => ({ port, host, settings: 'PORT and HOST' });

const metricsPlace = ({ http: { metricsPort, metricsHost } }: Config) =>
  metricsPort === null
    ? null
    : { port: metricsPort, host: metricsHost, settings: 'XIEZUO_METRICS_PORT and XIEZUO_METRICS_HOST' };

/**
 * Starts everything: the database, its schema, the seed pages, the HTTP server.
 *
 * @param report is told in a few lines what was done and where to look.
 * @throws {XiezuoError} PORT_TAKEN, PORT_UNUSABLE and what opening the database throws; nothing is left running.
 */
export async function startServer(config: Config, report: Report): Promise<RunningServer> {
  await checkPort(apiPlace(config));
  const store = await openStore(config);
  const apps: FastifyInstance[] = [];
  let tracing: Tracing | null = null;
  const close = async () => {
    for (const app of apps) await app.close();
    await tracing?.close();
    await store.close();
  };
  try {
    report(`PostgreSQL ${store.place}, ${store.applied.length} new migrations.`);
    await prepareGraph(store.database);
    if (config.seed) report(describeSeed(await seed(store.database)));
    const metrics = new Metrics();
    const log = createLog(config.http.logLevel);
    tracing = await startTracing(config.http, log);
    const app = await buildApp({
      database: store.database,
      writer: { database: store.database, apiKey: config.apiKey },
      http: config.http,
      log,
      metrics,
      tracing,
      limits: config.limits,
    });
    apps.push(app);
    const place = metricsPlace(config);
    if (place !== null) {
      const metricsApp = buildMetricsApp(metrics.registry);
      apps.push(metricsApp);
      report(`Metrics at ${await listen(metricsApp, place)}/metrics`);
    }
    const url = await listen(app, apiPlace(config));
    report(`GraphQL at ${url}/graphql${config.http.explorer ? `, explorer at ${url}/` : ''}`);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
