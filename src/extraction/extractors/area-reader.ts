import type { Span } from '../../documents/source-document.ts';
import { type AreaRecord, findArea, isWithin, listAreas } from '../lexicon/areas.ts';
import { isHan } from '../lexicon/name-words.ts';
import { type Match, Trie } from '../trie.ts';

/** A place name in a text: the most specific area of 浙江省湖州市, with the areas printed before it. */
export interface AreaMention extends Span {
  readonly area: AreaRecord;
  /** The areas of the name from the largest to `area`. */
  readonly chain: readonly AreaRecord[];
  /** Whether the last name of the chain is printed in full (湖州市), not in short (湖州). */
  readonly full: boolean;
}

interface AreaName {
  readonly full: boolean;
  readonly areas: readonly AreaRecord[];
}

/** Short names of prefectures that are words as well: read behind their province only. To extend: add the name. */
const WORDLIKE = new Set(
  '来宾 白银 朝阳 兴安 海北 海东 海西 黄南 山南 安康 日照 三明 内江 阿里 黄山 红河 怒江 长治 中山 四平 白山 文山 大同 海南州'.split(
    ' ',
  ),
);

/** Words that hold the name of an area without naming it. To extend: add the word. */
const NO_AREAS =
  '长治久安 孙中山 北京时间 中国共产党 中国特色 中国式 中国人民 中国人 中国梦 中国工农红军 上海合作组织 内蒙古草原 贵州茅台 中国农工民主党 南京大屠杀 中国队 中国国民党 中国民主 以色列人 北京冬奥会 南昌起义 遵义会议 延安精神 延安时期 ' +
  '北京路 上海路 南京路 南京东路 南京西路 青海湖 吉林大学 中国天眼 中国红 云南白药 苏州河 中国结 伊宁路 长春花 天水围 河北梆子 黄山松 古田会议 古田镇';

/** 延边州, 张家川县: autonomous divisions without the names of their peoples are as clear as in full. */
const REGION = /^..+[州县]$/;

function createTrie(): Trie<AreaName | null> {
  const names = new Map<string, { full: boolean; areas: AreaRecord[] }>();
  const add = (name: string, area: AreaRecord, full: boolean) => {
    const entry = names.get(name);
    if (!entry) names.set(name, { full, areas: [area] });
    else if (entry.full === full) entry.areas.push(area);
  };
  for (const area of listAreas()) add(area.name, area, true);
  for (const area of listAreas()) {
    for (const name of area.shortNames)
      if (name.length > 1) add(name, area, area.level === 'COUNTRY' || REGION.test(name));
  }
  const trie = new Trie<AreaName | null>(names);
  for (const word of NO_AREAS.split(' ')) trie.set(word, null);
  return trie;
}

let trie: Trie<AreaName | null> | undefined;

function isReadable(area: AreaRecord, name: string, full: boolean, hint: AreaRecord | null): boolean {
  if (full || area.level === 'PROVINCE' || area.level === 'COUNTRY') return true;
  const inside = hint !== null && hint.level !== 'COUNTRY' && hint.code !== area.code && isWithin(area, hint);
  return inside || (area.level === 'CITY' && !WORDLIKE.has(name));
}

const NONE: AreaMention[] = [];
const NO_NAMES: readonly Match<AreaName | null>[] = [];
const RANK = { COUNTRY: 0, PROVINCE: 1, CITY: 2, COUNTY: 3 } as const;

/** Whether the name of an area may begin at an offset. */
export function mayBeginArea(text: string, at: number): boolean {
  trie ??= createTrie();
  return trie.mayBeginAt(text, at);
}

/** 某某和县委书记: the first character of 和县 joins two persons. */
const isConjunction = (text: string, start: number) =>
  text[start] === '和' &&
  /^和县(?:委|长|政府|人大|政协)/.test(text.slice(start, start + 4)) &&
  isHan(text[start - 1]);

/** Reads the names of areas in one article. */
export class AreaReader {
  /** The text that it reads. */
  readonly text: string;
  /** What the trie holds at an offset: the same places are asked for many times. */
  readonly #names = new Map<number, readonly Match<AreaName | null>[]>();
  readonly #named = new Map<string | null, boolean>();
  /** Decides between areas of one name where the text next to it does not: the page's own province. */
  home: AreaRecord | null = null;
  /** The page's own city, or its province: in it the short names of counties are read where several share an organ. */
  near: AreaRecord | null = null;

  constructor(text: string) {
    this.text = text;
    trie ??= createTrie();
  }

  /** The first offset from `start` on where the name of an area may begin; `limit` where none does before it. */
  findNext(start: number, limit: number): number {
    return trie?.findNext(this.text, start, limit) ?? limit;
  }

  /** Whether a name that may be an area's begins at an offset. */
  hasNameAt(start: number): boolean {
    return mayBeginArea(this.text, start) && this.#listNames(start).length > 0;
  }

  /**
   * The area whose name begins at `start`, with the divisions of it that follow at once; null where none
   * begins. `hint` is an area in which the name is to be looked for first; short names of counties are read
   * in such an area only.
   *
   * @example new AreaReader('在浙江湖州召开').readAt(1, 7)?.area.name // '湖州市'
   */
  readAt(start: number, limit: number, hint: AreaRecord | null = null): AreaMention | null {
    if (!this.hasNameAt(start)) return null;
    return this.listAt(start, limit, hint)[0] ?? null;
  }

  /** The readings of the name that begins at `start`, the longest first: 上海市, 上海. */
  listAt(start: number, limit: number, hint: AreaRecord | null = null): AreaMention[] {
    const matches = mayBeginArea(this.text, start) ? this.#listNames(start) : NO_NAMES;
    if (matches.length === 0 || matches[0]?.value === null) return NONE;
    const mentions: AreaMention[] = [];
    for (const match of matches) {
      const mention = match.end > limit ? null : this.#resolve(match, hint);
      if (mention) this.#extend(mention, limit, mentions);
    }
    return mentions;
  }

  #listNames(start: number): readonly Match<AreaName | null>[] {
    if (isConjunction(this.text, start)) return NO_NAMES;
    const known = this.#names.get(start);
    if (known) return known;
    const names = trie?.listAt(this.text, start) ?? NO_NAMES;
    if (names.length > 0) this.#names.set(start, names);
    return names;
  }

  #resolve(match: Match<AreaName | null>, hint: AreaRecord | null): AreaMention | null {
    const { start, end, value } = match;
    if (!value) return null;
    const name = this.text.slice(start, end);
    // The whole list where nothing is left out: most names are those of a province, a state, or printed in full.
    const readable = value.full
      ? value.areas
      : value.areas.filter((area) => isReadable(area, name, false, hint));
    const area = this.#choose(readable, hint);
    return area ? { start, end, area, chain: [area], full: value.full } : null;
  }

  /** Whether the text names the area of a code. */
  #isNamed(code: string | null): boolean {
    const known = this.#named.get(code);
    if (known !== undefined) return known;
    const area = findArea(code);
    const named = area !== null && this.text.includes(area.shortNames[0] ?? area.name);
    this.#named.set(code, named);
    return named;
  }

  #choose(areas: readonly AreaRecord[], hint: AreaRecord | null): AreaRecord | null {
    // One name of one area is chosen whatever stands near it.
    if (areas.length < 2) return areas[0] ?? null;
    for (const area of [hint, this.home]) {
      const inside = (each: AreaRecord) => area !== null && each.code !== area.code && isWithin(each, area);
      const first = areas.find(inside);
      if (first) return first;
    }
    // 吉林 names 吉林市 no surer for being the name of the province as well.
    const named = areas.filter(
      ({ parentCode, shortNames }) =>
        findArea(parentCode)?.shortNames[0] !== shortNames[0] && this.#isNamed(parentCode),
    );
    if (named.length === 1) return named[0] ?? null;
    const highest = Math.min(...areas.map((area) => RANK[area.level]));
    const first = areas.filter((area) => RANK[area.level] === highest);
    return first.length === 1 ? (first[0] ?? null) : null;
  }

  /** Adds the mention to `mentions`, behind those that go on with a division of its area. */
  #extend(mention: AreaMention, limit: number, mentions: AreaMention[]): void {
    const { start, area, chain } = mention;
    const deeper = area.level === 'COUNTY' ? NONE : this.listAt(mention.end, limit, area);
    for (const next of deeper)
      if (next.area.code !== area.code && isWithin(next.area, area))
        mentions.push({ ...next, start, chain: [...chain, ...next.chain] });
    mentions.push(mention);
  }
}
