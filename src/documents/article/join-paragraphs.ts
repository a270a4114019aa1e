import type { Line } from '../model/line.ts';
import { joinMapped } from '../model/mapped-text.ts';
import { endsSentence } from '../text/characters.ts';
import { PairIndex } from '../text/pair-index.ts';

const TRAILING_NOTE = /[（(【[][^（）()【】[\]]{1,40}[）)】\]]$/;
const NOTE_END = /[）)】\]]/;
/** A credit behind a sentence that has ended: 协议。图片来源：某某微信, 协议。何田 摄. */
const CREDIT =
  /[。！？”）)] ?(?:(?:\p{Script=Han}{0,4}来源|图片提供|图源|图片|摄影|供图)[：:/／][^，。：:；！？]{1,24}|\p{Script=Han}{2,10} ?(?:摄|摄影|供图))$/u;
const MAX_CREDIT = 36;
const BEGINS_ANEW =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|——|[①-⑳◆●■▲▶])/;
/** 展，构建…: one character before the comma is the end of a word; 协议。 a few before the full stop that of a sentence. */
const WORD_END = /^(?:\p{Script=Han}[，、；。！？]|\p{Script=Han}{2,6}[。；！？])/u;
/** Longer than a subhead usually is. */
const LONG = 25;
/** Most articles have fewer breaks to look at. */
const PLAIN_QUESTIONS = 8;
/** Longer than articles are; bounds the time that is spent on what is none. */
const SAMPLE = 100_000;

/**
 * Joins paragraphs that a column or page break has torn in mid-sentence; captions and bylines between the two parts
 * follow the joined paragraph.
 */
export function joinParagraphs(lines: readonly Line[]): Line[] {
  const signs = new Signs(lines);
  const result: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    const last = open?.at(-1);
    if (last !== undefined && isText(line) && goesOn(last, line, signs)) {
      open?.push(line);
      continue;
    }
    const parts = [line];
    if (isText(line)) open = parts;
    result.push(parts);
  }
  return result.map(joinLines);
}

function joinLines(parts: readonly Line[]): Line {
  const [first] = parts;
  if (first === undefined) throw new RangeError('There is nothing to join.');
  if (parts.length === 1) return first;
  return { ...first, role: 'body', content: joinMapped(parts.map((part) => part.content)) };
}

/** What the lines as a whole say about breaks. */
class Signs {
  /** Whether a paragraph is torn for certain. */
  readonly torn: boolean;
  private pairs: PairIndex | null = null;

  constructor(private readonly lines: readonly Line[]) {
    this.torn = lines.some(isTorn);
  }

  /** Whether two characters stand side by side anywhere. */
  hasPair(pair: string): boolean {
    this.pairs ??= new PairIndex(readSample(this.lines), PLAIN_QUESTIONS);
    return pair.length === 2 && this.pairs.hasPair(pair, 0);
  }
}

/** The text of lines, as far as it is needed to know the words of an article. */
function readSample(lines: readonly Line[]): string {
  return lines
    .map((line) => line.content.text)
    .join('\n')
    .slice(0, SAMPLE);
}

function isText(line: Line): boolean {
  return line.role === 'body' || line.role === 'short';
}

function isOpen(line: Line): boolean {
  if (!isText(line) || line.level > 0 || line.strong) return false;
  const whole = line.content.text;
  const text = NOTE_END.test(whole.slice(-1)) ? whole.replace(TRAILING_NOTE, '') : whole;
  return !endsSentence(text) && !/[：:]/.test(text.slice(-1)) && !CREDIT.test(text.slice(-MAX_CREDIT));
}

/** A sentence ended before, or a comma last: no subhead looks so. */
function isTorn(line: Line): boolean {
  return isOpen(line) && (/[。！？][^”’」』）]/.test(line.content.text) || /[，、]$/.test(line.content.text));
}

/** Whether a word was torn, most likely: its halves stand side by side elsewhere, or the second is one character. */
function tearsWord(line: Line, next: Line, signs: Signs): boolean {
  const pair = line.content.text.slice(-1) + next.content.text.slice(0, 1);
  return WORD_END.test(next.content.text) || signs.hasPair(pair);
}

function goesOn(line: Line, next: Line, signs: Signs): boolean {
  if (next.level > 0 || next.strong || !isOpen(line) || BEGINS_ANEW.test(next.content.text)) return false;
  if (isTorn(line)) return true;
  if (line.content.text.length < LONG || next.role !== 'body') return false;
  return signs.torn || tearsWord(line, next, signs);
}
