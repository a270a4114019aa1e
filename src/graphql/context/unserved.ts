/** How a request is answered that was not served. */
export interface UnservedStatus {
  readonly status: number;
  /** Seconds after which it may be tried again; null: the same request will not fare better. */
  readonly retryAfterSeconds: number | null;
}

/** What an answer says by its status and headers. */
interface StatusOf {
  setStatus(status: number): void;
  setHeader(name: string, value: string): void;
}

/** Says by the status and the headers of an answer that its request was not served. */
export function tellUnserved({ status, retryAfterSeconds }: UnservedStatus, answer: StatusOf): void {
  answer.setStatus(status);
  if (retryAfterSeconds !== null) answer.setHeader('retry-after', String(retryAfterSeconds));
}

/** The codes of requests that were not served though nothing is wrong with them but what they take. README, "Errors". */
export const UNSERVED: ReadonlyMap<unknown, UnservedStatus> = new Map([
  ['OVERLOADED', { status: 503, retryAfterSeconds: 2 }],
  ['DATABASE_UNAVAILABLE', { status: 503, retryAfterSeconds: 5 }],
  // The database lives and answered others: this one asks for too much, as QUERY_TOO_COMPLEX does.
  ['TIMEOUT', { status: 400, retryAfterSeconds: null }],
  // Nobody reads it.
  ['CANCELLED', { status: 499, retryAfterSeconds: null }],
]);
