import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { agreementWords } from '../lexicon/agreement-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { SIGNING } from '../meetings/meeting-titles.ts';
import type { Passage } from '../passage/passage.ts';
import { listWithin } from '../text/spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects } from './area-parties.ts';
import { ofOrganisation, type Party } from './party.ts';

/** An instrument that only the name of a ceremony tells. */
export interface CeremonyAgreement {
  readonly mention: TitleMention;
  readonly parties: readonly Party[];
}

const LINK = /^(?:[、与和及暨的·—－-]|关于(?!.))+/;

function findKind(text: string, start: number, end: number): TitleMention['kind'] | null {
  for (let at = Math.max(start, end - 6); at < end; at++) {
    const match = agreementWords.findAt(text, at, end);
    if (match?.end === end && match.value) return match.value;
  }
  return null;
}

/** The bodies that the name begins with, else the areas. */
function listOpening(
  passage: Passage,
  organisations: readonly OrganisationMention[],
  start: number,
  end: number,
) {
  const inside = listWithin(organisations, { start, end });
  if (inside.length >= 2) return inside.map(ofOrganisation);
  const areas = listAreaSubjects(passage, start, end).filter(({ area }) => area?.level !== 'COUNTRY');
  // 甲市与某集团: a place and a body.
  const apart = areas.filter(
    (area) => !inside.some((body) => body.start < area.end && area.start < body.end),
  );
  return [...apart, ...inside.map(ofOrganisation)].sort((a, b) => a.start - b.start);
}

/**
 * The instrument that the name of a ceremony tells, with its parties; null where it tells none.
 *
 * @example 甲省人民政府、乙省人民政府经济合作框架协议签署仪式 // 经济合作框架协议; 甲省政府, 乙省政府
 */
export function readCeremony(
  passage: Passage,
  { name, mentions }: Meeting,
  organisations: readonly OrganisationMention[],
): CeremonyAgreement | null {
  if (!SIGNING.test(name)) return null;
  const mention = mentions.find(
    (each) => each.end - each.start === each.name.length && SIGNING.test(each.name),
  );
  if (!mention) return null;
  const end = mention.end - (SIGNING.exec(mention.name)?.[0].length ?? 0);
  const kind = findKind(passage.text, mention.start, end);
  const parties = kind ? listOpening(passage, organisations, mention.start, end) : [];
  const last = Math.max(mention.start, ...parties.map((party) => party.end));
  const start = last + (LINK.exec(passage.text.slice(last, end))?.[0].length ?? 0);
  if (!kind || parties.length < 2 || end - start < 4) return null;
  const title = passage.text.slice(start, end);
  return { mention: { start, end, title, kind, verbStart: end }, parties };
}
