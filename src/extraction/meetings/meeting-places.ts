import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea, isWithin } from '../lexicon/areas.ts';
import { listAbbreviations } from '../lexicon/collectives.ts';
import type { AreaMention, AreaReader } from '../passage/area-reader.ts';
import { findOwn } from '../passage/page-region.ts';
import type { Passage } from '../passage/passage.ts';
import { Trie } from '../terms/trie.ts';
import { listMatches } from '../text/matches.ts';
import type { Sentence } from '../text/sentences.ts';
import { findFirst } from '../text/spans.ts';
import { isHouse, listHostPlaces } from './venues.ts';

const PREPOSITION = /[在于赴抵聚]|到(?=[^，。；、]{2,10}(?:考察|调研|参观|走访|学习|出席))/g;
/** 在京召开: the one-character name of a municipality or province before a verb or a mark. */
const IN_SHORT = /^(.)(?=召开|举行|开幕|闭幕|出席|会见|会谈|主持|同|与|举办|签|，|调研|考察|开会)/;
/** What follows a place that is no place of the event: 在新疆大地的生动实践, 在浙江工作期间. */
const NO_PLACE =
  /^(?:布局|投资|落户|落地|分会场|大地|工作|发展|乃至|以及全国|考察时|问题|方面|的(?!.{0,12}(?:召开|举行|会见)))/;

/** 在温江|召开: the short name of a county of the page's own city, where the verb follows. */
function readNear(areas: AreaReader, at: number, end: number): AreaMention | null {
  const place = areas.near && areas.readAt(at, end, areas.near);
  const held =
    place && /^(?:组织)?(?:召开|举行|举办|开展|签署|签订)/.test(areas.text.slice(place.end, place.end + 4));
  return held ? place : null;
}

/** 关于, 聚焦: characters of other words. */
function isNoPreposition(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return text[at] === '于' ? /[关对由至]/.test(before) : text[at] === '聚' && !/[齐相]/.test(before);
}

/** A place, and where it stands. */
export interface StatedPlace extends Span {
  readonly area: AreaRecord;
}

/** The areas behind 在 in a part of the text, in its order; a list behind one 在 gives them all. */
function listPlaces({ text, areas, region }: Passage, { start, end }: Span): StatedPlace[] {
  const abbreviations = listAbbreviations();
  const found: StatedPlace[] = [];
  for (const match of listMatches(text.slice(start, end), PREPOSITION)) {
    let at = start + match.index + 1;
    if (isNoPreposition(text, at - 1)) continue;
    const short = IN_SHORT.exec(text.slice(at, at + 4))?.[1];
    const abbreviated = short === undefined ? null : findArea(abbreviations.get(short) ?? null);
    if (abbreviated) found.push({ area: abbreviated, start: at, end: at + 1 });
    const own = findOwn(region, text.slice(at, at + 2));
    if (own) found.push({ area: own, start: at, end: at + 2 });
    while (at < end) {
      const place = areas.readAt(at, end) ?? readNear(areas, at, end);
      if (!place || isHouse(text, place) || NO_PLACE.test(text.slice(place.end, place.end + 16))) break;
      found.push({ area: place.area, start: at, end: place.end });
      if (!/[、和]/.test(text[place.end] ?? '')) break;
      at = place.end + 1;
    }
  }
  return found;
}

/** 大连设主会场，长春设分会场. */
const SEAT_OF = /^(?:分别)?设(?:主|分)?会场/;

/** The areas that have a hall of their own in a part of the text. */
function listSeats({ text, areas }: Passage, { start, end }: Span): StatedPlace[] {
  const seats: StatedPlace[] = [];
  for (let at = start; at < end; at++) {
    const place = areas.readAt(at, end);
    if (place && SEAT_OF.test(text.slice(place.end, place.end + 8))) seats.push(place);
    at = place ? place.end - 1 : at;
  }
  return seats;
}

/** What `SEAT` begins with. */
const SEAT_OPENINGS = new Trie<true>(
  '本次 此次 会议 座谈会 论坛 大会 现场会'.split(' ').map((word) => [word, true] as const),
);

/** 会议在上海、北京设会场: a later sentence may say where the meeting sat. */
const SEAT =
  /^(?:本次|此次)?(?:会议|座谈会|论坛|大会|现场会)(?:以.{1,12}形式)?[，]?(?:分别)?在.{2,30}(?:会场|举行|召开)/;

/** 赴甘肃省考察，并在兰州举行: the place is the narrower one. */
const isInside = (area: AreaRecord, outer: AreaRecord) => area.code !== outer.code && isWithin(area, outer);

/** Where the meetings of an article were held. */
export class MeetingPlaces {
  private readonly passage: Passage;
  private readonly organisations: readonly OrganisationMention[];
  /** The sentences that say where a meeting sat. */
  private seats: readonly Sentence[] | null = null;
  private readonly stated = new Map<Span, readonly StatedPlace[]>();
  private readonly elsewhere = new Map<Span, readonly StatedPlace[]>();

  constructor(passage: Passage, organisations: readonly OrganisationMention[]) {
    this.passage = passage;
    this.organisations = organisations;
  }

  /**
   * Where the meeting of a sentence was held: the places behind 在 in the sentence, else in a later sentence that
   * says where it sat. Each once, in the order of the text.
   *
   * @example 会议在上海、北京分设会场 // 上海市, 北京市
   */
  list(sentence: Span, name: Span): StatedPlace[] {
    const own = this.listStated(sentence).filter(({ start }) => start < name.start || start >= name.end);
    const places = own.length > 0 ? own : this.listElsewhere(sentence);
    return places.filter(
      ({ area }, index) =>
        places.findIndex((same) => same.area === area) === index &&
        !places.some((other) => isInside(other.area, area)),
    );
  }

  /** The places behind 在 in a sentence, read once for all meetings that it reports. */
  private listStated(sentence: Span): readonly StatedPlace[] {
    const known = this.stated.get(sentence) ?? listPlaces(this.passage, sentence);
    this.stated.set(sentence, known);
    return known;
  }

  /** Where the meetings of a sentence sat that does not say so behind 在. */
  private listElsewhere(sentence: Span): readonly StatedPlace[] {
    const known = this.elsewhere.get(sentence);
    if (known) return known;
    const seats = this.listSeats();
    const seat = seats[findFirst(seats, sentence.start + 1)];
    let places: readonly StatedPlace[] = seat ? this.listStated(seat) : [];
    if (places.length === 0) places = listSeats(this.passage, sentence);
    if (places.length === 0) places = listHostPlaces(this.passage, sentence, this.organisations);
    this.elsewhere.set(sentence, places);
    return places;
  }

  private listSeats(): readonly Sentence[] {
    const { text, sentences } = this.passage;
    this.seats ??= sentences.filter(
      ({ start, end }) =>
        SEAT_OPENINGS.findNext(text, start, start + 1) === start &&
        SEAT.test(text.slice(start, Math.min(end, start + 60))),
    );
    return this.seats;
  }
}

const TOUR_PLACES = new WeakMap<Passage, StatedPlace | null>();

/** The one province or city of a tour (在山东调研), looked for once; null where it went through several or none is named. */
export function getTourPlace(passage: Passage): StatedPlace | null {
  const known = TOUR_PLACES.get(passage);
  if (known !== undefined) return known;
  const place = findTourPlace(passage);
  TOUR_PLACES.set(passage, place);
  return place;
}

function findTourPlace(passage: Passage): StatedPlace | null {
  const tour = passage.sentences.find(({ start, end }) =>
    /(?:调研|考察)/.test(passage.text.slice(start, end)),
  );
  const { text } = passage;
  // Who comes to the page's own place is named with theirs: 某县代表团来我市考察.
  if (
    !tour ||
    /来(?:到)?我|来[\u4e00-\u9fff]{1,6}(?:考察|就|调研|督办)/.test(text.slice(tour.start, tour.end))
  )
    return null;
  const stop = text.slice(tour.start, tour.end).search(/调研|考察/) + tour.start;
  const places = new Map<AreaRecord, StatedPlace>();
  for (let at = tour.start; at < stop; ) {
    const place = passage.areas.readAt(at, stop);
    if (place && place.area.level !== 'COUNTRY' && !places.has(place.area)) places.set(place.area, place);
    at = place?.end ?? at + 1;
  }
  return places.size === 1 ? ([...places.values()][0] ?? null) : null;
}
