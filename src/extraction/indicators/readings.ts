import type { Span } from '../../documents/model/source-document.ts';
import { changeWords, measureEndings, type Unit } from '../lexicon/units.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { listMatches } from '../text/matches.ts';
import { parseNumeral } from '../text/numerals.ts';
import { lastRun, nextRun, trimMeasure } from './measures.ts';
import { listQuantities, type Quantity } from './quantities.ts';

/** What a number says: of what, and whether it is that, or by how much it changed. */
interface Reading extends Span {
  readonly measure: string;
  readonly form: 'LEVEL' | 'CHANGE';
  /** Whether it tells by how much something fell. */
  readonly isFall: boolean;
}

/** What the number before measured, and in which unit. */
interface Measured {
  readonly measure: string;
  readonly unit: string;
}

/** A text as numbers are read in it. */
export interface NumberedText {
  readonly text: string;
  /** Where the last name of a body or place ends in a part of the text; its start where none stands there. */
  readonly behindNames: (part: Span) => number;
}

/** A number with what it says, and the rule that read it, in words for people. */
export interface ReadNumber extends Reading {
  readonly quantity: Quantity;
  readonly rule: string;
}

/** Where a number is read. */
interface Place extends NumberedText {
  readonly sentence: Span;
  readonly last: Measured | null;
}

/** The words before an offset that no mark breaks, and in which no name stands: 江西省对|外贸进出口. */
function wordsBefore({ text, sentence, behindNames }: Place, end: number): Span & { readonly words: string } {
  const run = lastRun(text, { start: sentence.start, end });
  const behind = behindNames(run);
  const start = behind > run.start && /[对向给]/.test(text[behind] ?? '') ? behind + 1 : behind;
  return { start, end, words: text.slice(start, end) };
}

/** 制度创新21项，|向全国复制推广8项, 海外仓300个、|面积200万平方米: of those that the number before counts. */
const PART = /^(?:向|面向|被|由)..|^(?:总)?(?:面积|金额|数量|比例|占比|投资|产值|收入|人数)$/;

/** What means nothing but of something else. */
const BARE = /^(?:总数|总量|总额|占比|比例|比重|数量|人数|增速|增幅|面积|金额|数字|发展|规模)$/;

/** What may stand behind a number of what stands before it; a noun there would be what it counts. */
const BEHIND_NUMBER =
  /^(?:$|[，。；！？、：:;,\s（(）)》”和与及并]|同比|环比|左右|以上[，。；、]|以下[，。；、]|人民币|增长|下降|比上年|较上年)/;

/** 由2个拓展到|6个: where a number came from is not followed. */
const FROM = /[由从](?![事业业])|(?<!达)到$/;
const ROSE_TO = /(?:增加|增长|提高|提升|上升|扩大|下降|降低|减少|降|升|增)(?:到|至)了?$/;

/** PM2.5平均浓度为|19微克/立方米, 国家级智能工厂|14个, 投资|2700亿元: what stands before the number. */
function readBefore(place: Place, quantity: Quantity): Reading | null {
  const { text, last } = place;
  if (!BEHIND_NUMBER.test(text.slice(quantity.end, quantity.end + 4))) return null;
  const run = wordsBefore(place, quantity.start);
  const words = run.words.replace(ROSE_TO, '');
  const isNone = FROM.test(words) || changeWords.has(words.slice(-2));
  const own = isNone ? null : trimMeasure(words);
  if (own === null) return null;
  const isPart = PART.test(own) && last !== null && (last.unit === quantity.unit.code || BARE.test(own));
  if (!isPart && BARE.test(own)) return null;
  const measure = isPart ? `${last.measure}${own}` : own;
  return { start: run.start + words.indexOf(own), end: quantity.end, measure, form: 'LEVEL', isFall: false };
}

/** Where the name of what is counted ends: before what is done with it. */
const VERB_BEHIND =
  /(?:面向|向|由|被|已|将|正|均|都|在|从|与|及|以及|加深|加强|深化|推进|开工|提供|接受|属于|纳入|列入|作出|做出|全部|予以|入驻|落户|加入|支持|享受|受到|进入|成为|发生|出现|遭|遇|运抵|形成|参加|参与|出席|签约|签署|落地|开工|投产|完成|实现|获得|获|得到|入选|复制|分享|通过|达到|达|为|是|来自|进行|开展|运行|投入|建成|上线|亮相|聚焦|涉及|覆盖|组成|构成)/;

const NEXT_NUMBER = /^(?:为|是|达|达到|超过|超|约|近|突破)*[0-9]/;

/** 136项|具有开创性的|一体化制度创新成果: what is counted stands behind the number. */
function readBehind({ text, sentence, last }: Place, quantity: Quantity): Reading | null {
  if (quantity.unit.kind !== 'counter') return null;
  const { start, end: from } = quantity;
  const run = nextRun(text, from, sentence.end);
  if (PART.test(run) && last?.unit === quantity.unit.code)
    return { start, end: from + run.length, measure: `${last.measure}${run}`, form: 'LEVEL', isFall: false };
  const verb = VERB_BEHIND.exec(run);
  // 14个成员国进出口总值为2.86万亿元: the words behind are what the next number measures.
  if (verb && NEXT_NUMBER.test(text.slice(from + verb.index, from + verb.index + 8))) return null;
  const done = run.indexOf('了');
  // What is done stands before 了, most often in two characters.
  const end = Math.min(verb?.index ?? run.length, done < 0 ? run.length : Math.max(0, done - 2));
  const words = run.slice(0, end);
  const measure = trimMeasure(words.slice(words.lastIndexOf('的') + 1));
  if (measure === null) return null;
  const at = from + text.slice(from, from + run.length + 1).indexOf(measure);
  return { start, end: at + measure.length, measure, form: 'LEVEL', isFall: false };
}

/** 同比, 较上年: with what a change compares. */
const COMPARED =
  /(?:同比|环比|比上年同期|比上年|比去年同期|比去年|较上年同期|较上年|较去年|[比较][0-9]{4}年)(?:同期)?(?:分别|累计)?$/;

/** The first word for a change that words end with. */
function findChange(words: string): string | undefined {
  for (const word of changeWords.keys()) if (words.endsWith(word)) return word;
  return undefined;
}

/** 同比下降|3.2%: a change of what stands before, or of what the number before it measures. */
function readChange(place: Place, quantity: Quantity): Reading | null {
  const run = wordsBefore(place, quantity.start);
  const words = run.words.replace(/(?:了|约|近|超过|超|逾|达到|达)+$/, '');
  const word = findChange(words);
  if (word === undefined) return null;
  const before = words.slice(0, -word.length).replace(COMPARED, '');
  const isFall = changeWords.get(word) === 'FALL';
  const own = trimMeasure(before);
  const measure = own ?? (before === '' ? (place.last?.measure ?? null) : null);
  if (measure === null) return null;
  const start = own === null ? run.start : run.start + run.words.indexOf(own);
  return { start, end: quantity.end, measure, form: 'CHANGE', isFall };
}

const ENDING = new RegExp(
  `(?:${measureEndings.join('|')})(?![\\u4e00-\\u9fff]*(?:${measureEndings.join('|')}))`,
);
const NAME_CHARACTERS = /[A-Za-z0-9.\u4e00-\u9fff]/;

/** How far before a bracket its clause is looked at. */
const MAX_CLAUSE = 60;

/** PM2.5平均浓度率先进入“1字头”（|19微克/立方米）: the clause in front of the bracket says what is measured. */
function readBracketed(place: Place, quantity: Quantity): Reading | null {
  const { text, sentence, behindNames } = place;
  const isAlone = /[（(]/.test(text[quantity.start - 1] ?? '') && /[）)]/.test(text[quantity.end] ?? '');
  if (!isAlone) return null;
  const from = Math.max(sentence.start, quantity.start - MAX_CLAUSE);
  const window = text.slice(from, quantity.start - 1);
  const offset = window.lastIndexOf('，') + 1;
  const clause = window.slice(offset);
  const ending = ENDING.exec(clause);
  if (!ending) return null;
  const end = ending.index + ending[0].length;
  let start = end;
  while (start > 0 && NAME_CHARACTERS.test(clause[start - 1] ?? '')) start--;
  const base = from + offset;
  const behind = behindNames({ start: base + start, end: base + end });
  const measure = trimMeasure(text.slice(behind, base + end));
  return measure === null
    ? null
    : { start: behind, end: quantity.end, measure, form: 'LEVEL', isFall: false };
}

/** 经济总量连续|34年|保持全国第一: for how long something has been so. */
const FOR_YEARS =
  /连续([0-9]{1,3}|[二三四五六七八九十]{1,3})年((?:保持|位居|居|稳居|蝉联|实现|获得|获|荣获|入选|增长|下降|位列|排名)[^，。；、的]{1,16})/g;

/** Words before 连续 that only lead to it. */
const LEADING = /^(?:在|其|并|且|已|使|我国|我省|我市)+/;

const YEAR: Unit = { code: 'a', scale: 0, kind: 'measure' };

function* listLastings(numbered: NumberedText, sentence: Span): Generator<ReadNumber> {
  const { text } = numbered;
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('连续')) return;
  for (const match of listMatches(words, FOR_YEARS)) {
    const [printed, number = '', state = ''] = match;
    const at = sentence.start + match.index;
    const years = parseNumeral(number);
    if (years === null) continue;
    const run = wordsBefore({ ...numbered, sentence, last: null }, at);
    const subject = trimMeasure(run.words.replace(LEADING, '')) ?? '';
    const start = subject === '' ? at : run.start + run.words.indexOf(subject);
    const end = at + printed.length;
    const quantity: Quantity = {
      start: at + '连续'.length,
      end: end - state.length,
      value: String(years),
      unit: YEAR,
      bound: 'EXACT',
    };
    const measure = `${subject}${state}`;
    yield { quantity, start, end, measure, form: 'LEVEL', isFall: false, rule: 'for so many years' };
  }
}

const READERS = [
  ['number in brackets', readBracketed],
  ['change of what stands before', readChange],
  ['number before what it counts', readBehind],
  ['number behind what it measures', readBefore],
] as const;

function* listMeasured(numbered: NumberedText, sentence: Span): Generator<ReadNumber> {
  let last: Measured | null = null;
  const { text, behindNames } = numbered;
  for (const quantity of listQuantities(text, sentence)) {
    const place: Place = { text, behindNames, sentence, last };
    for (const [rule, read] of READERS) {
      const reading: Reading | null = read(place, quantity);
      if (reading === null) continue;
      const { start, end, measure, form, isFall } = reading;
      if (form === 'LEVEL') last = { measure, unit: quantity.unit.code };
      yield { start, end, measure, form, isFall, quantity, rule };
      break;
    }
  }
}

/** Most sentences hold no number. */
const MAY_COUNT = /[0-9]|[十百千][余多]?[万亿]?[\u4e00-\u9fff]/;

const COUNTS = new CharacterSet('0123456789十百千');

/** Whether a number may stand in a sentence. */
export function mayCount(text: string, { start, end }: Span): boolean {
  const at = COUNTS.findNext(text, start, end);
  return at < end && MAY_COUNT.test(text.slice(at, end));
}

/** The numbers of a sentence in which one may stand, where it says what they measure. */
export function listNumbers(numbered: NumberedText, sentence: Span): ReadNumber[] {
  return [...listLastings(numbered, sentence), ...listMeasured(numbered, sentence)];
}
