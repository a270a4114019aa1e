import { type Environment, settingInvalid } from '../../base/settings.ts';

/** How much the log tells, from all to nothing. */
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** How much the log tells. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Reads how much the log tells: `info` where nothing is set.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readLogLevel(environment: Environment, name: string): LogLevel {
  const value = environment[name] || 'info';
  const level = LOG_LEVELS.find((known) => known === value);
  if (level === undefined) throw settingInvalid(name, value, `one of ${LOG_LEVELS.join(', ')}`);
  return level;
}
