import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type AdmissionSettings, readAdmissionSettings } from '../../src/admission/admission-settings.ts';
import { buildApp } from '../../src/http/app.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { collectFailures } from './collect-failures.ts';

const KEY = 'a key';

/** What a client gets. */
export interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The codes of the errors, without repetitions. */
  readonly codes: readonly string[];
  readonly data: unknown;
}

/** An app that listens, on pools of its own. */
export interface AdmittedApp {
  readonly database: Database;
  readonly url: string;
  /** What was logged as a defect of ours. */
  readonly failures: readonly unknown[];
  ask(query: string, init?: { variables?: object; signal?: AbortSignal }): Promise<Reply>;
  close(): Promise<void>;
}

/** Serves a database with other settings of admission than the defaults. */
export async function serveAdmitted(
  databaseUrl: string,
  changes: Partial<AdmissionSettings> = {},
): Promise<AdmittedApp> {
  const admission = { ...readAdmissionSettings({}), ...changes };
  const database = await openDatabase(databaseUrl, admission);
  const failures: unknown[] = [];
  const app: FastifyInstance = await buildApp({
    database: database.reads,
    health: database.health,
    writer: { database, apiKey: KEY },
    admission,
    log: collectFailures(failures),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    database,
    url,
    failures,
    async ask(query, { variables = {}, signal } = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': KEY },
        body: JSON.stringify({ query, variables }),
        ...(signal && { signal }),
      });
      const { data, errors = [] } = (await response.json()) as {
        data: unknown;
        errors?: { extensions: { code: string } }[];
      };
      const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
      return { status: response.status, retryAfter: response.headers.get('retry-after'), codes, data };
    },
    async close() {
      const closed = app.close();
      // A connection that a client opened and never used is none that Node holds for idle.
      app.server.closeAllConnections();
      await closed;
      await database.close();
    },
  };
}

/** A lock that somebody else holds until it is let go. */
export interface HeldLock {
  /** How many statements wait for it, or for another lock. */
  countWaiting(): Promise<number>;
  /** Waits until so many do. */
  waiting(count: number): Promise<void>;
  release(): Promise<void>;
}

/** Has somebody else run a statement that takes a lock, in a transaction. */
export async function holdLock({ pool }: Database, statement: string): Promise<HeldLock> {
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query(statement);
  let isHeld = true;
  const countWaiting = async () => {
    const { rowCount } = await pool.query(`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock'`);
    return rowCount ?? 0;
  };
  return {
    countWaiting,
    async waiting(count) {
      while ((await countWaiting()) !== count) await setTimeout(20);
    },
    async release() {
      if (!isHeld) return;
      isHeld = false;
      await holder.query('COMMIT');
      holder.release();
    },
  };
}
