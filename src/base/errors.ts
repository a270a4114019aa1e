/** Facts that help to see what went wrong: paths, counts, limits. Never a secret. */
type ErrorContext = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one base of every error that Xiezuo raises on purpose.
 *
 * The message says what is wrong and what to do, in one line; `code` is stable and documented
 * (README, "Errors"); anything else that is thrown is a defect.
 */
export class XiezuoError extends Error {
  /** Stable, documented, SCREAMING_SNAKE_CASE. */
  readonly code: string;
  readonly context: ErrorContext;

  constructor(code: string, message: string, options: { context?: ErrorContext; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'XiezuoError';
    this.code = code;
    this.context = options.context ?? {};
  }
}
