import { type MappedText, rewriteMapped } from '../model/mapped-text.ts';
import { isCjkPunctuationCode, isHanCode } from './characters.ts';

const WIDE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' }),
);
const QUOTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '「': '“',
    '」': '”',
    '『': '‘',
    '』': '’',
    '﹁': '“',
    '﹂': '”',
    '﹃': '‘',
    '﹄': '’',
    '〝': '“',
    '〞': '”',
  }),
);
const DOTS = '•‧・･∙⋅●᛫';
/** For each code unit 1 where it is a mark that may be changed. */
const AFFECTED: Uint8Array = new Uint8Array(0x10000);
for (const char of [...WIDE.keys(), ...QUOTES.keys(), ...DOTS, ...'()（）."-'])
  AFFECTED[char.charCodeAt(0)] = 1;

/**
 * Gives Chinese text one form of punctuation, character for character: full-width commas, colons, semicolons,
 * question and exclamation marks and brackets beside Han characters, “” for 「」, · between the parts of a name.
 */
export function normalisePunctuation(mapped: MappedText): MappedText {
  const { text } = mapped;
  const changes = new Map<number, string>();
  const marks: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (AFFECTED[text.charCodeAt(index)] === 0) continue;
    const char = text.charAt(index);
    marks.push(index);
    const widened = widen(text, index, char);
    if (widened !== char) changes.set(index, widened);
  }
  if (marks.length === 0) return mapped;
  pairBrackets(text, marks, changes);
  pairQuotes(text, marks, changes);
  return rewriteMapped(mapped, rewriteAt(text, marks, changes));
}

/** The text with the changes made, which stand at some of the given places. */
function rewriteAt(text: string, places: readonly number[], changes: ReadonlyMap<number, string>): string {
  if (changes.size === 0) return text;
  let result = '';
  let from = 0;
  for (const place of places) {
    const change = changes.get(place);
    if (change === undefined) continue;
    result += text.slice(from, place) + change;
    from = place + 1;
  }
  return result + text.slice(from);
}

function widen(text: string, index: number, char: string): string {
  const wide = WIDE.get(char);
  if (wide !== undefined) return isBesideChinese(text, index) ? wide : char;
  const quote = QUOTES.get(char);
  if (quote !== undefined) return quote;
  if (char === '.') return isFullStop(text, index) ? '。' : char;
  if (char === '-') return isDash(text, index) ? '—' : char;
  return DOTS.includes(char) && isChinese(text, index - 1) && isChinese(text, index + 1) ? '·' : char;
}

/** Whether Chinese stands on one side: 省长,副省长; PM2.5,臭氧. Between digits (1,305; 19:41) it does not. */
function isBesideChinese(text: string, index: number): boolean {
  return isChinese(text, skipSpace(text, index - 1, -1)) || isChinese(text, skipSpace(text, index + 1, 1));
}

function skipSpace(text: string, index: number, step: 1 | -1): number {
  let at = index;
  while (text.charAt(at) === ' ') at += step;
  return at;
}

function isChinese(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const code = text.charCodeAt(index);
  return isHanCode(code) || isCjkPunctuationCode(code);
}

function isFullStop(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  return isHanCode(before) && /^[”’"']?(?:\s|$)/.test(text.slice(index + 1, index + 4));
}

function isDash(text: string, index: number): boolean {
  const double = text.charAt(index - 1) === '-' || text.charAt(index + 1) === '-';
  return double && (isChinese(text, index - 1) || isChinese(text, index + 1));
}

/** Brackets are widened in pairs, where Chinese stands at one of the four sides. */
function pairBrackets(text: string, marks: readonly number[], changes: Map<number, string>): void {
  const open: number[] = [];
  for (const index of marks) {
    const char = text.charAt(index);
    if (char === '(' || char === '（') open.push(index);
    if (char !== ')' && char !== '）') continue;
    const start = open.pop();
    const wide = isBesideChinese(text, index) || (start !== undefined && isBesideChinese(text, start));
    if (!wide) continue;
    changes.set(index, '）');
    if (start !== undefined) changes.set(start, '（');
  }
  for (const index of open) if (isBesideChinese(text, index)) changes.set(index, '（');
}

/** Straight quotation marks become curved where they pair up around Chinese. */
function pairQuotes(text: string, marks: readonly number[], changes: Map<number, string>): void {
  const quotes = marks.filter((index) => text.charAt(index) === '"');
  if (quotes.length % 2 === 1 || !quotes.some((index) => isBesideChinese(text, index))) return;
  for (const [order, index] of quotes.entries()) changes.set(index, order % 2 === 0 ? '“' : '”');
}
