import { meetingWords } from '../lexicon/meeting-words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { unitAt } from '../terms/unit-at.ts';

const LONGEST = 70;
/** Marks that no name of a meeting holds. */
export const BREAK = /[，。；：！？,;!?\n]/;
const BREAKS = new CharacterSet('，。；：！？,;!?\n');
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '《': '》', '（': '）', '(': ')' };

const OPENINGS = new CharacterSet(Object.keys(PAIRS).join(''));

/** The end of a quoted part that begins at `at`, if it closes before `limit`; else `at` + 1. */
function skipQuoted(text: string, at: number, limit: number): number {
  const close = OPENINGS.hasAt(text, at) ? PAIRS[text[at] ?? ''] : undefined;
  const length = close ? text.slice(at, Math.min(limit, at + LONGEST)).indexOf(close) : -1;
  return length >= 0 ? at + length + 1 : at + 1;
}

/** Verbs and particles behind which an object has ended. */
const AFTER_OBJECT =
  /^(?:决定|部署(?!会)|并(?!购)|听取|强调|时(?!代)|研究|审议|讨论|指出|致辞|发表|宣读|与(?!会)(?=.{0,12}(?:会见|会谈))|的|上(?![下游海市级半线门述饶犹栗高杭蔡虞思林街城])|期间|后(?!续)|精神|以来|表示)/;

/** 交流会|议: any 会 may be a 会议. */
export const isLong = (text: string, end: number) => text[end - 1] === '会' && text[end] === '议';

const QUOTE = '“'.charCodeAt(0);

/** “某某联席会议”: behind a quoted name of a meeting; null where what is quoted is none. */
function findQuotedEnd(text: string, at: number, limit: number): number | null {
  if (unitAt(text, at) !== QUOTE) return null;
  const length = text.slice(at, limit).indexOf('”');
  const close = at + length;
  if (length < 6) return null;
  for (let from = close - 4; from < close; from++) {
    const word = meetingWords.findTerm(text, from, close);
    if (word?.value && from + word.length === close) return close + 1;
  }
  return null;
}

/** The end of the last word for a meeting in the object that begins at `start`; null where it holds none. */
export function findObjectEnd(text: string, start: number, limit: number): number | null {
  let found: number | null = null;
  const last = Math.min(limit, start + LONGEST);
  for (let at = start; at < last; ) {
    const quoted = findQuotedEnd(text, at, last);
    const match = quoted ? null : meetingWords.findAt(text, at, limit);
    if (quoted) {
      found = quoted;
      at = quoted;
    } else if (match?.value) {
      found = match.end + (isLong(text, match.end) ? 1 : 0);
      at = match.end;
    } else if (match || BREAKS.hasAt(text, at) || AFTER_OBJECT.test(text.slice(at, at + 16))) break;
    else at = skipQuoted(text, at, last);
  }
  return found;
}

/** Time words and the like before a name: 今天上午, 近日. */
const LEADING =
  /^(?:本报讯|[^，。；：]{0,12}记者[^，。；：]{2,12}?报道|记者从|据悉|日前|近日|今天|昨天|今日|昨日|当天|当日|随后|上午|下午|晚上?|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:至[0-9月]{1,4}日)?|[0-9]{1,2}日(?:至[0-9]{1,2}日)?|由.{2,30}(?:主办|承办|举办|发起)的|在.{2,12}(?:举办|举行|召开)的|(?:以[^，。；“]{0,4}|主题为)“[^”]{1,50}”(?:为主[题旨])?的)+/;

function trimStart(text: string, start: number, end: number): number {
  return start + (LEADING.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** The first characters of the verbs behind a meeting, and of 强调. */
const VERB_OPENINGS = new CharacterSet('决审听研部祝庆宣抗强');
const SPACE = new CharacterSet(' ');

/** 某某会议决定某某会议: what a meeting decides is another's name. */
function isVerbBehindMeeting(text: string, at: number, from: number): boolean {
  if (!/^(?:决定|审议|听取|研究|部署|祝贺|庆祝|宣布|抗议)/.test(text.slice(at, at + 2))) return false;
  return (
    /^(?:祝贺|宣布|抗议)/.test(text.slice(at, at + 2)) ||
    /(?:会议?|论坛)[\s]?$/.test(text.slice(Math.max(from, at - 3), at))
  );
}

/** Where the name that ends at `end` begins: behind the last break, quoted parts apart, and behind time words. */
export function findSubjectStart(text: string, from: number, end: number): number {
  let start = from;
  for (let at = from; at < end; ) {
    const next = skipQuoted(text, at, end);
    if (BREAKS.hasAt(text, at) || SPACE.hasAt(text, at)) start = at + 1;
    else if (
      VERB_OPENINGS.hasAt(text, at) &&
      (text.startsWith('强调', at) || isVerbBehindMeeting(text, at, from))
    )
      start = at + 2;
    at = next;
  }
  return trimStart(text, Math.max(start, end - LONGEST), end);
}
