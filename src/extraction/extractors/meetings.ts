import type { MeetingClaim } from '../claim.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import type { Sentence } from '../sentences.ts';
import { type DateMention, listDates } from './dates.ts';
import { type Draft, listDrafts } from './meeting-drafts.ts';
import type { MeetingMention } from './meeting-mention.ts';
import { findMeetingPlaces, findTourPlace } from './meeting-places.ts';
import { SIGNING, TOUR } from './meeting-titles.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { findTiedYear, type ResolvedDate, resolveDate } from './resolve-date.ts';

/** A meeting that the article reports as held, with every place that reports it. */
export interface Meeting {
  readonly id: string;
  readonly name: string;
  readonly mentions: readonly MeetingMention[];
  readonly date: ResolvedDate;
  readonly places: readonly AreaRecord[];
  readonly format: MeetingClaim['format'];
  readonly talks: boolean;
  /** Whether it was held on a tour of inspection, whose other stops are no part of it. */
  readonly tour: boolean;
}

/** 新华社3月1日电, 本网3月1日讯: the day of the news. */
const DATELINE = /^[电讯]/;

/** The day that stands nearest before the verb, else the first of the sentence; names of meetings date nothing. */
function findDate(
  text: string,
  { start, end, sentence, verbStart, talks }: MeetingMention,
): DateMention | null {
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

const VIDEO = /视频连线|视频会议|视频方式|视频形式|电视电话会议|以视频|线上方式|线上形式/;
const HYBRID = /线上线下|线上[与和]线下|线上\+线下|主会场.{0,40}分会场|现场.{0,6}视频.{0,4}相结合/;

function findFormat(passage: Passage, first: Sentence, name: string): Meeting['format'] {
  const near = passage.sentences
    .filter(({ start, paragraph }) => start >= first.start && paragraph <= first.paragraph + 1)
    .slice(0, 8);
  const text = near.map(({ start, end }) => passage.text.slice(start, end)).join('') + name;
  if (HYBRID.test(text)) return 'HYBRID';
  return VIDEO.test(text) ? 'VIDEO' : null;
}

function isTourMeeting(passage: Passage, { mentions }: Draft): boolean {
  const lead = passage.sentences.find(({ kind }) => kind === 'body');
  return (
    TOUR.test(passage.article.headline ?? passage.text.slice(lead?.start, lead?.end)) &&
    mentions.every(({ sentence }) => sentence !== lead)
  );
}

/** What is signed at a ceremony, and where, may stand in a sentence of its own: 甲与乙在某市签署协议. */
function listSigningMentions({ text, sentences }: Passage, draft: Draft): MeetingMention[] {
  const first = draft.mentions[0];
  if (!first || !SIGNING.test(draft.name)) return [];
  return sentences.flatMap((sentence) => {
    const at = text.slice(sentence.start, sentence.end).search(/签署|签订|签约|签字/);
    if (sentence.kind !== 'body' || at < 0) return [];
    const verbStart = sentence.start + at;
    return [{ ...first, start: verbStart, end: verbStart, sentence, verbStart, talks: true }];
  });
}

function finish(passage: Passage, draft: Draft): Omit<Meeting, 'id'> {
  const { text, article } = passage;
  const body = draft.mentions.filter(({ sentence }) => sentence.kind === 'body');
  const dated = [...body, ...draft.mentions, ...listSigningMentions(passage, draft)];
  const first = dated[0] as MeetingMention;
  const tour = isTourMeeting(passage, draft);
  const date = dated.map((mention) => findDate(text, mention)).find((found) => found !== null) ?? null;
  const year = findTiedYear(text, draft.name, article.paragraphs[first.sentence.paragraph]);
  const several = tour && date?.endDay !== null && date?.endDay !== undefined;
  const places =
    dated
      .map((mention) =>
        findMeetingPlaces(passage, mention.sentence, mention.talks ? { start: -1, end: -1 } : mention),
      )
      .find((found) => found.length > 0) ?? [];
  const place = tour && places.length === 0 ? findTourPlace(passage) : null;
  return {
    name: draft.name,
    mentions: draft.mentions,
    date: resolveDate(several ? null : date, article.publishedOn, year),
    places: place ? [place] : places,
    format: findFormat(passage, first.sentence, draft.name),
    talks: first.talks,
    tour,
  };
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
  const held = listDrafts(passage, persons, organisations)
    .map((draft) => finish(passage, draft))
    .filter(({ date }) => !date.startsOn || !publishedOn || date.startsOn <= publishedOn);
  return held.map((meeting, index) => ({ ...meeting, id: `m${index + 1}` }));
}
