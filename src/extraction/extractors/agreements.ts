import type { CivilDate } from '../../documents/source-document.ts';
import { collect } from '../collect.ts';
import type { Sentence } from '../sentences.ts';
import { BARE, type Candidate, chooseAgreements, isSure } from './agreement-choice.ts';
import { listMeetingParties } from './agreement-meeting-parties.ts';
import { AgreementMeetings } from './agreement-meetings.ts';
import { listParties } from './agreement-parties.ts';
import { listTitles, type TitleMention } from './agreement-titles.ts';
import { readCeremony } from './ceremony-agreements.ts';
import { listDates } from './dates.ts';
import { SIGNING } from './meeting-titles.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { nameOf, type Party } from './party.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { resolveDate } from './resolve-date.ts';

/** An instrument that the article reports as concluded. */
export interface Agreement {
  readonly id: string;
  readonly mention: TitleMention;
  readonly signedOn: CivilDate | null;
  readonly meeting: Meeting | null;
  readonly parties: readonly Party[];
}

/** What the other extractors found. */
interface Found {
  readonly meetings: readonly Meeting[];
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

/** 记者9日从某厅获悉: the day of the news, not of the signing. */
const LEARNT = /^(?:从[^，。]{2,16}(?:获悉|了解)|电|讯)/;

/** What the other extractors found, and where it was signed. */
type FoundAt = Found & { readonly where: AgreementMeetings };

function readSentence(passage: Passage, sentence: Sentence, { where, organisations, persons }: FoundAt) {
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
    const parties =
      stated.length > 0
        ? stated
        : listMeetingParties(passage, { sentence, title: mention }, { meeting, organisations });
    return { mention, meeting, signedOn: day ?? meeting?.date.startsOn ?? null, parties };
  });
}

/** 甲地跨区域合作协议签字仪式 … 签订合作协议: the title that the name of the ceremony gives in full. */
function nameByCeremony({ text }: Passage, agreement: Candidate): Candidate {
  const { mention, meeting } = agreement;
  const ceremony = meeting?.mentions.find(({ start, end }) => SIGNING.test(text.slice(start, end)));
  if (!ceremony || !BARE.test(mention.title)) return agreement;
  const end = ceremony.end - (SIGNING.exec(text.slice(ceremony.start, ceremony.end))?.[0].length ?? 0);
  const title = text.slice(ceremony.start, end);
  const fuller = title.endsWith(mention.title) && title.length > mention.title.length + 6;
  return fuller ? { ...agreement, mention: { ...mention, start: ceremony.start, end, title } } : agreement;
}

/** Instruments that only the name of a ceremony tells, where the text names none that was signed there. */
function listCeremonyAgreements(
  passage: Passage,
  { meetings, organisations }: Found,
  stated: readonly Candidate[],
): Candidate[] {
  return meetings.flatMap((meeting) => {
    const told = readCeremony(passage, meeting, organisations);
    if (
      told &&
      stated.some(({ mention }) => BARE.test(mention.title) && told.mention.title.endsWith(mention.title))
    )
      return [{ ...told, meeting, signedOn: meeting.date.startsOn }];
    const known = stated.some(
      (each) =>
        each.parties.length > 1 &&
        (each.meeting === meeting || told?.mention.title.endsWith(each.mention.title)),
    );
    return told && !known ? [{ ...told, meeting, signedOn: meeting.date.startsOn }] : [];
  });
}

/**
 * The instruments that an article reports as signed or concluded, each once, in the order of the text. Plans
 * and regulations that a body issued are none.
 *
 * @example 会前，甲市、乙市政府签署了《某某合作协议》 // 某某合作协议; 甲市政府, 乙市政府
 */
export function listAgreements(passage: Passage, found: Found): Agreement[] {
  const at = { ...found, where: new AgreementMeetings(passage, found.meetings) };
  const body = passage.sentences.filter(({ kind }) => kind === 'body');
  const told = collect(body, (sentence) => readSentence(passage, sentence, at));
  const sure = told.some((agreement) => isSure(passage.text, agreement, told));
  const headlines = sure ? [] : passage.sentences.filter(({ kind }) => kind === 'headline');
  const stated = [
    ...told,
    ...collect(headlines, (sentence) => readSentence(passage, sentence, at)).filter(
      ({ parties }) => new Set(parties.map(nameOf)).size > 1,
    ),
  ];
  const named = stated.map((agreement) => nameByCeremony(passage, agreement));
  const all = [...named, ...listCeremonyAgreements(passage, found, named)];
  return chooseAgreements(passage.text, all).map((agreement, index) =>
    Object.assign(agreement, { id: `a${index + 1}` }),
  );
}
