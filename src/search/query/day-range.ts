import { spellings } from '../text/numbers.ts';

/** Days, `YYYY-MM-DD`, both included; null where the range has no such end. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const CHINESE_DAY = /^(\d{4})年(?:(\d{1,2})月(?:份|(\d{1,2})[日号])?)?/;
const PLAIN_DAY = /^(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?$/;

/** A text that begins with a day, a month or a year. */
export interface DayAtStart {
  readonly days: Days;
  /** How many characters of the text say so. */
  readonly size: number;
}

/**
 * The day, month or year that a folded text begins with, in whichever way its numbers are spelt; null where it does not, or says a day
 * that no calendar has.
 *
 * @example dayAtStart([...'二〇二六年六月会议']) // { days: { from: '2026-06-01', to: '2026-06-30' }, size: 7 }
 */
export function dayAtStart(chars: readonly string[]): DayAtStart | null {
  // The longest beginning that is nothing but a day.
  for (let size = Math.min(chars.length, 12); size >= 4; size--) {
    const end = chars[size - 1];
    if (end !== '年' && end !== '月' && end !== '份' && end !== '日' && end !== '号') continue;
    const part = chars.slice(0, size);
    const match = spellings(part)
      .map((spelling) => CHINESE_DAY.exec(spelling.join('')))
      .find((found) => found !== null);
    if (!match || (match[2] === undefined && end !== '年')) continue;
    const isWhole =
      end === '年' ? match[2] === undefined : end === '月' || end === '份' ? match[3] === undefined : true;
    const days = isWhole ? rangeOf(match[1], match[2], match[3]) : null;
    if (days) return { days, size };
  }
  return null;
}

/** The days of `2026`, `2026-06`, `2026-06-01`, `2026年6月`; null for any other text. */
export function readDays(text: string): Days | null {
  const plain = PLAIN_DAY.exec(text);
  if (plain) return rangeOf(plain[1], plain[3], plain[4]);
  const chars = Array.from(text);
  const found = dayAtStart(chars);
  return found?.size === chars.length ? found.days : null;
}

function rangeOf(year: string | undefined, month: string | undefined, day: string | undefined): Days | null {
  if (year === undefined || Number(year) < 1) return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const padded = month.padStart(2, '0');
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { from: `${year}-${padded}-01`, to: `${year}-${padded}-${last}` };
  if (Number(day) < 1 || Number(day) > last) return null;
  const only = `${year}-${padded}-${day.padStart(2, '0')}`;
  return { from: only, to: only };
}
