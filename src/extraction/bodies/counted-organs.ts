import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea } from '../lexicon/areas.ts';
import { listAbbreviations } from '../lexicon/collectives.ts';
import type { AreaReader } from '../passage/area-reader.ts';
import { Trie } from '../terms/trie.ts';
import { parseNumeral } from '../text/numerals.ts';
import type { BodyReading } from './body-reading.ts';
import { chooseDepartment, findDepartments } from './coordinated-organs.ts';
import { createOrganMention, findOrgan } from './local-organs.ts';

/** 两省, 九省区, 7省市, 三地: how many places are meant. */
const COUNT =
  /^([两二三四五六七八九十]{1,2}|[0-9]{1,2})个?(省区市|省（区、市）|省（市）|省（区）|省市区|省市|省区|省|市|区|县|州|地)/;

let openings: Trie<true> | undefined;

/** What 三省 and 川滇黔三省 begin with: a numeral or the letter of a province, and one of what may follow it. */
export function getCountedOpenings(): Trie<true> {
  openings ??= createOpenings();
  return openings;
}

function createOpenings(): Trie<true> {
  const trie = new Trie<true>();
  const letters = [...listAbbreviations().keys()].join('');
  for (const [firsts, seconds] of [
    ['两二三四五六七八九十0123456789', '个省市区县州地十0123456789'],
    [letters, letters],
  ] as const)
    for (const first of firsts) for (const second of seconds) trie.set(first + second, true);
  return trie;
}

/** Places that a text lists or counts, and where the words end. */
interface CountedAreas {
  readonly end: number;
  readonly areas: readonly AreaRecord[];
}

const NOWHERE: readonly AreaRecord[] = [];

/** 川滇黔|三省: the provinces that a row of letters stands for; of a longer row than there are provinces no more than those. */
function readLetters(text: string, start: number): CountedAreas {
  const abbreviations = listAbbreviations();
  const areas: AreaRecord[] = [];
  for (let at = start; areas.length < abbreviations.size; at++) {
    const area = findArea(abbreviations.get(text[at] ?? '') ?? null);
    if (!area) return { end: at, areas };
    areas.push(area);
  }
  return { end: start + areas.length, areas };
}

const LINK = /^[、和与及]/;

/** The lists of divisions that a text names, as 安徽、浙江 or 安徽省与浙江省, in its order. */
function listLists(areas: AreaReader): (readonly AreaRecord[])[] {
  const { text } = areas;
  const lists: AreaRecord[][] = [];
  let last = -1;
  for (let at = areas.findNext(0, text.length); at < text.length; ) {
    const place = areas.readAt(at, text.length);
    const list = lists.at(-1);
    if (place && place.area.level !== 'COUNTRY') {
      if (list && last === at - 1 && LINK.test(text[last] ?? '')) list.push(place.area);
      else lists.push([place.area]);
      last = place.end;
    }
    at = areas.findNext(place?.end ?? at + 1, text.length);
  }
  return lists;
}

/** The lists of an article, and what they were asked for. */
interface Lists {
  readonly all: readonly (readonly AreaRecord[])[];
  readonly found: Map<string, readonly AreaRecord[]>;
}

const LISTS = new WeakMap<AreaReader, Lists>();

function getLists(areas: AreaReader): Lists {
  const known = LISTS.get(areas);
  if (known) return known;
  const lists = { all: listLists(areas), found: new Map<string, readonly AreaRecord[]>() };
  LISTS.set(areas, lists);
  return lists;
}

/** The first list of just so many divisions of one rank that the text holds; empty where none does. */
function findList(areas: AreaReader, count: number, word: string): readonly AreaRecord[] {
  const { all, found } = getLists(areas);
  const known = found.get(`${count}${word}`);
  if (known) return known;
  const isProvincial = word.startsWith('省');
  const fits = ({ level, name }: AreaRecord) =>
    word === '地' || (level === 'PROVINCE') === isProvincial || (word === '市' && name.endsWith('市'));
  const list = all.find((each) => each.length === count && each.every(fits)) ?? NOWHERE;
  found.set(`${count}${word}`, list);
  return list;
}

/** The first list of just so many divisions that an article holds; empty where none does. */
export const listCountedPlaces = (areas: AreaReader, count: number): readonly AreaRecord[] =>
  findList(areas, count, '地');

/** A count of places, and where its words end. */
interface Count {
  readonly end: number;
  readonly row: readonly AreaRecord[];
  readonly number: string;
  readonly word: string;
}

function readCount(text: string, start: number): Count | null {
  if (!getCountedOpenings().holdsAt(text, start)) return null;
  const row = readLetters(text, start);
  const match = COUNT.exec(text.slice(row.end, row.end + 10));
  if (!match) return null;
  const [printed, number = '', word = ''] = match;
  return { end: row.end + printed.length, row: row.areas, number, word };
}

/** The places that 两省 or 川滇黔三省 stands for in a text; none where it does not say which. */
function listCounted(areas: AreaReader, { row, number, word }: Count): readonly AreaRecord[] {
  const count = number === '两' ? 2 : parseNumeral(number);
  if (count === null || count < 2 || (row.length > 0 && row.length !== count)) return NOWHERE;
  return row.length > 0 ? row : findList(areas, count, word);
}

/** 七省|法院 are all the courts of seven provinces, 三省|人大 all their congresses. */
const ALL = /^(?:法院(?!长)|人大(?!常委会))/;
const LONGEST_ALL = 5;

/** Whether the organ at an offset, said of several places, is any of its kind that lies in them. */
const isAnyOfKind = (text: string, at: number): boolean => ALL.test(text.slice(at, at + LONGEST_ALL));

/** The organ that stands behind a count of places, as each of them has it. */
export function readOrganOf(text: string, at: number, limit: number) {
  const departments = findDepartments(text, at, limit);
  if (departments) {
    const organOf = (area: AreaRecord) =>
      ({ canonical: chooseDepartment(area, departments.forms), classification: 'DEPARTMENT' }) as const;
    return { end: departments.end, organOf, isDepartment: true };
  }
  const organ = isAnyOfKind(text, at) ? null : findOrgan(text, at, limit, false);
  return organ && { end: organ.end, organOf: () => organ.organ, isDepartment: false };
}

/**
 * Reads an organ of places that are counted: 两省生态环境厅 where the text lists two provinces, 川滇黔三省政府. Null where
 * none begins at `start`. Each mention spans the whole phrase and is implied.
 */
export function readCountedOrgans(areas: AreaReader, start: number, limit: number): BodyReading | null {
  const count = readCount(areas.text, start);
  const organ = count && count.end < limit ? readOrganOf(areas.text, count.end, limit) : null;
  if (!count || !organ) return null;
  const { end, organOf } = organ;
  const mentions = listCounted(areas, count).map((area) =>
    createOrganMention({ start, end }, { area, chain: [area] }, organOf(area), true),
  );
  return mentions.length > 0 ? { end, mentions } : null;
}
