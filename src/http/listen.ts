import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { XiezuoError } from '../base/errors.ts';

/** Where to listen, and which settings say so. */
export interface ListenPlace {
  readonly port: number;
  readonly host: string;
  /** Names of the two settings: `PORT and HOST`. */
  readonly settings: string;
}

function portError({ port, host, settings }: ListenPlace, cause: NodeJS.ErrnoException): XiezuoError {
  const where = `port ${port} of ${host}`;
  return cause.code === 'EADDRINUSE'
    ? new XiezuoError(
        'PORT_TAKEN',
        `Something else listens on ${where}: stop it, or set ${settings.split(' ', 1)} to another port.`,
        { cause },
      )
    : new XiezuoError(
        'PORT_UNUSABLE',
        `Cannot listen on ${where} (${cause.code}): set ${settings} to others.`,
        { cause },
      );
}

/**
 * Finds out early, before anything is started, whether a port can be had.
 *
 * @throws {XiezuoError} PORT_TAKEN, PORT_UNUSABLE
 */
export function checkPort(place: ListenPlace): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => fail(portError(place, error)));
    probe.listen(place.port, place.host, () => probe.close(() => done()));
  });
}

const printable = (host: string) => (host.includes(':') ? `[${host}]` : host);

/**
 * Lets an app listen.
 *
 * @returns where it is reached: `http://localhost:4000`.
 * @throws {XiezuoError} PORT_TAKEN, PORT_UNUSABLE
 */
export async function listen(app: FastifyInstance, place: ListenPlace): Promise<string> {
  const { port, host } = place;
  await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw portError(place, error);
  });
  return `http://${printable(host)}:${(app.server.address() as AddressInfo).port}`;
}
