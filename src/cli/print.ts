import { once } from 'node:events';
import { printable } from './printable.ts';

/** Whether nobody reads standard output any more. */
let isClosed = false;

/**
 * Lets whoever reads our output have enough of it, as in `review | head -1`: what is printed after that is lost, and the command
 * goes on to its end. Output that cannot be written for another reason, such as a full disk, ends the process with exit code 1.
 */
export function allowClosedOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code === 'EPIPE') return;
    printNotice(`xiezuo: standard output cannot be written: ${error.message}`);
    process.exit(1);
  });
  process.stderr.on('error', () => undefined);
}

/** Whether nobody reads standard output any more: who only prints may end. */
export const isOutputClosed = (): boolean => isClosed;

/** Prints a line to standard output. */
export function printLine(line: string): void {
  if (!isClosed) process.stdout.write(`${printable(line)}\n`);
}

/** Prints a line to standard output, no faster than it is taken. */
export const printLineInTime = (line: string): Promise<void> => printTextInTime(`${printable(line)}\n`);

/** Prints a text for programs to standard output as it is, no faster than it is taken. */
export async function printTextInTime(text: string): Promise<void> {
  if (isClosed || process.stdout.write(text)) return;
  await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => undefined);
}

/** Prints a line to standard error: what went wrong, or how far work is. */
export function printNotice(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
