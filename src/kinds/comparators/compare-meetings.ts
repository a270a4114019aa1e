import { type Comparison, different, UNSURE_FROM } from './comparison.ts';
import type { KnownMeeting } from './known-graph.ts';

type Agreement = 'same' | 'open' | 'different';

const monthDayOf = (date: string | null) => (date === null ? null : `-${date.slice(4)}`);

/** Whether two dates agree, as far as they are known: the day, else month and day. */
function compareDates(left: KnownMeeting, right: KnownMeeting): Agreement {
  if (left.startsOn && right.startsOn) return left.startsOn === right.startsOn ? 'same' : 'different';
  const [a, b] = [left, right].map(({ monthDay, startsOn }) => monthDay ?? monthDayOf(startsOn));
  if (!a || !b) return 'open';
  return a === b ? 'same' : 'different';
}

function findSharedSession(left: KnownMeeting, right: KnownMeeting): string | null {
  const shared = left.sessions.find((session) =>
    right.sessions.some(({ series, ordinal }) => series === session.series && ordinal === session.ordinal),
  );
  return shared ? `session ${shared.ordinal} of ${shared.series}` : null;
}

/** One series cannot count one meeting twice: another ordinal is another meeting. */
function hasOtherOrdinal(left: KnownMeeting, right: KnownMeeting): boolean {
  return left.sessions.some((session) =>
    right.sessions.some(({ series, ordinal }) => series === session.series && ordinal !== session.ordinal),
  );
}

/** A talk is one person's with another: who has several on a day meets others in each. */
const TALK = /会见|会谈|会晤|见面/;

/** Whether more than half of those who took part are the same, and two at least. */
function sharesMost(left: KnownMeeting, right: KnownMeeting): boolean {
  const ids = new Set(left.participations.map(({ participantId }) => participantId));
  const shared = right.participations.filter(({ participantId }) => ids.has(participantId)).length;
  return shared >= 2 && shared * 2 > Math.max(ids.size, right.participations.length);
}

const namesOf = ({ name, otherNames }: KnownMeeting) => [name, ...otherNames];

/**
 * Compares two meetings of the graph: by series and ordinal, by name and date, by date, place and participants. Different
 * days are different meetings.
 */
export function compareMeetings(left: KnownMeeting, right: KnownMeeting): Comparison {
  const dates = compareDates(left, right);
  const isOther = dates === 'different' || hasOtherOrdinal(left, right);
  const session = findSharedSession(left, right);
  // One of them has the wrong number, or the wrong day; or the series began anew.
  if (session && isOther)
    return {
      score: UNSURE_FROM,
      reasons: [`both claim to be ${session}, but their days or other sessions differ`],
    };
  if (session) return { score: 1, reasons: [`both are ${session}`] };
  if (isOther) return different;
  const isSameName = namesOf(left).some((name) => namesOf(right).includes(name));
  const isMostSame = sharesMost(left, right);
  if (isSameName && dates === 'same') return { score: 0.95, reasons: ['same name, same day'] };
  if (isSameName && isMostSame)
    return { score: 0.9, reasons: ['same name, and most participants are the same'] };
  if (isSameName) return { score: 0.6, reasons: ['same name, but a day is not known'] };
  if (dates !== 'same' || !isMostSame || [left, right].every(({ name }) => TALK.test(name))) return different;
  const place = left.places.find((code) => right.places.includes(code));
  if (place)
    return { score: 0.85, reasons: [`same day, same place ${place}, and most participants are the same`] };
  return { score: 0.6, reasons: ['same day, and most participants are the same'] };
}
