import type { Span } from '../../documents/model/source-document.ts';
import { type AreaRecord, findArea, isWithin } from '../lexicon/areas.ts';
import { isHanAt } from '../lexicon/name-words.ts';
import type { Match, Trie } from '../terms/trie.ts';
import { unitAt } from '../terms/unit-at.ts';
import { type AreaName, getAreaNames, isReadable } from './area-names.ts';

/** A place name in a text: the most specific area of 浙江省湖州市, with the areas printed before it. */
export interface AreaMention extends Span {
  readonly area: AreaRecord;
  /** The areas of the name from the largest to `area`. */
  readonly chain: readonly AreaRecord[];
  /** Whether the last name of the chain is printed in full (湖州市), not in short (湖州). */
  readonly full: boolean;
}

const NONE: readonly AreaMention[] = [];
const NO_NAMES: readonly Match<AreaName | null>[] = [];
const RANK = { COUNTRY: 0, PROVINCE: 1, CITY: 2, COUNTY: 3 } as const;

const isDivision = (area: AreaRecord, outer: AreaRecord | null) =>
  outer !== null && area.code !== outer.code && isWithin(area, outer);

/** The first of several areas that lies in another. */
const findInside = (areas: readonly AreaRecord[], outer: AreaRecord | null) =>
  outer && areas.find((area) => isDivision(area, outer));

/** Those of several areas that a short name may stand for. */
const listReadable = (areas: readonly AreaRecord[], name: string, hint: AreaRecord | null) =>
  areas.filter((area) => isReadable(area, name, hint));

/** What was read at an offset. */
interface Reading {
  readonly hint: AreaRecord | null;
  /** Whether it is the same whatever the hint and the page's province. */
  readonly sure: boolean;
  readonly mentions: readonly AreaMention[];
}

/** Where areas are looked for first, and whether there only. */
interface Scope {
  readonly hint: AreaRecord | null;
  /** So that a name behind a name is read no deeper than divisions lie, however many stand side by side. */
  readonly inside: boolean;
}

const AND = '和'.charCodeAt(0);

/** 某某和县委书记: the first character of 和县 joins two persons. */
const isConjunction = (text: string, start: number) =>
  unitAt(text, start) === AND &&
  isHanAt(text, start - 1) &&
  /^和县(?:委|长|政府|人大|政协)/.test(text.slice(start, start + 4));

/** Reads the names of areas in one article. */
export class AreaReader {
  /** The text that it reads. */
  readonly text: string;
  private readonly names: Trie<AreaName | null> = getAreaNames();
  /** What was read last at an offset: the same places are asked for many times. */
  private readonly readings = new Map<number, Reading>();
  private readonly named = new Map<string | null, boolean>();
  private own: AreaRecord | null = null;
  /** The page's own city, or its province: in it the short names of counties are read where several share an organ. */
  near: AreaRecord | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Decides between areas of one name where the text next to it does not: the page's own province. */
  set ownProvince(area: AreaRecord | null) {
    this.own = area;
    for (const [at, { sure }] of this.readings) if (!sure) this.readings.delete(at);
  }

  /** The first offset from `start` on where the name of an area may begin; `limit` where none does before it. */
  findNext(start: number, limit: number): number {
    return this.names.findNext(this.text, start, limit);
  }

  /**
   * The area whose name begins at `start`, with the divisions of it that follow at once; null where none
   * begins. `hint` is an area in which the name is to be looked for first; short names of counties are read
   * in such an area only.
   *
   * @example new AreaReader('在浙江湖州召开').readAt(1, 7)?.area.name // '湖州市'
   */
  readAt(start: number, limit: number, hint: AreaRecord | null = null): AreaMention | null {
    if (!this.names.holdsAt(this.text, start)) return null;
    for (const mention of this.read(start, hint).mentions) if (mention.end <= limit) return mention;
    return null;
  }

  /** The readings of the name that begins at `start`, the longest first: 上海市, 上海. */
  listAt(start: number, limit: number, hint: AreaRecord | null = null): readonly AreaMention[] {
    if (!this.names.holdsAt(this.text, start)) return NONE;
    const { mentions } = this.read(start, hint);
    return mentions.every(({ end }) => end <= limit) ? mentions : mentions.filter(({ end }) => end <= limit);
  }

  /** The one area that a short name may stand for, whatever its level: the page's own first; null where it is none or several. */
  findShort(name: string): AreaRecord | null {
    const term = this.names.findTerm(name, 0, name.length);
    return term?.length === name.length && term.value ? this.choose(term.value.areas, null) : null;
  }

  /** What is read at an offset however far it reaches; a limit only leaves out what reaches beyond it. */
  private read(start: number, hint: AreaRecord | null): Reading {
    const known = this.readings.get(start);
    if (known && (known.sure || known.hint === hint)) return known;
    const reading = this.readNames(start, { hint, inside: false });
    this.readings.set(start, reading);
    return reading;
  }

  private readNames(start: number, scope: Scope): Reading {
    const matches = isConjunction(this.text, start) ? NO_NAMES : this.names.listAt(this.text, start);
    const mentions: AreaMention[] = [];
    let sure = true;
    if (matches[0]?.value)
      for (const match of matches) if (!this.readMatch(match, scope, mentions)) sure = false;
    return { hint: scope.hint, sure, mentions };
  }

  /** Adds what a name stands for to `mentions`; tells whether it is the same whatever the hint and the page's province. */
  private readMatch(
    match: Match<AreaName | null>,
    { hint, inside }: Scope,
    mentions: AreaMention[],
  ): boolean {
    if (!match.value) return true;
    const { full, areas } = match.value;
    const [first, second] = areas;
    const mention = this.resolve(match, hint);
    const isRead = mention && (!inside || isDivision(mention.area, hint));
    const deeper = isRead ? this.extend(mention, mentions) : null;
    const only =
      first !== undefined &&
      !second &&
      (full || isReadable(first, this.text.slice(match.start, match.end), null));
    return only && (deeper === null || deeper.sure);
  }

  private resolve(match: Match<AreaName | null>, hint: AreaRecord | null): AreaMention | null {
    const { start, end, value } = match;
    if (!value) return null;
    // The whole list where nothing is left out: most names are those of a province, a state, or printed in full.
    const readable = value.full ? value.areas : listReadable(value.areas, this.text.slice(start, end), hint);
    const area = this.choose(readable, hint);
    return area ? { start, end, area, chain: [area], full: value.full } : null;
  }

  /** Whether the text names the area of a code. */
  private isNamed(code: string | null): boolean {
    const known = this.named.get(code);
    if (known !== undefined) return known;
    const area = findArea(code);
    const named = area !== null && this.text.includes(area.shortNames[0] ?? area.name);
    this.named.set(code, named);
    return named;
  }

  private choose(areas: readonly AreaRecord[], hint: AreaRecord | null): AreaRecord | null {
    // One name of one area is chosen whatever stands near it.
    return areas.length < 2 ? (areas[0] ?? null) : this.chooseOfSeveral(areas, hint);
  }

  private chooseOfSeveral(areas: readonly AreaRecord[], hint: AreaRecord | null): AreaRecord | null {
    const near = findInside(areas, hint) ?? findInside(areas, this.own);
    if (near) return near;
    // 吉林 names 吉林市 no surer for being the name of the province as well.
    const named = areas.filter(
      ({ parent, parentCode, shortNames }) =>
        parent?.shortNames[0] !== shortNames[0] && this.isNamed(parentCode),
    );
    if (named.length === 1) return named[0] ?? null;
    const highest = Math.min(...areas.map((area) => RANK[area.level]));
    const first = areas.filter((area) => RANK[area.level] === highest);
    return first.length === 1 ? (first[0] ?? null) : null;
  }

  /** Whether the name of a division of its area may follow a mention at once: so names are read no deeper than divisions lie. */
  private goesOn({ area, end }: AreaMention): boolean {
    if (area.level === 'COUNTY' || !this.names.holdsAt(this.text, end)) return false;
    const named = this.names.listAt(this.text, end);
    return named.some(({ value }) => value !== null && findInside(value.areas, area) !== undefined);
  }

  /** Adds the mention to `mentions`, behind those that go on with a division of its area, which it gives. */
  private extend(mention: AreaMention, mentions: AreaMention[]): Reading | null {
    const { start, area, chain } = mention;
    const deeper = this.goesOn(mention) ? this.readNames(mention.end, { hint: area, inside: true }) : null;
    for (const next of deeper?.mentions ?? NONE)
      mentions.push({ ...next, start, chain: [...chain, ...next.chain] });
    mentions.push(mention);
    return deeper;
  }
}
