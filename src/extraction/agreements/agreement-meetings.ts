import type { Meeting } from '../meetings/meeting.ts';
import { MeetingTimeline } from '../meetings/meeting-timeline.ts';
import { SIGNING } from '../meetings/meeting-titles.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import type { Sentence } from '../text/sentences.ts';

const AT_MEETING =
  /会前|会上|活动上|活动中|会[见谈晤]之?后|会[见谈晤]前|会议期间|会议现场|会后|论坛期间|论坛上|仪式上|活动现场|现场会上|会谈后|会议还|会议签署|座谈会上|大会期间|峰会期间|会议通过|会议签订/;

/** Who 双方 means was named at the meeting: 双方签署了某某协议. */
const BOTH = /^(?:随后|之后|其间|期间)?，?(?:双方|[两三四五](?:地|省|市|县|区|方|省市))[^。；]{0,70}签[署订]/;

/** 今年5月, 此前: what was signed before was not signed at this meeting. */
const PAST =
  /(?:此前|早前|曾|已于|今年[0-9一二三四五六七八九十]{1,3}月(?![0-9一二三四五六七八九十])|去年|前年|[0-9]{4}年(?:[0-9]{1,2}月)?(?![0-9]|至|度))[^。]{0,60}(?:签署|签订|达成)/;
const isPast = (sentence: string) => PAST.test(sentence) && !/日[^。]{0,60}(?:签署|签订|达成)/.test(sentence);

const SIGNED = /签[署订]/;

const SEMICOLONS = new CharacterSet('；;');

/** The sentences before or in which a period has spoken of a meeting: 会上 at its head holds for all that semicolons join to it. */
function listAtMeetings({ sentences, text }: Passage): Set<Sentence> {
  const found = new Set<Sentence>();
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1];
    const joined =
      before && before.paragraph === sentence.paragraph && SEMICOLONS.hasAt(text, before.end - 1);
    if ((joined && found.has(before)) || AT_MEETING.test(text.slice(sentence.start, sentence.end)))
      found.add(sentence);
  }
  return found;
}

/** The meetings by the sentences that report them, the first of several. */
function listBySentence(meetings: readonly Meeting[]): ReadonlyMap<Sentence, Meeting> {
  const bySentence = new Map<Sentence, Meeting>();
  for (const meeting of meetings.toReversed())
    for (const { sentence } of meeting.mentions) bySentence.set(sentence, meeting);
  return bySentence;
}

/** Finds the meetings at which the instruments of an article were signed. */
export class AgreementMeetings {
  private readonly passage: Passage;
  private readonly meetings: readonly Meeting[];
  private steps: MeetingTimeline | null = null;
  private atMeetings: ReadonlySet<Sentence> | null = null;
  private readonly ceremony: Meeting | null;
  private bySentence: ReadonlyMap<Sentence, Meeting> | null = null;
  /** By paragraph where it first speaks both of a meeting and of a signing. */
  private readonly told = new Map<number, number>();

  constructor(passage: Passage, meetings: readonly Meeting[]) {
    this.passage = passage;
    this.meetings = meetings;
    this.ceremony = meetings.find(({ name }) => SIGNING.test(name)) ?? null;
  }

  /** Made when an instrument is told of: most articles tell of none. */
  private get timeline(): MeetingTimeline {
    this.steps ??= new MeetingTimeline(this.meetings);
    return this.steps;
  }

  /** The meeting that an instrument told of in a sentence was signed at; null where the text ties it to none. */
  find(sentence: Sentence): Meeting | null {
    this.bySentence ??= listBySentence(this.meetings);
    const own = this.bySentence.get(sentence) ?? null;
    const said = this.passage.text.slice(sentence.start, sentence.end);
    if (!own && isPast(said)) return null;
    if (own ?? this.ceremony) return own ?? this.ceremony;
    const meetings = this.meetings;
    const [only = null] = meetings;
    const alone = meetings.length === 1 && only !== null && !only.tour;
    if (alone && (this.timeline.isInParagraph(only, sentence) || BOTH.test(said))) return only;
    this.atMeetings ??= listAtMeetings(this.passage);
    if (!this.atMeetings.has(sentence) && this.findTold(sentence) >= sentence.start) return null;
    return this.timeline.findLastNamed(sentence.start) ?? only;
  }

  /** From where on the paragraph of a sentence has spoken of a meeting and of a signing. */
  private findTold({ paragraph }: Sentence): number {
    const known = this.told.get(paragraph);
    if (known !== undefined) return known;
    const { start = 0, end = 0 } = this.passage.article.paragraphs[paragraph] ?? {};
    const text = this.passage.text.slice(start, end);
    const [meeting, signed] = [text.search(AT_MEETING), text.search(SIGNED)];
    const at = meeting < 0 || signed < 0 ? Number.POSITIVE_INFINITY : start + Math.max(meeting, signed);
    this.told.set(paragraph, at);
    return at;
  }
}
