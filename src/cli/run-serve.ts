import type { FastifyInstance } from 'fastify';
import { seed } from '../../seed/seed.ts';
import type { Report } from '../base/report.ts';
import { buildApp } from '../http/app.ts';
import { Drain } from '../http/life/drain.ts';
import { createReadiness } from '../http/life/readiness.ts';
import { checkPort, listen } from '../http/listen.ts';
import { createLog } from '../http/log/create-log.ts';
import { buildMetricsApp } from '../http/metrics/build-metrics-app.ts';
import { Metrics } from '../http/metrics/metrics.ts';
import { startTracing } from '../http/tracing/start-tracing.ts';
import type { Tracing } from '../http/tracing/tracing.ts';
import { prepareGraph } from '../ingest/ingest.ts';
import { describeCounts } from '../ingest/ingest-counts.ts';
import type { IngestSummary } from '../ingest/ingest-summary.ts';
import { closeReader } from '../reading/page-reader.ts';
import { closeWords, warmWords } from '../search/words/words.ts';
import { openStore } from '../store/open-store.ts';
import type { Database } from '../store/sql/database.ts';
import type { Config } from './config.ts';
import type { OnStep } from './stop-on-signal.ts';

/** A server that runs. */
export interface RunningServer {
  /** Where it is reached: `http://localhost:4000`. */
  readonly url: string;
  /** Says that it is not ready, takes requests until they cease, finishes those under way, then stops the database. */
  close(onStep?: OnStep): Promise<void>;
}

function describeSeed({ ingested, known, quarantined, counts }: IngestSummary): string {
  if (ingested === 0 && quarantined === 0)
    return `The ${known} pages of seed/documents are in the graph already.`;
  const unread = quarantined > 0 ? `, ${quarantined} could not be read` : '';
  return `Read ${ingested} pages of seed/documents: ${describeCounts(counts)}${unread}.`;
}

async function ingestSeed(database: Database, report: Report): Promise<void> {
  report('Reading the pages of seed/documents …');
  report(describeSeed(await seed(database)));
}

const apiPlace = ({ port, host }: Config) => ({ port, host, settings: 'PORT and HOST' });

const metricsPlace = ({ http: { metricsPort, metricsHost } }: Config) =>
  metricsPort === null
    ? null
    : { port: metricsPort, host: metricsHost, settings: 'XIEZUO_METRICS_PORT and XIEZUO_METRICS_HOST' };
async function closeThreads(): Promise<void> {
  await Promise.all([closeReader(), closeWords()]);
}

/**
 * Starts everything: the database, its schema, the seed pages, the HTTP server.
 *
 * @param report is told in a few lines what is being done and where to look.
 * @throws {XiezuoError} PORT_TAKEN, PORT_UNUSABLE and what opening the database throws; nothing is left running.
 */
export async function startServer(config: Config, report: Report): Promise<RunningServer> {
  await checkPort(apiPlace(config));
  // While the database starts: whoever searches first is not to wait for the dictionary.
  const warm = warmWords();
  // Awaited before it listens; until then its failure is nobody's.
  warm.catch(() => undefined);
  const store = await openStore(config, { report, limits: config.admission }).catch(
    async (error: unknown) => {
      await closeThreads();
      throw error;
    },
  );
  const readiness = createReadiness();
  const drain = new Drain(readiness);
  const apps: FastifyInstance[] = [];
  let tracing: Tracing | null = null;
  const close = async (onStep: OnStep = () => undefined) => {
    onStep(() => `${drain.underWay} requests under way`);
    // The API is the first of them; metrics are told until it has ended.
    for (const app of apps) await (app === apps[0] ? drain.close(app, config.shutdown) : app.close());
    await closeThreads();
    await tracing?.close();
    onStep(() => 'closing the database');
    await store.close();
  };
  try {
    report(`PostgreSQL ${store.place}, ${store.applied.length} new migrations.`);
    await prepareGraph(store.database);
    if (config.seed) await ingestSeed(store.database, report);
    const metrics = new Metrics();
    const log = createLog(config.http.logLevel);
    tracing = await startTracing(config.http, log);
    const app = await buildApp({
      database: store.database.reads,
      health: store.database.health,
      readiness,
      admission: config.admission,
      writer: { database: store.database, apiKey: config.apiKey },
      http: config.http,
      log,
      metrics,
      tracing,
      limits: config.limits,
      drain,
    });
    apps.push(app);
    const place = metricsPlace(config);
    if (place !== null) {
      const metricsApp = buildMetricsApp(metrics.registry);
      apps.push(metricsApp);
      report(`Metrics at ${await listen(metricsApp, place)}/metrics`);
    }
    await warm;
    const url = await listen(app, apiPlace(config));
    report(`GraphQL at ${url}/graphql${config.http.explorer ? `, explorer at ${url}/` : ''}`);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
