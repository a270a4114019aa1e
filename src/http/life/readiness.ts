import { setMaxListeners } from 'node:events';

/** Whether this process takes requests. */
export interface Readiness {
  readonly isDraining: boolean;
  /** Aborts when it begins to drain: what would go on without end is to end then. */
  readonly draining: AbortSignal;
  /** Says that it will end: those who send it requests are to send them elsewhere. */
  drain(): void;
}

/** Makes the readiness of one process, which takes requests until it drains. */
export function createReadiness(): Readiness {
  const controller = new AbortController();
  const { signal } = controller;
  // Each stream listens.
  setMaxListeners(0, signal);
  return {
    get isDraining() {
      return signal.aborted;
    },
    draining: signal,
    drain: () => controller.abort(),
  };
}
