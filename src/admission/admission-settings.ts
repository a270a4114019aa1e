import { availableParallelism } from 'node:os';
import { type Environment, readWhole } from '../base/settings.ts';

/** How many requests are served at a time, and how long they may take and wait. */
export interface AdmissionSettings {
  /** Milliseconds in which a request that reads must be answered. */
  readonly readTimeoutMs: number;
  /** Milliseconds that a change may wait for its turn, and that each of its statements may take. */
  readonly writeTimeoutMs: number;
  /** Connections for reading. `heavyConnections` of them are for costly operations and `lightConnections` for others; the rest is for quick ones. */
  readonly readConnections: number;
  readonly lightConnections: number;
  readonly heavyConnections: number;
  /** Operations that cost more than this are costly. */
  readonly heavyCost: number;
  /** Operations that cost no more than this are quick. */
  readonly quickCost: number;
  /** And statements that took no more milliseconds than this before, whatever they might cost at worst. */
  readonly quickMs: number;
  /** How many changes are under way at a time; they write one after the other. */
  readonly writers: number;
  /** How many statements of each kind wait, and how many milliseconds, before requests are turned away. */
  readonly queueLength: number;
  readonly queueTimeoutMs: number;
}

const MAX_TIMEOUT_MS = 3_600_000;
const timeout = (fallback: number) => ({ fallback, min: 100, max: MAX_TIMEOUT_MS });

/**
 * Reads the settings of admission.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readAdmissionSettings(environment: Environment): AdmissionSettings {
  const cores = availableParallelism();
  const most = readWhole(environment, 'XIEZUO_READ_CONNECTIONS', { fallback: 10, min: 2, max: 1_000 });
  const heavy = readWhole(environment, 'XIEZUO_HEAVY_CONNECTIONS', {
    fallback: Math.min(Math.ceil(cores / 2), Math.max(1, Math.floor(most / 3))),
    min: 1,
    max: most - 1,
  });
  const light = readWhole(environment, 'XIEZUO_LIGHT_CONNECTIONS', {
    // More statements that take their time take the cores from each other, and from this process. Where it can be, one place is left.
    fallback: Math.max(1, Math.min(2 * cores, most - heavy - 1)),
    min: 1,
    max: most - heavy,
  });
  return {
    readTimeoutMs: readWhole(environment, 'XIEZUO_READ_TIMEOUT_MS', timeout(10_000)),
    writeTimeoutMs: readWhole(environment, 'XIEZUO_WRITE_TIMEOUT_MS', timeout(60_000)),
    readConnections: most,
    lightConnections: light,
    heavyConnections: heavy,
    heavyCost: readWhole(environment, 'XIEZUO_HEAVY_COST', { fallback: 30_000, min: 0, max: 1_000_000_000 }),
    quickCost: readWhole(environment, 'XIEZUO_QUICK_COST', { fallback: 2_000, min: 0, max: 1_000_000_000 }),
    quickMs: readWhole(environment, 'XIEZUO_QUICK_MS', { fallback: 25, min: 0, max: MAX_TIMEOUT_MS }),
    writers: readWhole(environment, 'XIEZUO_WRITERS', { fallback: 2, min: 1, max: 8 }),
    queueLength: readWhole(environment, 'XIEZUO_QUEUE_LENGTH', { fallback: 200, min: 0, max: 100_000 }),
    queueTimeoutMs: readWhole(environment, 'XIEZUO_QUEUE_TIMEOUT_MS', timeout(5_000)),
  };
}
