import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { XiezuoError } from '../base/errors.ts';
import { overloaded } from './overloaded.ts';

const timedOut = () =>
  new XiezuoError('TIMEOUT', 'The query took too long: ask for smaller pages or fewer nested fields.');

const gone = () => new XiezuoError('CANCELLED', 'The client went away.');

/** Whether an error says that a request's time is over. */
const isTimeout = (error: unknown) => error instanceof XiezuoError && error.code === 'TIMEOUT';

/** The error for one whose signal aborted while it waited for its turn: where its time is over, that went by for the sake of others. */
export const withoutTurn = (reason: unknown) => (isTimeout(reason) ? overloaded() : reason);

/** The life of one request: it ends with the answer, when its client goes, or when its time is over. */
export class RequestLife {
  private readonly controller = new AbortController();
  private readonly response: Pick<ServerResponse, 'destroyed'>;
  private timer: NodeJS.Timeout | undefined;

  constructor(response: ServerResponse) {
    this.response = response;
    // Each root field that waits listens.
    setMaxListeners(0, this.signal);
    if (response.destroyed) this.end(gone());
    response.once('close', () => {
      clearTimeout(this.timer);
      if (!response.writableEnded) this.end(gone());
    });
  }

  /** Aborts when nobody waits for the answer any more; its reason is the error to answer with. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Gives it so many milliseconds from now. */
  giveTime(timeoutMs: number): void {
    this.stopClock();
    if (this.response.destroyed || this.signal.aborted) return;
    this.timer = setTimeout(() => this.end(timedOut()), timeoutMs);
  }

  /** Gives it time without end. */
  stopClock(): void {
    clearTimeout(this.timer);
  }

  private end(reason: XiezuoError): void {
    this.controller.abort(reason);
  }
}
