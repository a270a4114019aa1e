import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { listDates } from '../dates/dates.ts';
import { resolveDate } from '../dates/resolve-date.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { SIGNING } from '../meetings/meeting-titles.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Agreement, Candidate } from './agreement.ts';
import { chooseAgreements, isSure } from './agreement-choice.ts';
import { MeetingParties } from './agreement-meeting-parties.ts';
import { AgreementMeetings } from './agreement-meetings.ts';
import { listParties } from './agreement-parties.ts';
import { listTitles } from './agreement-titles.ts';
import { readCeremony } from './ceremony-agreements.ts';
import { nameOf } from './party.ts';
import { BARE, endsWithAny, ToldTitles } from './told-titles.ts';

/** What the other extractors found. */
interface Found {
  readonly meetings: readonly Meeting[];
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

/** 记者9日从某厅获悉: the day of the news, not of the signing. */
const LEARNT = /^(?:从[^，。]{2,16}(?:获悉|了解)|电|讯)/;

/** What the other extractors found, where it was signed, and who met there. */
type FoundAt = Found & { readonly where: AgreementMeetings; readonly who: MeetingParties };

function readSentence(passage: Passage, sentence: Sentence, { where, who, organisations, persons }: FoundAt) {
  const titles = listTitles(passage.text, sentence);
  if (titles.length === 0) return [];
  const meeting = where.find(sentence);
  const date =
    listDates(passage.text, sentence).find(
      ({ end }) => end <= (titles[0]?.verbStart ?? 0) && !LEARNT.test(passage.text.slice(end, end + 20)),
    ) ?? null;
  const day = resolveDate(date, passage.article.publishedOn).startsOn;
  return titles.map((mention, i) => {
    const after = titles[i - 1]?.end ?? sentence.start;
    const stated = listParties(passage, mention, { sentence, after, organisations, persons });
    const parties = stated.length > 0 ? stated : who.list({ sentence, title: mention }, meeting);
    return { mention, meeting, signedOn: day ?? meeting?.date.startsOn ?? null, parties };
  });
}

/** The mention of each meeting that names a ceremony of signing; null for meetings without one. */
const findCeremony = ({ text }: Passage, { mentions }: Meeting) =>
  mentions.find(({ start, end }) => SIGNING.test(text.slice(start, end))) ?? null;

/** 甲地跨区域合作协议签字仪式 … 签订合作协议: the title that the name of the ceremony gives in full. */
function nameByCeremony({ text }: Passage, agreement: Candidate, ceremony: Span | null): Candidate {
  const { mention } = agreement;
  if (!ceremony || !BARE.test(mention.title)) return agreement;
  const end = ceremony.end - (SIGNING.exec(text.slice(ceremony.start, ceremony.end))?.[0].length ?? 0);
  const title = text.slice(ceremony.start, end);
  const fuller = title.endsWith(mention.title) && title.length > mention.title.length + 6;
  return fuller ? { ...agreement, mention: { ...mention, start: ceremony.start, end, title } } : agreement;
}

/** The instruments, those of short titles named by the ceremonies of their meetings. */
function nameByCeremonies(passage: Passage, stated: readonly Candidate[]): Candidate[] {
  if (stated.length === 0) return [];
  const meetings = new Set(stated.map(({ meeting }) => meeting));
  const ceremonies = new Map(
    [...meetings].map((meeting) => [meeting, meeting && findCeremony(passage, meeting)]),
  );
  return stated.map((each) => nameByCeremony(passage, each, ceremonies.get(each.meeting) ?? null));
}

/** Instruments that only the name of a ceremony tells, where the text names none that was signed there. */
function listCeremonyAgreements(
  passage: Passage,
  { meetings, organisations }: Found,
  stated: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const meeting of meetings) {
    const ceremony = readCeremony(passage, meeting, organisations);
    if (ceremony) found.push({ ...ceremony, meeting, signedOn: meeting.date.startsOn });
  }
  if (found.length === 0) return found;
  const titles = stated.map(({ mention }) => mention.title);
  const bare = new Set(titles.filter((title) => BARE.test(title)));
  const told = stated.filter(({ parties }) => parties.length > 1);
  const toldTitles = new Set(told.map(({ mention }) => mention.title));
  const toldMeetings = new Set(told.map(({ meeting }) => meeting));
  return found.filter(({ meeting, mention: { title } }) => {
    const known = toldMeetings.has(meeting) || endsWithAny(title, toldTitles);
    return !known || endsWithAny(title, bare);
  });
}

/** Whether one of several instruments is surely told of. */
function holdsSure(text: string, told: readonly Candidate[]): boolean {
  if (told.length === 0) return false;
  const titles = new ToldTitles(text, told);
  return told.some((agreement) => isSure(text, agreement, titles));
}

/**
 * The instruments that an article reports as signed or concluded, each once, in the order of the text. Plans
 * and regulations that a body issued are none.
 *
 * @example 会前，甲市、乙市政府签署了《某某合作协议》 // 某某合作协议; 甲市政府, 乙市政府
 */
export function listAgreements(passage: Passage, found: Found): Agreement[] {
  const { meetings, organisations, persons } = found;
  const at = {
    meetings,
    organisations,
    persons,
    where: new AgreementMeetings(passage, found.meetings),
    who: new MeetingParties(passage, found.organisations),
  };
  const body = passage.sentences.filter(({ kind }) => kind === 'body');
  const told = collect(body, (sentence) => readSentence(passage, sentence, at));
  const sure = holdsSure(passage.text, told);
  const headlines = sure ? [] : passage.sentences.filter(({ kind }) => kind === 'headline');
  const stated = [
    ...told,
    ...collect(headlines, (sentence) => readSentence(passage, sentence, at)).filter(
      ({ parties }) => new Set(parties.map(nameOf)).size > 1,
    ),
  ];
  const named = nameByCeremonies(passage, stated);
  const all = [...named, ...listCeremonyAgreements(passage, found, named)];
  return chooseAgreements(passage.text, all).map((agreement, index) =>
    Object.assign(agreement, { id: `a${index + 1}` }),
  );
}
