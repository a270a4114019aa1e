import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import { listLabelledValues } from './list-labelled-values.ts';
import { findDate } from './read-date.ts';
import { readLabels } from './read-labels.ts';

/** A text whose line also held a date line, parted from it. */
export interface Unglued {
  readonly content: MappedText;
  readonly facts: readonly PageFact[];
}

/** Shorter words before a date are a name rather than a headline. */
const MIN_HEADLINE = 8;
const MIN_TEXT = 20;
/** `http://… 2011-11-23 13:35 来源：某某网站 `: a day with its time or its source, where nothing parts it from the text. */
const AT_START =
  /^(?:https?:\/\/[\x21-\x7e]{1,80} ?)?(?:(?:发布)?(?:时间|日期)[:：] ?)?(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?( ?来源[:：] ?(\p{Script=Han}{1,12}?(?:网站?|报|社|台|客户端|发布))(?= |\d))?/u;
const TIMED = /\d[:：]\d{2}/;

/** Takes the date line off the end of a headline: 某市召开某某会议 2022-01-27 来源：某某日报. Null where there is none. */
export function unglueHeadline(headline: MappedText): Unglued | null {
  const { text } = headline;
  const date = findDate(text);
  if (date === null) return null;
  const label = listLabelledValues(text)[0]?.labelStart ?? date.start;
  const at = Math.min(label, date.start);
  if (at < MIN_HEADLINE || text.charAt(at - 1) !== ' ') return null;
  const facts = readLabels(sliceMapped(headline, at)) ?? [];
  if (!facts.some((fact) => fact.field === 'publishedOn' || fact.field === 'datedOn')) return null;
  return { content: trimMapped(sliceMapped(headline, 0, at)), facts };
}

/** Takes the date line off the beginning of running text; null where there is none. */
export function unglueText(content: MappedText): Unglued | null {
  const match = AT_START.exec(content.text);
  const [whole = '', day = '', source, name = ''] = match ?? [];
  if (day === '' || content.text.length - whole.length < MIN_TEXT) return null;
  if (source === undefined && !isDateLine(content.text, whole, day)) return null;
  const at = whole.indexOf(day);
  const facts: PageFact[] = [{ field: 'datedOn', value: sliceMapped(content, at, at + day.length) }];
  const from = whole.length - name.length;
  if (source !== undefined)
    facts.push({ field: 'publisher', value: sliceMapped(content, from, whole.length) });
  return { content: trimMapped(sliceMapped(content, whole.length)), facts };
}

/** Whether a day without a source is none of the text: 2022年8月17日 9:30，… is when something happened. */
function isDateLine(text: string, whole: string, day: string): boolean {
  const timed = TIMED.test(whole.slice(whole.indexOf(day) + day.length));
  return timed && !day.includes('年') && text.charAt(whole.length) === ' ';
}
