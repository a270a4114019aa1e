import { EMPTY_TEXT, type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';

const NEWSROOM = '(?:网|报|社|台|刊|客户端|融媒体中心|新闻|发布|日报|晚报|在线|融媒)';
/** 【某某网讯】, 【本报讯】. */
const BRACKETED = /^【([^】]{2,20}?)(?:讯|消息|电)】[：: ]?/;
/** 本报讯, 本网消息. */
const OWN = /^本(?:报|网|台|刊|站|社)(?:讯|消息)(?:[（(][^）)]{1,40}[）)])?[：: ]{0,2}/;
/** What lead-ins put in brackets: （记者 某某 通讯员 某某 报道）, （新闻联播）. */
const NOTE = '[（(][^（）()]{1,60}[）)]';
/** What may stand behind the word that ends a lead-in: a colon, a blank, a date; behind the names of reporters anything. */
const END = `(?:${NOTE})?(?:[：:]|(?= )|(?=\\d)|$)|[（(](?=[^（）()]{0,20}(?:记者|通讯员))[^（）()]{1,60}[）)]`;
/** 央视网消息（新闻联播）：, 某某网讯, 某某日报/某某网讯（记者 某某）, 某某日报济南讯. */
const NAMED = new RegExp(
  `^(?!据|记者|通讯员)([\\p{Script=Han}]{1,12}?${NEWSROOM})(?:[/／·、 ][\\p{Script=Han}]{1,12}?${NEWSROOM}){0,3}(?:消息|(?:[\\p{Script=Han}]{2,6})?讯)(?:${END})[：: ]?`,
  'u',
);
/** 某某点讯（记者 某某）, 某某点讯1月4日: a name that does not say that it is a newsroom. */
const OTHER =
  /^([\p{Script=Han}]{2,8}(?<![通快简短资电喜音审问零视闻捷传要综合]))讯(?:[（(][^（）()]{0,20}(?:记者|通讯员)[^（）()]{1,40}[）)]|(?= ?(?:\d{4}年)?\d{1,2}月\d{1,2}日))[：: ]?/u;
/** 新华社某地6月6日电, 本报某地11月7日讯. */
const DATELINE = new RegExp(
  `^(?!据|记者|通讯员)((?:新华社|中新社|[\\p{Script=Han}]{1,8}?${NEWSROOM}|本[报网台刊站]))[\\p{Script=Han}、 ]{0,12}?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:专?电|讯|消息)[：: ]?`,
  'u',
);

/** 【某某日报2023年6月17日讯】: longer than any dateline in brackets. */
const MAX_BRACKETED = 40;

const [NEWS, WIRE, MESSAGE_FIRST, MESSAGE] = ['讯', '电', '消', '息'].map((char) => char.charCodeAt(0));
/** Longer than any lead-in up to its last word. */
const REACH = 100;

/** The source that stands at the beginning of a report, taken off the text. */
export interface LeadIn {
  /** The source as named; empty where it is only 本报 or the like. */
  readonly publisher: MappedText;
  /** The dateline: it dates and places the report and stays in its text; empty where there is none. */
  readonly dateline: MappedText;
  /** The text without lead-in and dateline. */
  readonly rest: MappedText;
}

/**
 * Reads the lead-in of a report; null where it has none.
 *
 * @example readLeadIn(mapSource('【某环保网讯】会议近日召开。')) // publisher 某环保网, rest 会议近日召开。
 */
export function readLeadIn(text: MappedText): LeadIn | null {
  if (!mayLead(text.text)) return null;
  const dated = /^[【（(]/.test(text.text) ? readBracketed(text) : readDateline(text);
  if (dated !== null) return dated;
  const own = OWN.exec(text.text);
  if (own !== null)
    return { publisher: EMPTY_TEXT, dateline: EMPTY_TEXT, rest: sliceMapped(text, own[0].length) };
  const named = BRACKETED.exec(text.text) ?? NAMED.exec(text.text) ?? OTHER.exec(text.text);
  if (named === null) return null;
  const name = named[1] ?? '';
  const start = named[0].indexOf(name);
  const publisher = /^本/.test(name) ? EMPTY_TEXT : sliceMapped(text, start, start + name.length);
  return { publisher, dateline: EMPTY_TEXT, rest: sliceMapped(text, named[0].length) };
}

function readDateline(text: MappedText): LeadIn | null {
  const dateline = DATELINE.exec(text.text);
  if (dateline === null) return null;
  const agency = dateline[1] ?? '';
  const publisher = agency.startsWith('本') ? EMPTY_TEXT : sliceMapped(text, 0, agency.length);
  const end = dateline[0].length;
  return { publisher, dateline: trimMapped(sliceMapped(text, 0, end)), rest: sliceMapped(text, end) };
}

/** A dateline that fills the brackets at the beginning, and the text behind them. */
function readBracketed(text: MappedText): LeadIn | null {
  const close = text.text.slice(0, MAX_BRACKETED).search(/[】）)]/);
  const inside = close < 0 ? null : readDateline(sliceMapped(text, 1, close));
  if (inside === null || inside.rest.text !== '') return null;
  const rest = sliceMapped(text, close + 1);
  return { ...inside, rest: /^[：:]/.test(rest.text) ? sliceMapped(rest, 1) : trimMapped(rest) };
}

/** Whether one of the words that lead-ins end with stands near the beginning: most lines need no closer look. */
function mayLead(text: string): boolean {
  const end = Math.min(text.length, REACH);
  for (let at = 2; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWS || code === WIRE) return true;
    if (code === MESSAGE && text.charCodeAt(at - 1) === MESSAGE_FIRST) return true;
  }
  return false;
}
