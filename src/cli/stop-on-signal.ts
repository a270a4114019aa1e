import { printNotice } from './print.ts';
import { printError } from './print-error.ts';

/** Takes what is being done now, for people, asked for when it takes too long. */
export type OnStep = (describe: () => string) => void;

/** A second signal this soon is the first one again: npm passes on what the terminal has sent to all. */
const SAME_SIGNAL_MS = 1_000;

/** Ends the process with a failure; what it answers for, such as an embedded PostgreSQL, is told to end on the way. */
const giveUp = () => process.exit(1);

/**
 * Ends the process in good order on SIGINT and SIGTERM; at once when the signal comes again, and after a time whatever hangs, with
 * exit code 1 and a line that says what it was.
 *
 * @param timeoutMs from the signal on.
 */
export function stopOnSignal(timeoutMs: number, close: (onStep: OnStep) => Promise<void>): void {
  let stoppingSince: number | null = null;
  let describe = () => 'ending';
  const onTimeout = () => {
    printNotice(`xiezuo: not ended within ${timeoutMs / 1_000} s (${describe()}): ending now.`);
    giveUp();
  };
  const stop = (signal: NodeJS.Signals) => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > SAME_SIGNAL_MS) giveUp();
      return;
    }
    stoppingSince = Date.now();
    printNotice(`${signal}: finishing requests, stopping the database …`);
    setTimeout(onTimeout, timeoutMs);
    const onStep: OnStep = (step) => {
      describe = step;
    };
    close(onStep).then(
      () => process.exit(0),
      (error: unknown) => {
        printError(error);
        giveUp();
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
