import { type Environment, readWhole } from '../base/settings.ts';

/** How a server ends. */
export interface ShutdownSettings {
  /** Milliseconds after which it ends, whatever is still under way. */
  readonly timeoutMs: number;
  /** Milliseconds for which it goes on taking requests at most; half of the above at most. */
  readonly drainMs: number;
  /** Milliseconds without a request after which it stops listening. */
  readonly quietMs: number;
}

/**
 * Reads how a server ends.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readShutdownSettings(environment: Environment): ShutdownSettings {
  const read = (name: string, fallback: number, min: number) =>
    readWhole(environment, name, { fallback, min, max: 3_600_000 });
  const timeoutMs = read('XIEZUO_SHUTDOWN_TIMEOUT_MS', 25_000, 100);
  return {
    timeoutMs,
    drainMs: Math.min(read('XIEZUO_DRAIN_MS', 10_000, 0), timeoutMs / 2),
    quietMs: read('XIEZUO_DRAIN_QUIET_MS', 1_000, 0),
  };
}
