import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';
import { cut } from '../../base/cut.ts';
import type { LogLevel } from '../settings/read-log-level.ts';

/** A message or a stack may hold a whole statement of a database. */
const MAX_TEXT = 4000;

/** What the log tells of an error: what it is, not what it carries, which may be the values of a query. */
function describeError(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  return {
    type,
    ...(code !== undefined && { code }),
    message: cut(message, MAX_TEXT),
    stack: cut(stack, MAX_TEXT),
  };
}

/**
 * Makes the one log of a server: a JSON object a line, on standard error if nothing else is given. It never holds a key,
 * nor the text or the variables of a query.
 */
export function createLog(level: LogLevel, stream: DestinationStream = destination(2)): Logger {
  return pino({ name: 'xiezuo', level, serializers: { err: describeError } }, stream);
}
