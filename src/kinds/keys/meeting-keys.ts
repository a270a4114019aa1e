import type { CivilDate } from '../../documents/model/source-document.ts';
import type { MeetingClaim, ParticipationClaim } from '../../extraction/model/claim.ts';
import { chairKeys } from './chair-keys.ts';
import { createKey, type IdentityKey } from './identity-key.ts';

/** A meeting with what its article says around it. */
export interface MeetingMention {
  readonly claim: MeetingClaim;
  readonly participations: readonly ParticipationClaim[];
  /** The keys of a person of the article, by name. */
  readonly keysOfPerson: (name: string) => readonly IdentityKey[];
  readonly publishedOn: CivilDate | null;
}

/** Names that are given again and again, on any day: they tell nothing without more. */
const GENERIC =
  /^(?:(?:专题|工作|全体|现场|推进|推进会|协调|动员|总结|表彰|电视电话|视频|调度|联席|专家|有关|相关|重要|高级别|部分|企业|双边|多边|首脑|签约|开幕|闭幕|新闻|例行|中外|记者)*)(?:会议|座谈会|大会|例会|会见|会谈|论坛|峰会|年会|仪式|发布会|见面会|研讨会|现场会|推进会|协调会|动员会|部署会|交流会|会)$/;

/** Names that mean something else in every place: 全省…, 省委…. */
const RELATIVE = /^(?:\d{4}年)?(?:全|我|本)?(?:省|市|县|区|州|盟|旗|自治区|镇|乡|校|院|厅|局|公司|集团)/;

const MIN_NAME_LENGTH = 5;

const YEAR = /^(二〇[〇一二三四五六七八九]{2}|\d{4})年度?/;

const stripMarks = (name: string) => name.replace(/[\s《》〈〉“”"'‘’「」『』·]/g, '');

/** A name without the marks and the year that one source prints and another leaves out. */
const normaliseName = (name: string) => stripMarks(name).replace(YEAR, '');

/** The year with which a name begins; null where it does not. */
function yearIn(name: string): string | null {
  const year = YEAR.exec(stripMarks(name))?.[1];
  return year?.replace(/\D/g, (digit) => String('〇一二三四五六七八九'.indexOf(digit))) ?? null;
}

/** Month and day, and the year: null where it is open. */
function whenOf({ startsOn, monthDay }: MeetingClaim): { day: string; year: string | null } | null {
  if (startsOn) return { day: startsOn.slice(5), year: startsOn.slice(0, 4) };
  return monthDay ? { day: monthDay.slice(2), year: null } : null;
}

/** What kind of meeting a name means: its last word. */
function kindOf(name: string): string {
  return /会议$|仪式$/.test(name) ? name.slice(-4) : name.slice(-3);
}

function nameOf({ name, places }: MeetingClaim): string | null {
  const short = normaliseName(name);
  if (short.length < MIN_NAME_LENGTH || GENERIC.test(short)) return null;
  if (!RELATIVE.test(short)) return short;
  return places.length > 0 ? `${short}@${[...places].sort().join()}` : null;
}

function chairsOf(participations: readonly ParticipationClaim[]): string[] {
  return participations.flatMap(({ participant, roles }) =>
    'person' in participant && roles.includes('CHAIR') ? participant.person : [],
  );
}

/**
 * The keys of a meeting: series and ordinal, its year left open where neither the article nor its name has one; name and day; day, place,
 * chair and kind for a meeting outside series; the name as told on one day where no day is known.
 */
export function meetingKeys(mention: MeetingMention): IdentityKey[] {
  const { claim, participations, keysOfPerson, publishedOn } = mention;
  const when = whenOf(claim);
  const name = nameOf(claim);
  const keys = claim.sessions.map(({ series, ordinal }) =>
    createKey(
      ['session', normaliseName(series), ordinal],
      when?.year ?? yearIn(series) ?? yearIn(claim.name),
    ),
  );
  if (when === null) {
    if (name !== null && publishedOn !== null && keys.length === 0)
      keys.push(createKey(['told', name], publishedOn));
    return keys;
  }
  if (name !== null) keys.push(createKey(['name', name, when.day], when.year));
  if (claim.sessions.length > 0) return keys;
  for (const place of claim.places)
    for (const chair of chairsOf(participations))
      keys.push(
        ...chairKeys(['chair', chair, place, kindOf(claim.name), when.day], when.year, keysOfPerson(chair)),
      );
  return keys;
}
