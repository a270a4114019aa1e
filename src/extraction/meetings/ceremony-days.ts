import type { Passage } from '../passage/passage.ts';
import type { Meeting } from './meeting.ts';
import { BARE_SIGNING } from './meeting-names.ts';

/** What was held before. */
const BEFORE = /此前|早前|先前|曾|去年|前年|上月|已于/;

/** A meeting without what it is called by in its article. */
type Unnumbered = Omit<Meeting, 'id'>;

const hasDay = ({ date }: Unnumbered) => date.startsOn !== null || date.monthDay !== null;

/** The day on which all meetings that are told of before a place and have one were held; null where it is not one. */
function findSharedDay(meetings: readonly Unnumbered[], at: number): Unnumbered['date'] | null {
  const dated = meetings.filter(
    (meeting) => hasDay(meeting) && meeting.mentions.some(({ sentence }) => sentence.start <= at),
  );
  const days = new Set(dated.map(({ date }) => [date.startsOn, date.endsOn, date.monthDay].join()));
  const [first] = dated;
  return days.size === 1 && first?.date.endsOn === null ? first.date : null;
}

/**
 * Gives a ceremony of signing that has neither a name nor a day of its own the day of the meeting that it was a part of, as far as the
 * page tells: that of the meetings told of before, if it is one. The day is inferred.
 *
 * @example 5月20日，甲市与乙集团座谈会举行。…赵明远出席签约仪式 // 签约仪式: 5月20日
 */
export function dateCeremonies<M extends Unnumbered>({ text }: Passage, meetings: readonly M[]): M[] {
  return meetings.map((meeting) => {
    if (!BARE_SIGNING.test(meeting.name) || hasDay(meeting)) return meeting;
    const told = meeting.mentions.map(({ sentence }) => sentence);
    const day = findSharedDay(meetings, Math.min(...told.map(({ start }) => start)));
    if (day === null || told.some(({ start, end }) => BEFORE.test(text.slice(start, end)))) return meeting;
    return { ...meeting, date: { ...day, basis: day.startsOn === null ? day.basis : 'INFERRED' } };
  });
}
