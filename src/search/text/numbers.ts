import { kindOf } from './split-runs.ts';

/** A number in a folded text, however it is spelt: `12`, `1,000`, `十二`, `二〇二六`, `百分之五`. */
export interface NumberSpan {
  /** Index of its first character. */
  readonly start: number;
  /** Index after its last one; the sign of a percentage stands after it, its words (百分之) in it. */
  readonly end: number;
  /** The digits of its value, without zeros before them: `2026`, `12.5`. */
  readonly value: string;
  readonly isPercentage: boolean;
}

/** The longest value, in characters: longer ones are no quantities. */
const MAX_VALUE = 24;

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('零一二三四五六七八九', (digit, value) => [digit, value] as const),
  ['〇', 0],
  ['两', 2],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
]);
const GREAT_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);
const NUMERALS: ReadonlySet<string> = new Set([...DIGITS.keys(), ...UNITS.keys(), ...GREAT_UNITS.keys()]);

/** What makes a number of the one numeral before it: elsewhere it is a part of a word (一带一路, 三农). */
const MEASURES: ReadonlySet<string> = new Set(
  '年月日号时点分秒届次期批项条名人个位万亿元岁天周章级'.split(''),
);

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';

/** The numbers of a folded text, in order; a number is the longest that stands there: 12 is none of 2012. */
export function findNumbers(chars: readonly string[]): NumberSpan[] {
  const spans: NumberSpan[] = [];
  for (let at = 0; at < chars.length; ) {
    const char = chars[at] ?? '';
    let end = at + 1;
    if (isDigit(char)) {
      end = addArabic(chars, at, spans);
    } else if (NUMERALS.has(char)) {
      const span = readPercentage(chars, at);
      end = span?.end ?? endOfNumerals(chars, at);
      const found = span ?? readNumerals(chars, at, end);
      if (found !== null) spans.push(found);
    }
    at = end;
  }
  return spans;
}

/**
 * The lexeme of a number in the index, at the place of its first character: its value, and what stands after it, so that days, ordinals
 * and percentages are found at once: `=8|日`, `=5|%`.
 */
export function numberLexeme(chars: readonly string[], span: NumberSpan): string {
  return `=${span.value}|${span.isPercentage ? '%' : followerOf(chars, span.end)}`;
}

/** What the lexeme of a number begins with, whatever stands after it. */
export const numberPrefix = ({ value }: NumberSpan) => `=${value}|`;

/** The character after a number, if the index has it. */
function followerOf(chars: readonly string[], end: number): string {
  const next = chars[end];
  return next !== undefined && (next === '%' || kindOf(next) !== null) ? next : '';
}

/** A number in digits, or several between which dots stand (2022.8.17). */
function addArabic(chars: readonly string[], start: number, spans: NumberSpan[]): number {
  const groups: { start: number; end: number }[] = [];
  let at = start;
  for (;;) {
    let end = at;
    while (isDigit(chars[end])) end += 1;
    // Thousands: 1,000,000.
    if (groups.length === 0 && end - at <= 3) end = endOfThousands(chars, end);
    groups.push({ start: at, end });
    if (chars[end] !== '.' || !isDigit(chars[end + 1])) break;
    at = end + 1;
  }
  const [whole, decimals] = groups;
  const isDecimal = groups.length === 2 && whole !== undefined && decimals !== undefined;
  const found = isDecimal ? [{ start: whole.start, end: decimals.end }] : groups;
  for (const span of found) {
    const text = chars.slice(span.start, span.end).join('').replaceAll(',', '');
    const value = text.replace(/^0+(?=\d)/, '');
    if (value.length <= MAX_VALUE) spans.push({ ...span, value, isPercentage: chars[span.end] === '%' });
  }
  return groups.at(-1)?.end ?? start + 1;
}

function endOfThousands(chars: readonly string[], start: number): number {
  let end = start;
  const isThousand = () =>
    chars[end] === ',' &&
    isDigit(chars[end + 1]) &&
    isDigit(chars[end + 2]) &&
    isDigit(chars[end + 3]) &&
    !isDigit(chars[end + 4]);
  while (isThousand()) end += 4;
  return end;
}

function endOfNumerals(chars: readonly string[], start: number): number {
  let end = start;
  while (NUMERALS.has(chars[end] ?? '')) end += 1;
  return end;
}

/** 百分之五, 百分之三点五, 百分之50, 百分之百. */
function readPercentage(chars: readonly string[], start: number): NumberSpan | null {
  if (chars[start] !== '百' || chars[start + 1] !== '分' || chars[start + 2] !== '之') return null;
  const from = start + 3;
  const span = (value: string, end: number): NumberSpan => ({ start, end, value, isPercentage: true });
  if (isDigit(chars[from])) {
    const spans: NumberSpan[] = [];
    const end = addArabic(chars, from, spans);
    const [only] = spans;
    return spans.length === 1 && only ? span(only.value, end) : null;
  }
  const end = endOfNumerals(chars, from);
  const text = chars.slice(from, end).join('');
  if (text === '百') return span('100', end);
  const value = valueOfNumerals(text);
  if (value === null) return null;
  const last = endOfNumerals(chars, end + 1);
  const decimals = chars[end] === '点' ? digitsOf(chars.slice(end + 1, last).join('')) : null;
  return decimals ? span(`${value}.${decimals}`, last) : span(value, end);
}

/** A number in Chinese numerals, without the 万 or 亿 at its end: 五百亿 is 500 as 500亿 is. */
function readNumerals(chars: readonly string[], start: number, last: number): NumberSpan | null {
  let end = last;
  while (end > start && GREAT_UNITS.has(chars[end - 1] ?? '')) end -= 1;
  const text = chars.slice(start, end).join('');
  const isOne = end - start === 1;
  if (isOne && chars[start - 1] !== '第' && !MEASURES.has(chars[end] ?? '')) return null;
  const value = valueOfNumerals(text);
  return value === null ? null : { start, end, value, isPercentage: false };
}

/** The value of Chinese numerals; null where they are no number that is told apart from a word: 三五, 十四五, 千万. */
function valueOfNumerals(text: string): string | null {
  if (text === '') return null;
  const isPlace = text.length === 4 || (text.length === 3 && /[〇零]/.test(text));
  const digits = isPlace || text.length > 4 ? digitsOf(text) : null;
  if (digits) return digits.replace(/^0+(?=\d)/, '').slice(0, MAX_VALUE);
  const value = quantityOf(text);
  return value === null ? null : String(value);
}

/** The digits of numerals that are read one by one: 二〇二六. */
function digitsOf(text: string): string | null {
  const digits = Array.from(text, (char) => (char === '两' ? undefined : DIGITS.get(char)));
  return text === '' || digits.includes(undefined) ? null : digits.join('');
}

/** The value of numerals with their places: 一百三十六, 三万五千. */
function quantityOf(text: string): number | null {
  let total = 0;
  let section = 0;
  // The places of a section go down, as those of sections do.
  let [lastUnit, lastGreat] = [10_000, Number.POSITIVE_INFINITY];
  let digit: number | null = null;
  let hasZero = false;
  for (const [index, char] of Array.from(text).entries()) {
    const [value, unit, great] = [DIGITS.get(char), UNITS.get(char), GREAT_UNITS.get(char)];
    if (value !== undefined) {
      if (digit !== null) return null;
      if (value === 0) {
        if (index === 0 || hasZero) return text === '零' || text === '〇' ? 0 : null;
        hasZero = true;
        continue;
      }
      digit = value;
    } else if (unit !== undefined) {
      const count: number | null = digit ?? (unit === 10 && (section === 0 || hasZero) ? 1 : null);
      if (count === null || unit >= lastUnit) return null;
      section += count * unit;
      [digit, lastUnit, hasZero] = [null, unit, false];
    } else if (great !== undefined) {
      const sum: number = section + (digit ?? 0);
      if (sum === 0 || great >= lastGreat) return null;
      total += sum * great;
      [digit, section, lastUnit, lastGreat, hasZero] = [null, 0, 10_000, great, false];
    }
  }
  if (digit !== null) {
    // 一百三 may be 103 or 130: the zero tells which.
    const isUnder =
      lastUnit === 10 || hasZero || (lastUnit === 10_000 && lastGreat === Number.POSITIVE_INFINITY);
    if (!isUnder) return null;
    section += digit;
  } else if (hasZero) return null;
  return total + section;
}

const PLACES = ['', '十', '百', '千'];

/** A whole number below 100,000,000 in Chinese numerals; null for others. */
function spellQuantity(value: string): string | null {
  if (!/^\d{1,8}$/.test(value)) return null;
  const number = Number(value);
  if (number === 0) return '零';
  const [high, low] = [Math.floor(number / 10_000), number % 10_000];
  const ofHigh = high === 0 ? '' : `${spellSection(high)}万${low > 0 && low < 1_000 ? '零' : ''}`;
  const spelt = ofHigh + (low === 0 ? '' : spellSection(low));
  return spelt.replace(/^一十/, '十');
}

function spellSection(value: number): string {
  const digits = Array.from(String(value), Number);
  let [spelt, isZero] = ['', false];
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      isZero = true;
      continue;
    }
    spelt += `${isZero ? '零' : ''}${'零一二三四五六七八九'.charAt(digit)}${PLACES[digits.length - 1 - index]}`;
    isZero = false;
  }
  return spelt;
}

/** How a number may be spelt where others spell it in Chinese numerals; null where nobody does. */
function spellChinese(chars: readonly string[], { value, end, isPercentage }: NumberSpan): string | null {
  const [whole = '', decimals] = value.split('.');
  if (isPercentage) {
    const spelt = spellQuantity(whole);
    if (spelt === null) return null;
    return `百分之${spelt}${decimals === undefined ? '' : `点${spellDigits(decimals)}`}`;
  }
  if (decimals !== undefined) return null;
  return whole.length === 4 && chars[end] === '年' ? spellDigits(whole) : spellQuantity(whole);
}

const spellDigits = (digits: string) =>
  Array.from(digits, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');

/**
 * A folded text with its numbers as they are, all in digits, and all in Chinese numerals: what stands after a number is as far from it as
 * its spelling is long. Without numbers there is one.
 *
 * @example spellings([...'第12次']) // 第12次, 第十二次
 */
export function spellings(chars: readonly string[]): string[][] {
  const spans = queryNumbers(chars);
  if (spans.length === 0) return [[...chars]];
  const digits = respell(chars, spans, ({ value, isPercentage }) => `${value}${isPercentage ? '%' : ''}`);
  const numerals = respell(chars, spans, (span) => spellChinese(chars, span));
  const values = spans.map(({ value }) => value).join(' ');
  // In Chinese numerals some are parts of words, and no numbers.
  const others = [digits, numerals].filter(
    (text): text is string[] =>
      text !== null &&
      queryNumbers(text)
        .map(({ value }) => value)
        .join(' ') === values,
  );
  return [...new Map([[...chars], ...others].map((text) => [text.join(''), text])).values()];
}

function respell(
  chars: readonly string[],
  spans: readonly NumberSpan[],
  spell: (span: NumberSpan) => string | null,
): string[] | null {
  const result: string[] = [];
  let at = 0;
  for (const span of spans) {
    const spelt = spell(span);
    if (spelt === null) return null;
    result.push(...chars.slice(at, span.start), ...spelt);
    at = span.end + (span.isPercentage && chars[span.end] === '%' ? 1 : 0);
  }
  return [...result, ...chars.slice(at)];
}

const LETTER = /^\p{L}$/u;
const isLatin = (char: string | undefined) =>
  char !== undefined && kindOf(char) === 'word' && LETTER.test(char);
const JOINERS = new Set("-_'&+/.");

/** The numbers of a query that must be found as such: digits in a word with letters are a part of it (PM2.5, G20, COVID-19). */
export function queryNumbers(chars: readonly string[]): NumberSpan[] {
  return findNumbers(chars).filter(({ start, end }) => {
    const before = chars[start - 1];
    const joined = before !== undefined && JOINERS.has(before) ? chars[start - 2] : before;
    return !isLatin(joined) && !isLatin(chars[end]);
  });
}
