/** SQLSTATEs and system codes of a database that cannot be reached, or not any more. */
const CODES = /^(?:57P0[1-4]|53[0-9A-Z]{3}|08[0-9A-Z]{3}|ECONN[A-Z]+|EPIPE|ENOTFOUND|ETIMEDOUT)$/;
/** What the driver says without a code. */
const MESSAGES = /Connection terminated|connection timeout|timeout exceeded when trying to connect/i;

/** Whether an error is that of a database which cannot be reached: it says nothing of what was to be written. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return CODES.test(String(code)) || MESSAGES.test(String(message));
}
