import { type Logger, pino } from 'pino';

/** A log that prints nothing and puts the errors that it is given into `failures`. */
export function collectFailures(failures: unknown[]): Logger {
  const logMethod = ([first]: unknown[]) => failures.push((first as { err?: unknown }).err ?? first);
  return pino({ level: 'error', hooks: { logMethod } });
}
