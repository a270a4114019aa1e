import type { OnProgress } from '../ingest/ingest-summary.ts';
import { printNotice } from './print.ts';

/** Milliseconds between two lines at least. */
const INTERVAL_MS = 1_000;

const CLEAR = '\r\u001b[K';

/** A time span for people: `45 s`, `3:20`, `2:05:00`. */
function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const pad = (value: number) => String(value).padStart(2, '0');
  const [minutes, hours] = [Math.floor(whole / 60), Math.floor(whole / 3_600)];
  const end = pad(whole % 60);
  return hours > 0 ? `${hours}:${pad(minutes % 60)}:${end}` : `${minutes}:${end}`;
}

/** One line that says how far work is: documents or others done, how many a second, and when it will be done where that can be told. */
export function formatProgress(
  done: number,
  share: number | null,
  seconds: number,
  noun = 'documents',
): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = `${done} ${noun}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
  if (share === null || share <= 0) return speed;
  return `${speed}, ${Math.floor(share * 100)}%, ${formatSeconds((seconds * (1 - share)) / share)} left`;
}

/**
 * Shows on standard error how far work is: on one line of a terminal, once a second at most; elsewhere as lines, and only if that
 * is wanted. What could not be read is printed in any case, as a log should hold it.
 */
export class ProgressLine {
  private readonly isShown: boolean;
  private readonly start = performance.now();
  private shownAt = 0;

  constructor(isWanted: boolean) {
    this.isShown = isWanted || process.stderr.isTTY === true;
  }

  readonly update: OnProgress = ({ done, share, result }) => {
    if (result.status === 'quarantined')
      this.print(`quarantined ${result.name}: ${result.code}: ${result.reason}`);
    const now = performance.now();
    if (!this.isShown || now - this.shownAt < INTERVAL_MS) return;
    this.shownAt = now;
    const line = formatProgress(done, share, (now - this.start) / 1_000);
    process.stderr.write(process.stderr.isTTY ? `${CLEAR}${line}` : `${line}\n`);
  };

  /** Prints a line that stays. */
  print(line: string): void {
    this.clear();
    printNotice(line);
  }

  /** Takes the line away. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write(CLEAR);
  }
}
