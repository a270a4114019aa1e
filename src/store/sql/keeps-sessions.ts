import type pg from 'pg';

/**
 * Whether a connection keeps what a session has: settings, prepared statements, locks.
 *
 * It does where the process that greeted it is the one that answers. A pooler (pgbouncer) greets with a number of its own, and may
 * have another process answer each transaction. One that pools whole sessions greets likewise; with it we do without as well.
 *
 * @param client that is connected and does nothing else.
 */
export async function keepsSessions(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid === (client as unknown as { processID: number }).processID;
}
