import type { Span } from '../../documents/source-document.ts';
import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import { listWithin } from '../spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects } from './area-parties.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { isOpening, nameOf, ofOrganisation, type Party, uniqueGroup } from './party.ts';
import type { Passage } from './passage.ts';
import { countParties } from './pointed-parties.ts';
import { isForeign } from './post.ts';

/** The parties with the same name are one; the first of each stays. */
function listOnce(parties: readonly Party[]): Party[] {
  const names = new Set<string | undefined>();
  return parties.filter((party) => {
    const name = nameOf(party);
    return !names.has(name) && names.add(name);
  });
}

/** Those who met: 各单位 … 并签订. */
const ALL =
  /(?:会议(?:还|上)?签[署订]|^会上|各方|各单位|各部门|与会(?:各方|单位)|参会(?:各方|单位)|参会各方)[^。；]{0,80}$/;

/** 两地执法人员经过商议，签订: both sides are told of. */
const BOTH = /^(?:会上，)?(?:两[地市县区省]|双方)[^。；]{0,80}，[^，。；]{0,6}$/;

/** 甲市与乙县召开协商会: the two places that the headline joins. */
function listHeadlinePair(passage: Passage): Party[] {
  const headline = passage.sentences.find(({ kind }) => kind === 'headline');
  const places = headline ? listOnce(listAreaSubjects(passage, headline.start, headline.end)) : [];
  const [first, second] = places;
  const joined = first && second && /^[与和、]$/.test(passage.text.slice(first.end, second.start));
  return joined && places.length === 2 ? places : [];
}

/** The bodies that held a meeting together: the string that ends where its verb begins. */
function listHosts(
  { text }: Passage,
  { mentions }: Meeting,
  organisations: readonly OrganisationMention[],
): OrganisationMention[] {
  const lead = mentions.find(
    ({ generic, talks, sentence }) => !talks && (generic || sentence.kind === 'body'),
  );
  if (!lead) return [];
  const before = listWithin(organisations, { start: lead.sentence.start, end: lead.verbStart });
  const hosts = uniqueGroup(
    text,
    before.filter((_, i) => !isOpening(before, i)),
  );
  const gap = text.slice(hosts.at(-1)?.end ?? lead.verbStart, lead.verbStart);
  return /^(?:联合|共同|组织|在[^，。；]{1,12})?$/.test(gap) ? hosts : [];
}

/** The bodies or places of a part of the text, if it names just so many. */
function listNamed(
  passage: Passage,
  span: Span,
  {
    organisations,
    count,
  }: { readonly organisations: readonly OrganisationMention[]; readonly count: number },
): Party[] {
  const inside = listWithin(organisations, span);
  const bodies = listOnce(inside.filter((_, i) => !isOpening(inside, i)).map(ofOrganisation));
  if (bodies.length === count) return bodies;
  const areas = listOnce(listAreaSubjects(passage, span.start, span.end));
  return bodies.length === 0 && areas.length === count ? areas : [];
}

/** 双方 and 两国 behind talks with the guests of one state: China and that state, where the sentence on the talks names no other. */
function listStates({ text, areas }: Passage, { mentions }: Meeting, title: TitleMention): Party[] {
  const lead = mentions[0]?.sentence;
  const china = findArea('100000');
  const found = new Map<string, AreaRecord>();
  for (let at = lead?.start ?? 0; lead && at < lead.end; ) {
    const place = areas.readAt(at, lead.end);
    if (isForeign(place?.area ?? null) && place) found.set(place.area.code, place.area);
    at = place?.end ?? at + 1;
  }
  const [guest] = found.values();
  const start = title.verbStart;
  const span = { start, end: title.end, organisation: null, implied: true };
  return china && guest && found.size === 1 && /双方|两国/.test(text.slice(start - 30, start))
    ? [china, guest].map((area) => ({ ...span, area }))
    : [];
}

/**
 * Whom 双方 or 三地 means where the text before it in the sentence does not say: as many bodies or places as the name
 * of the meeting tells, else the headline. Empty where neither tells just so many.
 *
 * @example 甲市与乙市合作座谈会召开。…双方签署了《某某协议》 // 甲市, 乙市
 */
export function listMeetingParties(
  passage: Passage,
  { sentence, title }: { readonly sentence: Span; readonly title: TitleMention },
  {
    meeting,
    organisations,
  }: {
    readonly meeting: Meeting | null;
    readonly organisations: readonly OrganisationMention[];
  },
): Party[] {
  const told = passage.text.slice(sentence.start, title.verbStart);
  const count = countParties(told);
  const hosts = meeting ? listHosts(passage, meeting, organisations) : [];
  if (hosts.length > 1 && (ALL.test(told) || hosts.length === count || BOTH.test(told)))
    return hosts.map(ofOrganisation);
  if (ALL.test(`${told}签订`)) return listHeadlinePair(passage);
  if (!count) return [];
  const names = (meeting?.mentions ?? []).filter(({ talks, generic }) => !talks && !generic);
  const spans = [...names, ...passage.sentences.filter(({ kind }) => kind === 'headline')];
  for (const span of spans) {
    const parties = listNamed(passage, span, { organisations, count });
    if (parties.length > 0) return parties;
  }
  return meeting && count === 2 ? listStates(passage, meeting, title) : [];
}
