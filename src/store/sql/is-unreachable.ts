import { databaseCode } from './database-code.ts';

/** SQLSTATEs, system codes and codes of Prisma of a database that cannot be reached, or not any more. */
const CODES =
  /^(?:57P0[1-4]|53[0-9A-Z]{3}|08[0-9A-Z]{3}|ECONN[A-Z]+|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|P10(?:01|02|08|17)|P20(?:24|28))$/;
/** What the drivers say without a code. */
const MESSAGES =
  /Connection terminated|connection timeout|timeout expired|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed|after calling end on the pool/i;

/** Whether an error is that of a database which cannot be reached: it says nothing of what was to be written. */
export function isUnreachable(error: unknown): boolean {
  const { message } = (error ?? {}) as { message?: unknown };
  return CODES.test(String(databaseCode(error))) || MESSAGES.test(String(message));
}
