import type { Span } from '../../documents/model/source-document.ts';
import { type Unit, units } from '../lexicon/units.ts';
import type { Bound } from '../model/claim.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { listMatches } from '../text/matches.ts';
import { parseNumeral } from '../text/numerals.ts';
import { sortByStart } from '../text/spans.ts';

/** A number with its unit, as a text prints it. */
export interface Quantity extends Span {
  /** Exact, in the unit `unit.code`: `270000000000`, `3.2`. */
  readonly value: string;
  readonly unit: Unit;
  readonly bound: Bound;
}

const MAGNITUDES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

const byLength = [...units.keys()].sort((a, b) => b.length - a.length);
/** No unit holds a character that means something to a regular expression. */
const UNIT = byLength.join('|');

/** Words directly before a number that say how near it is. */
const ABOUT = /(?:约|大约|约为)$/;
const AT_MOST = /(?:近|不足|不到|低于|少于)$/;
const AT_LEAST = /(?:超过|超|逾|突破|至少|不少于|不低于|高于|多于)$/;
/** The last characters of what these find. */
const BOUND_ENDS = new CharacterSet('约为近足到于过超逾破少');

// Bounded by what is no digit, so that no part of a number is tried once more.
const ARABIC =
  '(?<![0-9.])(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,4}|[0-9]{1,20})(?![0-9])(?:\\.[0-9]{1,9}(?![0-9]))?';
/** Numbers in words; of one character they are 一个 and 三同时, which count nothing. */
const WORDS = '(?<![一二三四五六七八九十百千])[一二三四五六七八九十百千]{2,7}(?![一二三四五六七八九十百千])';

/** Number, 余 or 多, magnitude, again 余 or 多, unit. */
const QUANTITY = new RegExp(
  `(${ARABIC}|${WORDS})([余多来])?([百千]?万亿|[百千十]?[万亿]|[百千])?([余多来])?(${UNIT})`,
  'g',
);

/** What before a number makes it none of a quantity: the rest of a number, an ordinal, a range, a formula. */
const NO_START = new CharacterSet('0123456789一二三四五六七八九十百千万亿第前每.+—-~～“"《〔[');

/** What behind a unit makes it another word. */
const NO_END: Readonly<Record<string, RegExp>> = {
  个: /^(?:月|工作日|小时|百分点|五|性|人(?:所得)?)/,
  人: /^(?:大|民|口|次|员|均|才|民币)/,
  家: /^(?:长|庭|园|乡)/,
  条: /^(?:件|例|款)/,
  项: /^目/,
  名: /^(?:单|称|额)/,
  门: /^(?:户|诊)/,
  元: /^(?:旦|素|首)/,
  期: /^(?:间|待)/,
  类: /^(?:似|型)/,
  起: /^(?:来|草|点)/,
  口: /^(?:岸|径)/,
  部: /^(?:门|委|长|队|署)/,
  场: /^(?:地|所|景)/,
  处: /^(?:理|置|长|罚|级)/,
  所: /^(?:有|长|在|属|得)/,
  对: /^(?:于|接|口|外|话|照|应)/,
  种: /^(?:植|业|养)/,
  支: /^(?:持|撑|部|付)/,
  批: /^(?:准|复|示)/,
};

/** A number as an exact decimal, multiplied by a power of ten. */
function shift(number: string, power: number): string {
  // Most are whole numbers, and stand as they are.
  if (power === 0 && !number.includes('.') && !number.startsWith('0')) return number;
  const [whole = '', fraction = ''] = number.split('.');
  const digits = `${whole}${fraction.padEnd(power, '0')}`;
  const point = whole.length + power;
  const tail = digits.slice(point).replace(/0+$/, '');
  const head = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  return tail === '' ? head : `${head}.${tail}`;
}

const DIGITS = new CharacterSet('0123456789');
const COMMA = /[,，]/;
const COMMAS = /[,，]/g;

function readNumber(printed: string): string | null {
  if (DIGITS.hasAt(printed, 0)) return COMMA.test(printed) ? printed.replace(COMMAS, '') : printed;
  const value = /[十百千]/.test(printed) ? parseNumeral(printed) : null;
  return value === null ? null : String(value);
}

const powerOf = (magnitude: string) =>
  [...magnitude].reduce(
    (power, character) => power + (character === '十' ? 1 : (MAGNITUDES[character] ?? 0)),
    0,
  );

function readBound(text: string, start: number, more: boolean): Bound {
  if (!BOUND_ENDS.hasAt(text, start - 1)) return more ? 'AT_LEAST' : 'EXACT';
  const before = text.slice(Math.max(0, start - 3), start);
  if (more || AT_LEAST.test(before)) return 'AT_LEAST';
  if (AT_MOST.test(before)) return 'AT_MOST';
  return ABOUT.test(before) ? 'ABOUT' : 'EXACT';
}

/** 每立方米|27|微克: the unit stands around the number. */
const AROUND = new RegExp(`(每立方米|每升)(${ARABIC})(微克|毫克)`, 'g');

function* listAround(part: string, start: number): Generator<Quantity> {
  if (!part.includes('每')) return;
  for (const match of listMatches(part, AROUND)) {
    const [printed, per = '', number = '', word = ''] = match;
    const unit = units.get(`${word}${per}`);
    const value = readNumber(number);
    const from = start + match.index;
    if (unit !== undefined && value !== null)
      yield {
        start: from,
        end: from + printed.length,
        unit,
        bound: 'EXACT',
        value: shift(value, unit.scale),
      };
  }
}

/** The quantities of a part of a text, in its order. */
export function listQuantities(text: string, { start, end }: Span): readonly Quantity[] {
  const part = text.slice(start, end);
  const found: Quantity[] = [...listAround(part, start)];
  for (const match of listMatches(part, QUANTITY)) {
    const [printed, number = '', more, magnitude = '', also, word = ''] = match;
    const unit = units.get(word);
    const value = readNumber(number);
    const from = start + match.index;
    const to = from + printed.length;
    if (unit === undefined || value === null || NO_START.hasAt(text, from - 1)) continue;
    if (NO_END[word]?.test(text.slice(to, to + 3))) continue;
    const bound = readBound(text, from, more !== undefined || also !== undefined);
    found.push({ start: from, end: to, unit, bound, value: shift(value, powerOf(magnitude) + unit.scale) });
  }
  return sortByStart(found);
}
