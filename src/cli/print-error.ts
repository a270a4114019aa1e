import { inspect } from 'node:util';
import { XiezuoError } from '../base/errors.ts';
import { isUnreachable } from '../store/sql/is-unreachable.ts';
import { printNotice } from './print.ts';

/** Prisma's messages say last what was wrong; most others are one line. */
function lastLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.findLast((line) => line.trim() !== '')?.trim() ?? 'no message';
}

/** Prints on standard error, in one line, what is wrong and what to do. */
export function printError(error: unknown): void {
  const reason = lastLine(error);
  if (error instanceof XiezuoError) printNotice(`xiezuo: ${error.message}`);
  else if (isUnreachable(error))
    printNotice(
      `xiezuo: The database did not go on (${reason}): what was written before stands; run the command again to do the rest.`,
    );
  else printNotice(`xiezuo: unexpected error: ${reason} (XIEZUO_DEBUG=1 prints all of it)`);
  if (process.env.XIEZUO_DEBUG) for (const line of inspect(error).split('\n')) printNotice(line);
}
