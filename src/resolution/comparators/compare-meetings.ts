import type { MeetingClaim } from '../../extraction/claim.ts';
import { type Comparison, different } from '../comparison.ts';
import type { KnownMeeting } from '../known-graph.ts';

/** A meeting as one article reports it, its participants resolved. */
export interface MeetingMention {
  readonly claim: MeetingClaim;
  /** Ids of the people and organisations that the article says took part. */
  readonly participantIds: ReadonlySet<string>;
}

type Agreement = 'same' | 'open' | 'different';

const monthDayOf = (date: string | null) => (date === null ? null : `-${date.slice(4)}`);

/** Whether two dates agree, as far as they are known: the day, else month and day. */
function compareDates(claim: MeetingClaim, known: KnownMeeting): Agreement {
  if (claim.startsOn && known.startsOn) return claim.startsOn === known.startsOn ? 'same' : 'different';
  const left = claim.monthDay ?? monthDayOf(claim.startsOn);
  const right = known.monthDay ?? monthDayOf(known.startsOn);
  if (left === null || right === null) return 'open';
  return left === right ? 'same' : 'different';
}

function findSharedSession(claim: MeetingClaim, known: KnownMeeting): string | null {
  const shared = claim.sessions.find((session) =>
    known.sessions.some(({ series, ordinal }) => series === session.series && ordinal === session.ordinal),
  );
  return shared ? `session ${shared.ordinal} of ${shared.series}` : null;
}

/** One series cannot count one meeting twice: another ordinal is another meeting. */
function hasOtherOrdinal(claim: MeetingClaim, known: KnownMeeting): boolean {
  return claim.sessions.some((session) =>
    known.sessions.some(({ series, ordinal }) => series === session.series && ordinal !== session.ordinal),
  );
}

function shareOfParticipants(mention: MeetingMention, known: KnownMeeting): number {
  const ids = known.participations.map(({ participantId }) => participantId);
  const smaller = Math.min(ids.length, mention.participantIds.size);
  return smaller === 0 ? 0 : ids.filter((id) => mention.participantIds.has(id)).length / smaller;
}

/**
 * Compares a meeting that an article reports with one that the graph holds: by series and ordinal, by name and
 * date, by date, place and participants. Different days are different meetings.
 */
export function compareMeetings(mention: MeetingMention, known: KnownMeeting): Comparison {
  const { claim } = mention;
  const dates = compareDates(claim, known);
  if (dates === 'different' || hasOtherOrdinal(claim, known)) return different;
  const session = findSharedSession(claim, known);
  if (session) return { score: 1, reasons: [`both are ${session}`] };
  const isSameName = claim.name === known.name || known.otherNames.includes(claim.name);
  const place = claim.places.find((code) => known.places.includes(code));
  const share = shareOfParticipants(mention, known);
  if (isSameName && dates === 'same') return { score: 0.95, reasons: ['same name, same day'] };
  if (isSameName && share >= 0.5)
    return { score: 0.9, reasons: ['same name, and most participants are the same'] };
  if (isSameName) return { score: 0.6, reasons: ['same name, but a day is not known'] };
  if (dates !== 'same' || share < 0.5) return different;
  if (place)
    return { score: 0.85, reasons: [`same day, same place ${place}, and most participants are the same`] };
  return { score: 0.6, reasons: ['same day, and most participants are the same'] };
}
