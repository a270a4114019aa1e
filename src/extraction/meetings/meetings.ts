import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { type DateMention, listDates } from '../dates/dates.ts';
import { type ResolvedDate, resolveDate, TiedYears } from '../dates/resolve-date.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { collect } from '../text/collect.ts';
import { dateCeremonies } from './ceremony-days.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingCandidate } from './meeting-candidate.ts';
import { listCandidates } from './meeting-candidates.ts';
import { findFormat } from './meeting-formats.ts';
import type { MeetingMention } from './meeting-mention.ts';
import { getTourPlace, MeetingPlaces, type StatedPlace } from './meeting-places.ts';
import { SIGNING, TOUR } from './meeting-titles.ts';

/** 新华社3月1日电, 本网3月1日讯: the day of the news. */
const DATELINE = /^[电讯]/;

/** The day that stands nearest before the verb, else the first of the sentence; names of meetings date nothing. */
function findDate(text: string, { start, end, sentence, verbStart, talks }: Signing): DateMention | null {
  const dates = listDates(text, sentence).filter(
    (date) =>
      (talks || date.start < start || date.start >= end) &&
      !DATELINE.test(text.slice(date.end, date.end + 1)),
  );
  const before = dates.filter(
    (date) => date.end <= verbStart && !DATELINE.test(text.slice(date.end, date.end + 2)),
  );
  return before.at(-1) ?? dates.find((date) => date.start - verbStart < 30) ?? null;
}

function isTourMeeting(passage: Passage, { mentions }: MeetingCandidate): boolean {
  const lead = passage.sentences.find(({ kind }) => kind === 'body');
  return (
    TOUR.test(passage.article.headline ?? passage.text.slice(lead?.start, lead?.end)) &&
    mentions.every(({ sentence }) => sentence !== lead)
  );
}

/** What is signed at a ceremony, and where, may stand in a sentence of its own: 甲与乙在某市签署协议. */
function listSignings({ text, sentences }: Passage): Signing[] {
  return collect(sentences, (sentence) => {
    const at = text.slice(sentence.start, sentence.end).search(/签署|签订|签约|签字/);
    if (sentence.kind !== 'body' || at < 0) return NO_SIGNINGS;
    const verbStart = sentence.start + at;
    return [{ start: verbStart, end: verbStart, sentence, verbStart, talks: true }];
  });
}

/** A report, with what tells its day and place. */
type Signing = Pick<MeetingMention, 'start' | 'end' | 'sentence' | 'verbStart' | 'talks'>;

const NO_SIGNINGS: readonly Signing[] = [];

/** The first thing that is found in one of several mentions; null where in none. */
function findIn<T>(mentions: readonly Signing[], find: (mention: Signing) => T | null): T | null {
  for (const mention of mentions) {
    const found = find(mention);
    if (found !== null) return found;
  }
  return null;
}

const NOWHERE = { start: -1, end: -1 };

/** Completes the candidates of one article. */
class CandidateFinisher {
  private readonly passage: Passage;
  private readonly places: MeetingPlaces;
  private readonly years: TiedYears;
  /** What the sentences on signings tell of every ceremony, found when it is asked for. */
  private readonly signed: { places?: readonly StatedPlace[] | null; date?: DateMention | null } = {};

  constructor(passage: Passage, organisations: readonly OrganisationMention[]) {
    this.passage = passage;
    this.places = new MeetingPlaces(passage, organisations);
    this.years = new TiedYears(passage.text);
  }

  finish(candidate: MeetingCandidate): Omit<Meeting, 'id'> {
    const passage = this.passage;
    const body = candidate.mentions.filter(({ sentence }) => sentence.kind === 'body');
    const reports = [...body, ...candidate.mentions];
    const first = reports[0] as MeetingMention;
    const tour = isTourMeeting(passage, candidate);
    const stated = this.listPlaces(candidate, reports);
    const place = tour && stated.length === 0 ? getTourPlace(passage) : null;
    const places = place ? [place] : stated;
    const day = this.findDay(candidate, reports, tour);
    return {
      name: candidate.name,
      mentions: candidate.mentions,
      date: this.resolveDate(candidate, reports, day),
      places: places.map(({ area }) => area),
      said: day ? [day, ...places] : places,
      format: findFormat(passage, first.sentence, candidate.name),
      talks: first.talks,
      tour,
    };
  }

  private listPlaces({ name }: MeetingCandidate, reports: readonly MeetingMention[]): readonly StatedPlace[] {
    const find = (mention: Signing) => {
      const found = this.places.list(mention.sentence, mention.talks ? NOWHERE : mention);
      return found.length > 0 ? found : null;
    };
    const places = findIn(reports, find);
    if (places ?? !SIGNING.test(name)) return places ?? [];
    if (this.signed.places === undefined) this.signed.places = findIn(listSignings(this.passage), find);
    return this.signed.places ?? [];
  }

  private findDate({ name }: MeetingCandidate, reports: readonly MeetingMention[]): DateMention | null {
    const find = (mention: Signing) => findDate(this.passage.text, mention);
    const date = findIn(reports, find);
    if (date ?? !SIGNING.test(name)) return date;
    if (this.signed.date === undefined) this.signed.date = findIn(listSignings(this.passage), find);
    return this.signed.date;
  }

  /** The words that date it; those of a tour of several days do not date a meeting on it. */
  private findDay(
    candidate: MeetingCandidate,
    reports: readonly MeetingMention[],
    tour: boolean,
  ): DateMention | null {
    const date = this.findDate(candidate, reports);
    return tour && date?.endDay !== null ? null : date;
  }

  private resolveDate(
    candidate: MeetingCandidate,
    reports: readonly MeetingMention[],
    day: DateMention | null,
  ): ResolvedDate {
    const { article } = this.passage;
    const open = day !== null && article.publishedOn === null;
    const paragraph = article.paragraphs[reports[0]?.sentence.paragraph ?? -1];
    return resolveDate(day, article.publishedOn, open ? this.years.find(candidate.name, paragraph) : null);
  }
}

/**
 * The meetings that an article reports as held, in the order in which its body first does. Reports of one
 * meeting, the headline's too, are one; its name is the fullest.
 *
 * @example 省某厅召开2023年全省某某工作会议 // 2023年全省某某工作会议
 */
export function listMeetings(
  passage: Passage,
  persons: readonly PersonMention[],
  organisations: readonly OrganisationMention[],
): Meeting[] {
  const { publishedOn } = passage.article;
  const finisher = new CandidateFinisher(passage, organisations);
  const candidates = listCandidates(passage, persons, organisations).map((candidate) =>
    finisher.finish(candidate),
  );
  const held = dateCeremonies(passage, candidates).filter(
    ({ date }) => !date.startsOn || !publishedOn || date.startsOn <= publishedOn,
  );
  return held.map((meeting, index) => Object.assign(meeting, { id: `m${index + 1}` }));
}
