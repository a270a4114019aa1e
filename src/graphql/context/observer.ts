/** How an operation was answered. */
export interface OperationOutcome {
  /** `query`, `mutation`; `none` where the document has no operation to run. */
  readonly type: string;
  /** The code of the first error; `OK` where there is none. */
  readonly code: string;
}

/** Is told what becomes of a request, for metrics and the log. */
export interface Observer {
  operationAnswered(outcome: OperationOutcome): void;
  /** Takes an error that clients must not see; gives the id of the request, under which the log has it. */
  failed(error: unknown): string;
  /** @param status what became of a page that was sent: `ingested`, `known`, `quarantined`. */
  pageTaken(status: string): void;
}
