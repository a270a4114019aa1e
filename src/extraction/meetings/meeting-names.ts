import type { Span } from '../../documents/model/source-document.ts';
import { meetingVerbs, meetingWords, notHeld } from '../lexicon/meeting-words.ts';
import type { Sentence } from '../text/sentences.ts';
import type { MeetingMention } from './meeting-mention.ts';
import { readOccasion } from './meeting-occasions.ts';
import { BREAK, findObjectEnd, findSubjectStart, isLong } from './meeting-spans.ts';

/** What may stand between a meeting and the verb: time, place, manner. */
const GAP =
  /^(?:[0-9一二三四五六七八九十年月日至—\-上下午晚间近前今昨当地时间天]*)(?:(?:在|于|以|通过|隆重|成功|正式|胜利|顺利|圆满|今天|昨天|近日|日前|[（(]).{0,40})?$/;

/** 以视频会议|形式召开: how it was held. */
const FORM = /^(?:[的]?形式|方式)/;

function findLastMeeting(text: string, from: number, to: number): number | null {
  let found: number | null = null;
  for (let at = meetingWords.findNext(text, from, to); at < to; ) {
    const match = meetingWords.findAt(text, at, to);
    if (match?.value && !FORM.test(text.slice(match.end, match.end + 2)))
      found = match.end + (isLong(text, match.end) && match.end < to ? 1 : 0);
    at = meetingWords.findNext(text, match?.end ?? at + 1, to);
  }
  return found;
}

const isBare = (name: string) => {
  const match = meetingWords.findAt(name, 0);
  return (
    match?.end === name.length ||
    /^第[一二三四五六七八九十]次全体会议$/.test(name) ||
    /^(?:展览|论坛|会议|对接会|推介会|活动|、|和|等)+$/.test(name) ||
    /^(?:本次|这次|此次|上述|该|全体|一次|多次|两次|有关|相关|专题|此|[一二三四五六七八九十0-9]+[场次个](?:双边|专题)?.{0,8})?(?:会议|座谈会|论坛|大会|全会|峰会|活动|会谈|会见|会晤|发布会|工作会议|座谈|新闻发布会|专题会议)$/.test(
      name,
    )
  );
};

/** A ceremony that is told of as what it is alone. */
export const BARE_SIGNING = /^(?:签约|签署|签订|签字|会签)仪式$/;

/** Second sessions: 第六次会议 + 举行 + 第二次全体会议 are one name. */
const SESSION = /^了?(第[一二三四五六七八九十百0-9]+次(?:全体)?(?:会议|大会))/;

function readSubject(
  { text, sentence, speech }: Told,
  verbStart: number,
  verb: string,
): MeetingMention | null {
  const from = Math.max(sentence.start, verbStart - 120);
  const end = findLastMeeting(text, from, verbStart);
  if (end === null || speech.isBefore(verbStart) || text[verbStart + verb.length] === '式') return null;
  const gap = text.slice(end, verbStart);
  if (
    BREAK.test(gap) ||
    !GAP.test(gap) ||
    notHeld.test(text.slice(Math.max(end, verbStart - 20), verbStart)) ||
    /将|拟/.test(gap)
  )
    return null;
  const start = findSubjectStart(text, from, end);
  const session = SESSION.exec(text.slice(verbStart + verb.length, verbStart + verb.length + 20))?.[1] ?? '';
  const name = text.slice(start, end) + session;
  const ceremony = BARE_SIGNING.test(name);
  if ((!ceremony && isBare(name)) || text[verbStart + verb.length] === '的' || NO_NAME.test(name))
    return null;
  return { start, end, name, sentence, verbStart, unnamed: ceremony, talks: false };
}

/** Words that stand before no name of a meeting, or in none. To extend: add the word. */
const NO_NAME =
  /^(?:或|本台|在|向|对第|将|收入|此前|此后|以及|包括|会见|出席|参加|多场|[0-9]+多?场|一场|首场|现场|(?!.{0,8}第[一二三四五六七八九十0-9]+轮).{0,30}磋商$)|(?:总书记|主席|总理)在|向大会|宣布大会|致信祝贺|主持召开|出席|将直播|旁听了/;

/** What somebody says of meetings reports none. */
const IN_SPEECH =
  /(?:指出|强调|表示|认为|希望|(?<!(?:按照|落实|贯彻|根据|遵照|结合)[^，。；]{0,40})要求|[^\u4e00-\u9fff]说|中说|他说|她说)[，,：:]|我们|我国|中方(?:愿|认为|支持|将|高度|欢迎|始终|一贯|希望|注意|主张)/;

/** Where a sentence begins to tell what somebody says, looked for once. */
class Speech {
  private readonly text: string;
  private readonly sentence: Span;
  private match: Span | null | undefined;

  constructor(text: string, sentence: Span) {
    this.text = text;
    this.sentence = sentence;
  }

  /** Whether it does before an offset. */
  isBefore(at: number): boolean {
    const { start, end } = this.sentence;
    if (this.match === undefined) {
      const match = IN_SPEECH.exec(this.text.slice(start, end));
      this.match = match && { start: start + match.index, end: start + match.index + match[0].length };
    }
    if (this.match === null || at <= this.match.start) return false;
    return at >= this.match.end || IN_SPEECH.test(this.text.slice(start, at));
  }
}

/** A sentence in which meetings are told of. */
interface Told {
  readonly text: string;
  readonly sentence: Sentence;
  readonly speech: Speech;
}

/** Words behind which a name is only referred to: 会议精神. */
const CITED = /^(?:精神|部署|要求|决定|成果|以来|后|前|的(?!同时))/;

/** What makes 召开的某某会议上 an occasion that is told of: 在, or a day without a year. */
const OCCASION =
  /在[^，。]{0,24}$|(?:(?<!年[0-9]{1,2}月)(?<!年[0-9]{1,2}月[0-9])[0-9]日|近日|日前|今天|昨天|今日|昨日)(?:[上下]午)?$/;

function readObject(
  { text, sentence, speech }: Told,
  verbStart: number,
  verb: string,
): MeetingMention | null {
  const before = text.slice(sentence.start, verbStart);
  if (
    notHeld.test(before.slice(-20)) ||
    speech.isBefore(verbStart) ||
    (/^(?:出席|参加)$/.test(verb) && /(?:会见|接见)[^，。]{0,20}$/.test(before.slice(-24)))
  )
    return null;
  let start = verbStart + verb.length;
  if (text[start] === '了') start++;
  const attributive = text[start] === '的';
  if (attributive && !OCCASION.test(before.slice(-40))) return null;
  if (attributive) start++;
  const end = findObjectEnd(text, start, sentence.end);
  if (end === null || CITED.test(text.slice(end, end + 3)) || (attributive && text[end] !== '上'))
    return null;
  if (text[start] === '“' && text[end - 1] === '”')
    return {
      start: start + 1,
      end: end - 1,
      name: text.slice(start + 1, end - 1),
      sentence,
      verbStart,
      unnamed: false,
      talks: false,
    };
  const name = text.slice(start, end);
  if (NO_NAME.test(name)) return null;
  const unnamed = isBare(name) || BARE_SIGNING.test(name);
  const held = /召开|举行|举办|召集/.test(verb) || /仪式$/.test(name);
  if (unnamed && !held) return null;
  // 总理第三次定期会晤 is a meeting with a name of its own.
  const talks = /会谈$|会见$|会晤$/.test(name) && !/第[一二三四五六七八九十百0-9]{1,5}次/.test(name);
  // Talks of bodies with one another are named by the bodies; talks of persons are read by their names.
  const ofBodies = /^(?:工作|友好|双边)?(?:会谈|会晤|座谈)$/.test(name) && held;
  if (talks && !ofBodies) return null;
  return { start, end, name, sentence, verbStart, unnamed: unnamed || ofBodies, talks };
}

/**
 * The meetings that a sentence reports as held: the subjects of 召开, 举行 and the objects of 召开, 主持, 出席.
 * Meetings that are only cited (贯彻…会议精神) or planned are left out.
 *
 * @example 发展某某调研协商座谈会18日在京召开 // 发展某某调研协商座谈会
 */
export function listMeetingMentions(text: string, sentence: Sentence): MeetingMention[] {
  const occasion = readOccasion(text, sentence);
  const found: MeetingMention[] = occasion ? [occasion] : [];
  const { start, end: limit } = sentence;
  const told = { text, sentence, speech: new Speech(text, sentence) };
  for (let at = meetingVerbs.findNext(text, start, limit); at < limit; ) {
    const match = meetingVerbs.findAt(text, at, limit);
    if (!match) {
      at = meetingVerbs.findNext(text, at + 1, limit);
      continue;
    }
    const verb = text.slice(at, match.end);
    const subject = match.value.held ? readSubject(told, at, verb) : null;
    const mention = subject ?? (match.value.holding ? readObject(told, at, verb) : null);
    if (mention && mention.end <= limit) found.push(mention);
    at = meetingVerbs.findNext(text, match.end, limit);
  }
  return found;
}
