import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import type { Readiness } from '../life/readiness.ts';

/** What is asked how the process fares. */
export interface HealthOptions {
  /** A connection that nothing else takes. */
  readonly health: Pick<Pool, 'query'>;
  readonly readiness: Readiness;
}

/** Asks the database for a sign of life; who asks meanwhile gets the same answer, so that many cost no more than one. */
function createPing(health: HealthOptions['health']): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  const ask = () =>
    health.query('SELECT 1').then(
      () => true,
      () => false,
    );
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

const unavailable = (reply: FastifyReply, reason: string) =>
  reply.code(503).header('retry-after', '5').send({ status: 'unavailable', reason });

/**
 * Registers what those who run the server ask: `/live`, whether the process answers; `/health`, whether the database does too;
 * `/ready`, whether requests are to be sent here.
 */
export function registerHealth(app: FastifyInstance, { health, readiness }: HealthOptions): void {
  const ping = createPing(health);
  const answer = async (reply: FastifyReply) =>
    (await ping()) ? { status: 'ok' } : unavailable(reply, 'The database does not answer.');
  app.get('/live', async () => ({ status: 'ok' }));
  app.get('/health', (_request, reply) => answer(reply));
  app.get('/ready', async (_request, reply) =>
    readiness.isDraining ? unavailable(reply, 'The server is about to stop.') : answer(reply),
  );
}
