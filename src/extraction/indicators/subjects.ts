import type { Span } from '../../documents/model/source-document.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { IndicatorClaim } from '../model/claim.ts';
import { findOwnOfLevel, type LevelWord } from '../passage/passage.ts';
import { listWithin, sortByStart } from '../text/spans.ts';
import type { ReadNumber } from './readings.ts';

/** Of what a number tells; at most one of the three. */
export type Subject = Pick<IndicatorClaim, 'organisation' | 'area' | 'meeting'>;

/** Words by which a page speaks of its own place: 全省. */
const OWN_PLACE = /[全我本](自治区|[省市县区州盟旗])/;

/** Where a text names something of which numbers tell. */
interface Named extends Span {
  readonly subject: Subject;
}

const NOBODY: Subject = { organisation: null, area: null, meeting: null };

/** 300余人|参加会议: of whom the number tells. */
const AT_MEETING = /^(?:参加|出席|参会|与会)/;

/** Who only tells the number, and examples: 世界卫生组织统计, 甲公司等|100家平台. */
const SPEAKS =
  /^(?:等|[（(、]|(?:[0-9]{1,2}日|今天|昨天|近日)?的?(?:最新)?(?:统计|数据|表示|称|发布|公布|报道|宣布|指出|说|援引|消息|获悉|了解))/;

/** What stands behind the name of a state of which a number tells: 中国信托基金 is no China. */
const BEHIND_STATE = /[的已将在为共累全，]/;

const PEOPLE = /^[人名位]/;

/** Finds what the numbers of a sentence are said of. */
export class SentenceSubjects {
  private readonly annotations: Annotations;
  private readonly sentence: Span;
  /** Looked for when the first number asks: most sentences hold none. */
  private known: readonly Named[] | null = null;

  constructor(annotations: Annotations, sentence: Span) {
    this.annotations = annotations;
    this.sentence = sentence;
  }

  /** The bodies and areas that the sentence names, in its order. */
  private get named(): readonly Named[] {
    this.known ??= this.listNamed();
    return this.known;
  }

  /** Where the last name ends that stands in a part of the sentence; its start where none does. */
  behindNames({ start, end }: Span): number {
    const names = this.named.filter((name) => name.start >= start && name.end <= end);
    return names.at(-1)?.end ?? start;
  }

  /** Of what a number tells. */
  find({ quantity, start, end }: ReadNumber): Subject {
    const { passage, meetings } = this.annotations;
    const { text } = passage;
    const [only, other] = meetings;
    const isAttendance = [quantity.end, end].some((at) => AT_MEETING.test(text.slice(at, at + 2)));
    if (isAttendance && PEOPLE.test(quantity.unit.code))
      return only && !other ? { ...NOBODY, meeting: only.id } : NOBODY;
    const before = this.findBefore(Math.min(start, quantity.start));
    if (before !== undefined) return before ?? NOBODY;
    const own = OWN_PLACE.exec(text.slice(this.sentence.start, this.sentence.end))?.[1];
    const area = own === undefined ? null : findOwnOfLevel(passage.region, own as LevelWord);
    return { ...NOBODY, area: area?.code ?? null };
  }

  /**
   * The body or the area of which a number tells: the last that its own clause names, else one with which a clause before it
   * begins. Null where it is one of several, undefined where there is none.
   */
  private findBefore(end: number): Subject | null | undefined {
    const { text } = this.annotations.passage;
    const { start } = this.sentence;
    const clause = start + text.slice(start, end).lastIndexOf('，') + 1;
    const last = this.named.findLast(
      (each) =>
        each.end <= end &&
        (each.start >= clause || each.start === start || text[each.start - 1] === '，') &&
        !SPEAKS.test(text.slice(each.end, each.end + 9)) &&
        !/[据从由]/.test(text[each.start - 1] ?? ''),
    );
    if (last === undefined) return undefined;
    return /[和与及、]/.test(text[last.start - 1] ?? '') ? null : last.subject;
  }

  /** The bodies and areas of the sentence; an area in a body's name is none. */
  private listNamed(): readonly Named[] {
    const { areas, text } = this.annotations.passage;
    const bodies = listWithin(this.annotations.organisations, this.sentence).filter(
      ({ implied }) => !implied,
    );
    const { start, end } = this.sentence;
    const named = bodies.map((body): Named => {
      return { start: body.start, end: body.end, subject: { ...NOBODY, organisation: body.name } };
    });
    for (let at = areas.findNext(start, end); at < end; ) {
      const mention = areas.readAt(at, end);
      const counts =
        mention &&
        !bodies.some((body) => body.start <= at && at < body.end) &&
        (mention.area.level !== 'COUNTRY' || BEHIND_STATE.test(text.slice(mention.end, mention.end + 1)));
      if (counts)
        named.push({ start: at, end: mention.end, subject: { ...NOBODY, area: mention.area.code } });
      at = areas.findNext(mention?.end ?? at + 1, end);
    }
    return sortByStart(named);
  }
}
