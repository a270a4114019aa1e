import { NO_PUBLISHERS } from '../lexicon/furniture.ts';
import { LABELS } from '../lexicon/labels.ts';
import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import { tellsNews } from '../titles/score-title.ts';
import { beginsWithTime, isTimeOfDay, stripDateCompany, stripTime } from './date-company.ts';
import { type LabelledValue, listLabelledValues, mayBeLabelled } from './list-labelled-values.ts';
import { findDate } from './read-date.ts';
import { readName } from './read-name.ts';

const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/;
/** 某某日报, 某某日报海外版. */
const NEWSROOM = /(?:网|报|社|台|客户端|新闻|发布|在线|融媒)(?:(?:海外|电子|数字|周末)版)?$/;
const ORGAN = /(?:厅|局|委|办|办公室|办公厅|政府|部)$/;
const MAX_NAME = 14;
/** Who posted a page, or its address, before the first label: tangshan 发表于：, http://… 时间：, 发布：某局 时间：. */
const POSTER = /^(?:[\x21-\x7e]{1,80}|发布[:：] ?\p{Script=Han}{2,14}) $/u;
/** 何田 发表于 2017-3-15: a name, where the label says that it is one. */
const NAMED_POSTER = /^\p{Script=Han}{2,8} $/u;
const POSTED = /^(?:发表|发布)于$/;
/** Whose value is a name, most often the last of the line. */
const STAFF = /编|审|校|录|发布|上传|字/;
/** 何田 2022-01-14 10:20:33: names behind a label, and the date that ends the line. */
const BEFORE_DATE = /^(?:[\p{Script=Han}、 ]{1,20} )?$/u;
/** 某某在线记者 何田, 本报记者何田 周山: a byline on either side of its date. */
const REPORTERS =
  /^\p{Script=Han}{0,12}(?:记者|通讯员)(?: |(?<=^本[报网台刊社](?:记者|通讯员)))\p{Script=Han}{2,4}(?:[ 、]\p{Script=Han}{2,4}){0,5}$/u;
/** A whole line in brackets: （某某河长办 2022-07-04）. */
const BRACKETED = /^[（(【[](.*)[）)\]】]$/;

/**
 * The facts of a line that consists of labelled values and dates: `发布时间：2023-02-23 来源：…`. Null where the
 * line is text. A date that stands without label is a date of publication.
 *
 * @example readLabels(mapSource('2023-02-23 09:00 来源：某市生态环境局'))
 */
export function readLabels(line: MappedText): readonly PageFact[] | null {
  const { text } = line;
  if (text.endsWith('。') || !mayBeLabelled(text)) return null;
  const values = listLabelledValues(text);
  const head = text.slice(0, values[0]?.labelStart ?? text.length);
  const date = findDate(head);
  if (date === null) return readValues(line, head, values);
  const around = stripDateCompany(`${head.slice(0, date.start)} ${head.slice(date.end)}`);
  if (!isDateLine(head, date, around)) return null;
  const field = WEEKDAY.test(head) && !NEWSROOM.test(around) && !/版/.test(head) ? 'shownOn' : 'datedOn';
  const published: PageFact = { field, value: sliceMapped(line, date.start, date.end) };
  return [published, ...readMasthead(line, around), ...values.flatMap((value) => readValue(line, value))];
}

/** The facts of a line that begins with a label, or with who posted it where a date is among them; else null. */
function readValues(
  line: MappedText,
  head: string,
  values: readonly LabelledValue[],
): readonly PageFact[] | null {
  const bare = stripDateCompany(head) === '';
  const posted = POSTER.test(head) || (POSTED.test(values[0]?.label ?? '') && NAMED_POSTER.test(head));
  if (values.length === 0 || !(bare || posted)) return null;
  const facts = values.flatMap((value) => readValue(line, value));
  return bare || facts.some((fact) => fact.field === 'publishedOn') ? facts : null;
}

/** A date line has a date and at most a name beside it; a sentence that begins with a date has more. */
function isDateLine(
  head: string,
  date: { readonly start: number; readonly end: number },
  around: string,
): boolean {
  if (around === '') return true;
  // A headline before the date is none of who posted the page.
  const named = date.start === 0 || !tellsNews(around);
  const timed = beginsWithTime(head.slice(date.end)) && named;
  if (isDatedByline(head.slice(0, date.start).trim(), head.slice(date.end).trim())) return true;
  if (around.length > MAX_NAME) return false;
  if (NEWSROOM.test(around) || (timed && !/[，。！？]/.test(head))) return true;
  if (!ORGAN.test(around)) return false;
  // The masthead of a bulletin, or who signs it: its office and the date, apart.
  const inside = BRACKETED.exec(head.trim())?.[1] ?? head.trim();
  return inside.startsWith(`${around} `);
}

/** Whether a date has nothing but reporters before it or behind it, and the time of day. */
function isDatedByline(before: string, after: string): boolean {
  if (before !== '') return REPORTERS.test(before) && isTimeOfDay(after);
  return REPORTERS.test(stripTime(after));
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

function readValue(line: MappedText, { label, labelStart, start, end }: LabelledValue): PageFact[] {
  const field = LABELS.get(label) ?? null;
  const value = trimMapped(sliceMapped(line, start, end));
  if (value.text === '') return [];
  if (field === 'title' || field === 'pageTitle' || field === 'url')
    return labelStart === 0 ? [{ field, value }] : [];
  if (field === null) return readTrailingDate(value, STAFF.test(label) ? BEFORE_DATE : /^$/);
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

/** The date at the end of the line under a headline, behind the name of an editor or nothing: 责任编辑：何田 2022-01-14. */
function readTrailingDate(value: MappedText, before: RegExp): PageFact[] {
  const date = findDate(value.text);
  if (date === null || !before.test(value.text.slice(0, date.start))) return [];
  if (!isTimeOfDay(value.text.slice(date.end))) return [];
  return [{ field: 'datedOn', value: sliceMapped(value, date.start, date.end) }];
}
