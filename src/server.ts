import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { seed } from '../seed/seed.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { XiezuoError } from './errors.ts';
import { prepareGraph } from './ingest.ts';
import type { IngestSummary } from './ingest-summary.ts';
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

function portError(config: Config, cause: NodeJS.ErrnoException): XiezuoError {
  const where = `port ${config.port} of ${config.host}`;
  return cause.code === 'EADDRINUSE'
    ? new XiezuoError(
        'PORT_TAKEN',
        `Something else listens on ${where}: stop it, or set PORT to another port.`,
        { cause },
      )
    : new XiezuoError(
        'PORT_UNUSABLE',
        `Cannot listen on ${where} (${cause.code}): set PORT and HOST to others.`,
        { cause },
      );
}

/** Finds out early, before a database is started, whether the port can be had. */
function checkPort(config: Config): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => fail(portError(config, error)));
    probe.listen(config.port, config.host, () => probe.close(() => done()));
  });
}

function describeSeed({ ingested, known, quarantined, counts }: IngestSummary): string {
  if (ingested === 0 && quarantined === 0)
    return `The ${known} pages of seed/documents are in the graph already.`;
  const unread = quarantined > 0 ? `, ${quarantined} could not be read` : '';
  const { articles, meetings, people, agreements } = counts;
  return `Read ${ingested} pages of seed/documents: ${articles} articles, ${meetings} meetings, ${people} people, ${agreements} agreements${unread}.`;
}

const printable = (host: string) => (host.includes(':') ? `[${host}]` : host);

/**
 * Starts everything: the database, its schema, the seed pages, the HTTP server.
 *
 * @param report is told in a few lines what was done and where to look.
 * @throws {XiezuoError} PORT_TAKEN, PORT_UNUSABLE and what opening the database throws; nothing is left running.
 */
export async function startServer(config: Config, report: Report): Promise<RunningServer> {
  await checkPort(config);
  const store = await openStore(config);
  try {
    report(`PostgreSQL ${store.place}, ${store.applied.length} new migrations.`);
    await prepareGraph(store.database);
    if (config.seed) report(describeSeed(await seed(store.database)));
    const app = await buildApp({
      database: store.database,
      writer: { database: store.database, apiKey: config.apiKey },
    });
    await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
      throw portError(config, error);
    });
    const { port } = app.server.address() as AddressInfo;
    const url = `http://${printable(config.host)}:${port}`;
    report(`GraphQL at ${url}/graphql, explorer at ${url}/`);
    return {
      url,
      async close() {
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
