import { MENU_WORDS, NO_PUBLISHERS } from './lexicon/furniture.ts';
import { LABELS } from './lexicon/labels.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import type { PageFact } from './page.ts';
import { findDate } from './read-date.ts';

/** What may stand around labels and values without being text. */
const FILLER = /[\s|·丨│,，;；/\-—_:：()（）[\]【】<>《》]+/g;
/** What stands beside dates: time, day of the week, number of the page of a newspaper. */
const DATE_COMPANY =
  /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?:星期|周|礼拜)[一二三四五六日天]|第? ?[A-Z]?\d{1,3} ?版(?:[:：] ?\p{Script=Han}{2,6})?|[上下]一[版期篇]|今日\d{1,3}版|(?<=[报 ])(?:要闻|时政|综合|头版|专版|副刊)(?= |$)|(?<![A-Za-z0-9])[A-Z]\d{1,2}(?!\d)|(?:本版)?(?:责任|值班|版面)?(?:编辑|美编|校对) {0,2}\p{Script=Han}{2,4}(?= |$)|农历\p{Script=Han}{4,8}/gu;
/** What stands before a name: marks, the label once more, 据. */
const OPENING = /^(?:[《“"（(【\s]|来源[:：]|据(?=\p{Script=Han}{2}))+/u;
const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/;
const NEWSROOM = /(?:网|报|社|台|客户端|新闻|发布|在线|融媒)$/;
const ORGAN = /(?:厅|局|委|办|办公室|办公厅|政府|部)$/;
const MAX_NAME = 14;
const NAME_END =
  /[|丨│【[<]| (?:已有|共有|共|阅读|浏览|点击|人气|字号|A ?[-+]|\d)|[（(](?:记者|编辑|责任|作者)|\s\p{Script=Han}{2,8} ?[:：]/u;
const labels = [...LABELS.keys()].sort((a, b) => b.length - a.length).map((label) => [...label].join(' ?'));
const LABEL = new RegExp(`(${labels.join('|')}) ?(?:[:：/／丨|]|(?<=发布于|发表于))`, 'g');

const LABEL_END = new RegExp(`(?:${labels.join('|')}) ?$`);
const LONGEST = 16;

/** A label and where its value stands in the line, half-open. */
interface LabelledValue {
  readonly label: string;
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The facts of a line that consists of labelled values and dates: `发布时间：2023-02-23 来源：…`. Null where the
 * line is text. A date that stands without label is a date of publication.
 *
 * @example readLabels(mapSource('2023-02-23 09:00 来源：某市生态环境局'))
 */
export function readLabels(line: MappedText): readonly PageFact[] | null {
  const { text } = line;
  if (text.endsWith('。') || !mayBeLabelled(text)) return null;
  const values = findValues(text);
  const head = text.slice(0, values[0]?.labelStart ?? text.length);
  const date = findDate(head);
  if (date === null)
    return values.length > 0 && strip(head) === '' ? values.flatMap((value) => readValue(line, value)) : null;
  const around = strip(`${head.slice(0, date.start)} ${head.slice(date.end)}`);
  if (!isDateLine(head, date, around)) return null;
  const field = WEEKDAY.test(head) && !NEWSROOM.test(around) && !/版/.test(head) ? 'shownOn' : 'datedOn';
  const published: PageFact = { field, value: sliceMapped(line, date.start, date.end) };
  return [published, ...readMasthead(line, around), ...values.flatMap((value) => readValue(line, value))];
}

/** Whether a line is worth a closer look: it has a year, or its first colon stands behind a label. */
function mayBeLabelled(text: string): boolean {
  if (/\d{4}|[〇零○]/.test(text)) return true;
  const mark = text.search(/[:：/／丨|]/);
  return mark > 0 && LABEL_END.test(text.slice(Math.max(0, mark - LONGEST), mark));
}

/** What is left of a date line beside its date. */
function strip(text: string): string {
  return text.replace(DATE_COMPANY, '').replace(FILLER, '');
}

/** A date line has a date and at most a name beside it; a sentence that begins with a date has more. */
function isDateLine(
  head: string,
  date: { readonly start: number; readonly end: number },
  around: string,
): boolean {
  if (around === '') return true;
  const timed = /^ ?\d{1,2}[:：]\d{2}/.test(head.slice(date.end));
  if (around.length > MAX_NAME) return false;
  if (NEWSROOM.test(around) || (timed && !/[，。！？]/.test(head))) return true;
  // The masthead of a bulletin: its office and the date, apart.
  return ORGAN.test(around) && head.trim() === `${around} ${head.slice(date.start)}`.trim();
}

/** 某某日报 2022年11月08日: the paper stands beside its date. */
function readMasthead(line: MappedText, around: string): PageFact[] {
  if (!NEWSROOM.test(around) && !ORGAN.test(around)) return [];
  // Where other words stand beside it, it is the last: 办公室 某某发布 2023-06-01.
  const names = line.text.includes(around) ? [around] : line.text.split(/[^\p{Script=Han}]+/u);
  const name =
    names.findLast((piece) => piece.length >= 2 && (NEWSROOM.test(piece) || ORGAN.test(piece))) ?? '';
  const start = line.text.indexOf(name);
  return name === '' ? [] : [{ field: 'site', value: sliceMapped(line, start, start + name.length) }];
}

function findValues(text: string): LabelledValue[] {
  const found = [...text.matchAll(LABEL)].filter((match) => isLabelStart(text, match.index));
  return found.map((match, index) => ({
    label: (match[1] ?? '').replaceAll(' ', ''),
    labelStart: match.index,
    start: match.index + match[0].length,
    end: found[index + 1]?.index ?? text.length,
  }));
}

/** A label begins the line or follows a value, not the middle of a word such as 资金来源. */
function isLabelStart(text: string, index: number): boolean {
  if (index === 0) return true;
  return (
    !/\p{Script=Han}/u.test(text.charAt(index - 1)) ||
    LABEL_BEFORE.test(text.slice(0, index)) ||
    text.charAt(index - 1) === '日'
  );
}
const LABEL_BEFORE = new RegExp(`(?:${labels.join('|')}) ?[:：/／][^:：]{1,20}$`);

function readValue(line: MappedText, { label, start, end }: LabelledValue): PageFact[] {
  const field = LABELS.get(label) ?? null;
  const value = trimMapped(sliceMapped(line, start, end));
  if (field === null || value.text === '') return [];
  if (field === 'publishedOn' || field === 'updatedOn') {
    const date = findDate(value.text);
    return date === null ? [] : [{ field, value: sliceMapped(value, date.start, date.end) }];
  }
  const name = readName(value);
  const facts: PageFact[] = name.text === '' || NO_PUBLISHERS.has(name.text) ? [] : [{ field, value: name }];
  const date = findDate(value.text);
  return date === null
    ? facts
    : [...facts, { field: 'publishedOn', value: sliceMapped(value, date.start, date.end) }];
}

/** A name ends where a date, a bar, a bracket or another label begins. */
function readName(value: MappedText): MappedText {
  const date = findDate(value.text);
  const bar = value.text.search(NAME_END);
  const end = Math.min(date?.start ?? value.text.length, bar < 0 ? value.text.length : bar);
  return stripMarks(trimMapped(sliceMapped(value, 0, end)));
}

function stripMarks(name: MappedText): MappedText {
  const start = OPENING.exec(name.text)?.[0].length ?? 0;
  const inner = trimMapped(sliceMapped(name, start));
  const end = inner.text.replace(/[》”"）)\]】\s,，;；、\-—_]+$/, '').length;
  return dropTools(trimMapped(sliceMapped(inner, 0, Math.max(end, 0))));
}

/** Words of tool bars behind a name are none of it: 某某周刊 举报. */
function dropTools(name: MappedText): MappedText {
  const words = name.text.split(' ');
  while (words.length > 1 && MENU_WORDS.has(words.at(-1) ?? '')) words.pop();
  return sliceMapped(name, 0, words.join(' ').length);
}
