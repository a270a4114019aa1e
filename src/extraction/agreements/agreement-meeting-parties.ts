import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { isForeign } from '../offices/post.ts';
import type { Passage } from '../passage/passage.ts';
import { listWithin } from '../text/spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects } from './area-parties.ts';
import { isOpening, nameOf, ofOrganisation, type Party, uniqueGroup } from './party.ts';
import { countParties } from './pointed-parties.ts';

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
function listHeadlinePair(passage: Passage, headline: Span | undefined): Party[] {
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
    ({ unnamed, talks, sentence }) => !talks && (unnamed || sentence.kind === 'body'),
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

/** The guests of one state in the sentence on talks, where it names no other; null where it does not. */
function findGuest({ areas }: Passage, { mentions }: Meeting): AreaRecord | null {
  const lead = mentions[0]?.sentence;
  const found = new Map<string, AreaRecord>();
  for (let at = lead?.start ?? 0; lead && at < lead.end; ) {
    const place = areas.readAt(at, lead.end);
    if (isForeign(place?.area ?? null) && place) found.set(place.area.code, place.area);
    at = place?.end ?? at + 1;
  }
  const [guest] = found.values();
  return guest !== undefined && found.size === 1 ? guest : null;
}

/** What is told of a meeting once for all instruments that were signed there. */
interface Told {
  readonly hosts: readonly OrganisationMention[];
  readonly guest: AreaRecord | null;
  /** Its parties by how many are meant. */
  readonly byCount: Map<number, readonly Party[]>;
}

/** The longest words before a verb that tell who signs, longer than the longest that is looked for there. */
const LONGEST_TOLD = 120;

/** Whom an article means by those who met where instruments were signed. */
export class MeetingParties {
  private readonly passage: Passage;
  private readonly organisations: readonly OrganisationMention[];
  private readonly told = new Map<Meeting | null, Told>();
  private headlines: readonly Span[] | null = null;
  private pair: readonly Party[] | null = null;

  constructor(passage: Passage, organisations: readonly OrganisationMention[]) {
    this.passage = passage;
    this.organisations = organisations;
  }

  /**
   * Whom 双方 or 三地 means where the text before it in the sentence does not say: as many bodies or places as the name
   * of the meeting tells, else the headline. Empty where neither tells just so many.
   *
   * @example 甲市与乙市合作座谈会召开。…双方签署了《某某协议》 // 甲市, 乙市
   */
  list(
    { sentence, title }: { readonly sentence: Span; readonly title: TitleMention },
    meeting: Meeting | null,
  ): readonly Party[] {
    const { text } = this.passage;
    const told = text.slice(Math.max(sentence.start, title.verbStart - LONGEST_TOLD), title.verbStart);
    const count = countParties(told);
    const { hosts, guest } = this.tell(meeting);
    if (hosts.length > 1 && (ALL.test(told) || hosts.length === count || BOTH.test(told)))
      return hosts.map(ofOrganisation);
    if (ALL.test(`${told}签订`)) return this.listPair();
    if (!count) return [];
    const parties = this.listCounted(meeting, count);
    return parties.length > 0 || count !== 2 ? parties : this.listStates(guest, title);
  }

  private tell(meeting: Meeting | null): Told {
    const known = this.told.get(meeting);
    if (known) return known;
    const told = {
      hosts: meeting ? listHosts(this.passage, meeting, this.organisations) : [],
      guest: meeting && findGuest(this.passage, meeting),
      byCount: new Map<number, readonly Party[]>(),
    };
    this.told.set(meeting, told);
    return told;
  }

  private listHeadlines(): readonly Span[] {
    this.headlines ??= this.passage.sentences.filter(({ kind }) => kind === 'headline');
    return this.headlines;
  }

  private listPair(): readonly Party[] {
    this.pair ??= listHeadlinePair(this.passage, this.listHeadlines()[0]);
    return this.pair;
  }

  /** The parties that the names of a meeting, else the headline, tell, if they are just so many. */
  private listCounted(meeting: Meeting | null, count: number): readonly Party[] {
    const { byCount } = this.tell(meeting);
    const known = byCount.get(count);
    if (known) return known;
    const names = (meeting?.mentions ?? []).filter(({ talks, unnamed }) => !talks && !unnamed);
    let parties: readonly Party[] = [];
    for (const span of [...names, ...this.listHeadlines()]) {
      parties = listNamed(this.passage, span, { organisations: this.organisations, count });
      if (parties.length > 0) break;
    }
    byCount.set(count, parties);
    return parties;
  }

  /** 双方 and 两国 behind talks with the guests of one state: China and that state. */
  private listStates(guest: AreaRecord | null, { verbStart: start, end }: TitleMention): Party[] {
    const china = findArea('100000');
    const span = { start, end, organisation: null, implied: true };
    return china && guest && /双方|两国/.test(this.passage.text.slice(Math.max(0, start - 30), start))
      ? [china, guest].map((area) => ({ ...span, area }))
      : [];
  }
}
