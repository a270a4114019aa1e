/** SQLSTATEs of PostgreSQL, and what the system calls its errors. */
const CODE = /^(?:[0-9A-Z]{5}|E[A-Z_]{3,})$/;

/** Where an error of Prisma keeps what the driver said. */
interface Wrapped {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** The SQLSTATE or system code of an error, however it is wrapped; null where it has none. */
export function databaseCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, originalCode, cause, meta } = error as Wrapped;
  // The innermost first: Prisma's own codes look like SQLSTATEs.
  const inner = databaseCode(meta?.driverAdapterError) ?? databaseCode(cause);
  if (inner !== null) return inner;
  const own = String(originalCode ?? code);
  return CODE.test(own) ? own : null;
}
