import type { Article, Span } from '../../documents/model/source-document.ts';
import { type AreaRecord, isWithin } from '../lexicon/areas.ts';
import { findOutletArea } from '../lexicon/outlets.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';
import { getAreaNames } from './area-names.ts';
import { AreaReader } from './area-reader.ts';
import { isGuest, listGuests } from './guests.ts';

/** The divisions that a page is about, from the largest; empty for a page of no one province. */
export interface PageRegion {
  readonly province: AreaRecord | null;
  readonly city: AreaRecord | null;
  readonly county: AreaRecord | null;
  /** Provinces that the page names most, each the only one of its kind: the autonomous region of a page about another province. */
  readonly others: readonly AreaRecord[];
  /** Whether the page is the county's rather than the city's. */
  readonly narrow: boolean;
}

interface Votes {
  /** Places whose delegation comes to the page's own: they are guests wherever they are named. */
  readonly guests: Set<AreaRecord>;
  /** How often a place or a part of it is named, weighted. */
  readonly all: Map<AreaRecord, number>;
  /** How often it is named itself. */
  readonly own: Map<AreaRecord, number>;
}

const add = (votes: Map<AreaRecord, number>, area: AreaRecord, weight: number) =>
  votes.set(area, (votes.get(area) ?? 0) + weight);

// What naming a place weighs, against 1 in the body. Each is set so that one strong sign outweighs what a page about a meeting with
// guests says of these: some five sentences name them.
/** The headline and the publisher tell whose page it is: as much as six sentences. */
const TITLE_WEIGHT = 6;
/** A deck repeats the headline in other words, and names guests more often than that. */
const DECK_WEIGHT = 3;
/** The first paragraph says where and who; those behind it quote, and list others' places. */
const LEAD_WEIGHT = 2;
/** A guest's place is named with each of its offices: five of them are as much as one place of the page's own. */
const GUEST_WEIGHT = 0.2;
/** 某省召开全省会议 is only said of the page's own: nearly as good as a headline. */
const HOST_WEIGHT = 5;

/** 某省近日召开全省某某会议: the place is the page's own. */
const HOST = /^(?:近日|日前|昨日|今日|今天)?(?:在.{2,4})?(?:召开|举行|举办)了?全[省市县区州]/;

/** 来某市考察: guests come to the page's own place. */
const VISITED = /^[省市县区州]?(?:学习)?(?:考察|调研|访问|参观|交流|洽谈|对接)/;

/** The first characters of what `HOST` finds. */
const HOST_OPENINGS = new CharacterSet('近日昨今在召举');

const isHost = (text: string, { start, end }: Span) =>
  (HOST_OPENINGS.hasAt(text, end) && HOST.test(text.slice(end, end + 14))) ||
  (text[start - 1] === '来' && VISITED.test(text.slice(end, end + 5)));

/** What a vote for the area of a mention weighs, that of a full one given. */
function weigh(text: string, mention: Span, full: number): number {
  if (isGuest(text, mention)) return full * GUEST_WEIGHT;
  return isHost(text, mention) ? full * HOST_WEIGHT : full;
}

/** Whether an area is that of a delegation that came, or lies in it. */
function isOfGuest({ guests }: Votes, area: AreaRecord): boolean {
  for (const guest of guests) if (isWithin(area, guest)) return true;
  return false;
}

function vote(votes: Votes, reader: AreaReader, { start: from, end: to }: Span, full: number): void {
  for (let at = reader.findNext(from, to); at < to; ) {
    const mention = reader.readAt(at, to);
    if (mention && !isOfGuest(votes, mention.area)) {
      const weight = weigh(reader.text, mention, full);
      for (let area: AreaRecord | null = mention.area; area && area.level !== 'COUNTRY'; ) {
        add(votes.all, area, weight);
        area = area.parent;
      }
      add(votes.own, mention.area, weight);
    }
    at = reader.findNext(mention?.end ?? at + 1, to);
  }
}

/** Words by which a county speaks of itself. */
const OF_COUNTY = /我县|(?<![\u4e00-\u9fff])县委/;

/** Short names of counties so long or longer are no other words: 丹江口. */
const DISTINCTIVE = 3;

/** The votes of a page that names its own county in short alone. */
function voteForCounties(votes: Votes, { text }: AreaReader): void {
  const names = getAreaNames();
  for (let at = names.findNext(text, 0, text.length); at < text.length; ) {
    const term = names.findTerm(text, at, text.length);
    const [area, other] = term?.value?.areas ?? [];
    if (term && area && !other && term.length >= DISTINCTIVE && area.level === 'COUNTY') {
      add(votes.own, area, 1);
      for (let each: AreaRecord | null = area; each && each.level !== 'COUNTRY'; each = each.parent)
        add(votes.all, each, 1);
    }
    at = names.findNext(text, at + (term?.length ?? 1), text.length);
  }
}

/** The county of a city that a page of its own names in short alone, more often than any other; null where there is none. */
function findNearCounty(city: AreaRecord | null, reader: AreaReader): AreaRecord | null {
  const { text } = reader;
  if (!city || !OF_COUNTY.test(text)) return null;
  const votes = new Map<AreaRecord, number>();
  for (let at = reader.findNext(0, text.length); at < text.length; ) {
    const place = reader.readAt(at, text.length, city);
    if (place?.area.level === 'COUNTY' && place.area.parentCode === city.code) add(votes, place.area, 1);
    at = reader.findNext(place?.end ?? at + 1, text.length);
  }
  const [best, second] = [...votes].sort(([, a], [, b]) => b - a);
  return best && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

function winner(votes: Votes, level: AreaRecord['level'], parent: AreaRecord | null): AreaRecord | null {
  const rows = [...votes.all].filter(
    ([area]) => area.level === level && (!parent || area.parentCode === parent.code),
  );
  const total = rows.reduce((sum, [, votesOfArea]) => sum + votesOfArea, 0);
  const [best] = rows.sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 > total ? best[0] : null;
}

const PROVINCE_WORDS = ['自治区', '省'];
const NOWHERE: readonly AreaRecord[] = [];

/**
 * Finds the province, city and county that an article is about: the place that headline, publisher and
 * text name most, if it outweighs all others together.
 *
 * @example 广东省某某工作会议召开 … 省水利厅 // province: 广东省
 */
export function findPageRegion(
  article: Article,
  sentences: readonly Sentence[],
  reader: AreaReader,
): PageRegion {
  const votes: Votes = { all: new Map(), own: new Map(), guests: listGuests(sentences, reader) };
  const { publisher } = article;
  const outlet = publisher && findOutletArea(publisher);
  for (let area: AreaRecord | null = outlet || null; area?.level !== 'COUNTRY' && area; ) {
    add(votes.all, area, TITLE_WEIGHT);
    area = area.parent;
  }
  if (outlet) add(votes.own, outlet, TITLE_WEIGHT);
  if (publisher) vote(votes, new AreaReader(publisher), { start: 0, end: publisher.length }, TITLE_WEIGHT);
  let lead = -1;
  for (const { start, end, kind, paragraph } of sentences) {
    if (lead < 0 && kind === 'body') lead = paragraph;
    const weight =
      kind === 'headline'
        ? TITLE_WEIGHT
        : kind === 'deck'
          ? DECK_WEIGHT
          : paragraph === lead
            ? LEAD_WEIGHT
            : 1;
    vote(votes, reader, { start, end }, weight);
  }
  if (votes.all.size === 0) voteForCounties(votes, reader);
  const province = winner(votes, 'PROVINCE', null);
  const city = province && winner(votes, 'CITY', province);
  const county =
    (city ?? province) && (winner(votes, 'COUNTY', city ?? province) ?? findNearCounty(city, reader));
  const own = (area: AreaRecord | null) => (area ? (votes.own.get(area) ?? 0) : 0);
  const named = [...votes.all.keys()].filter(({ level }) => level === 'PROVINCE');
  const others = collect(PROVINCE_WORDS, (word) => {
    const alike = named.filter(({ name }) => name.endsWith(word));
    return alike.length === 1 ? alike : NOWHERE;
  });
  return { province, city, county, others, narrow: own(county) > own(city) };
}

/** The page's own place that 我省, 我市, 我县 or 我区 stands for; null for other words and where it has none. */
export function findOwn({ province, city, county, narrow }: PageRegion, words: string): AreaRecord | null {
  // A city of county rank calls itself 我市 too.
  const own = narrow && county?.name.endsWith('市') ? county : city;
  return { 我省: province, 我市: own, 我县: county, 我区: county }[words] ?? null;
}
