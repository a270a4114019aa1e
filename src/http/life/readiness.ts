/** Whether this process takes requests. */
export interface Readiness {
  readonly isDraining: boolean;
  /** Says that it will end: those who send it requests are to send them elsewhere. */
  drain(): void;
}

/** Makes the readiness of one process, which takes requests until it drains. */
export function createReadiness(): Readiness {
  let isDraining = false;
  return {
    get isDraining() {
      return isDraining;
    },
    drain() {
      isDraining = true;
    },
  };
}
