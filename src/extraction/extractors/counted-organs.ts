import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea } from '../lexicon/areas.ts';
import { listAbbreviations } from '../lexicon/collectives.ts';
import { parseNumeral } from '../numerals.ts';
import type { AreaReader } from './area-reader.ts';
import type { BodyReading } from './body-reading.ts';
import { chooseDepartment, findDepartments } from './coordinated-organs.ts';
import { createOrganMention, findOrgan } from './local-organs.ts';

/** 两省, 九省区, 7省市, 三地: how many places are meant. */
const COUNT =
  /^([两二三四五六七八九十]{1,2}|[0-9]{1,2})个?(省区市|省（区、市）|省（市）|省（区）|省市区|省市|省区|省|市|区|县|州|地)/;

const NUMERALS = new Set('两二三四五六七八九十0123456789');
const COUNTED = new Set('个省市区县州地十0123456789');

let letters: ReadonlySet<string> | undefined;

/** Whether 三省 or 川滇黔三省 may begin at an offset. */
export function mayBeginCounted(text: string, at: number): boolean {
  letters ??= new Set(listAbbreviations().keys());
  const [first = '', second = ''] = [text[at], text[at + 1]];
  return (NUMERALS.has(first) && COUNTED.has(second)) || (letters.has(first) && letters.has(second));
}

/** Places that a text lists or counts, and where the words end. */
interface CountedAreas {
  readonly end: number;
  readonly areas: readonly AreaRecord[];
}

const NOWHERE: readonly AreaRecord[] = [];

/** 川滇黔|三省: the provinces that a row of letters stands for. */
function readLetters(text: string, start: number): CountedAreas {
  const abbreviations = listAbbreviations();
  const areas: AreaRecord[] = [];
  for (let at = start; ; at++) {
    const area = findArea(abbreviations.get(text[at] ?? '') ?? null);
    if (!area) return { end: at, areas };
    areas.push(area);
  }
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

const LISTS = new WeakMap<AreaReader, readonly (readonly AreaRecord[])[]>();

/** The first list of just so many divisions of one rank that the text holds; empty where none does. */
function findList(areas: AreaReader, count: number, word: string): readonly AreaRecord[] {
  const lists = LISTS.get(areas) ?? listLists(areas);
  LISTS.set(areas, lists);
  const isProvincial = word.startsWith('省');
  const fits = ({ level, name }: AreaRecord) =>
    word === '地' || (level === 'PROVINCE') === isProvincial || (word === '市' && name.endsWith('市'));
  return lists.find((list) => list.length === count && list.every(fits)) ?? NOWHERE;
}

/** The places that 两省 or 川滇黔三省 stands for in a text; null where it does not say which. */
function readCountedAreas(areas: AreaReader, start: number): CountedAreas | null {
  const { text } = areas;
  const row = readLetters(text, start);
  const match = COUNT.exec(text.slice(row.end, row.end + 10));
  if (!match) return null;
  const [printed, number = '', word = ''] = match;
  const count = number === '两' ? 2 : parseNumeral(number);
  if (count === null || count < 2 || (row.areas.length > 0 && row.areas.length !== count)) return null;
  const named = row.areas.length > 0 ? row.areas : findList(areas, count, word);
  return named.length === count ? { end: row.end + printed.length, areas: named } : null;
}

/**
 * Reads an organ of places that are counted: 两省生态环境厅 where the text lists two provinces, 川滇黔三省政府. Null where
 * none begins at `start`. Each mention spans the whole phrase and is implied.
 */
export function readCountedOrgans(areas: AreaReader, start: number, limit: number): BodyReading | null {
  if (!mayBeginCounted(areas.text, start)) return null;
  const counted = readCountedAreas(areas, start);
  if (!counted || counted.end >= limit) return null;
  const departments = findDepartments(areas.text, counted.end, limit);
  // 七省法院 are all the courts of seven provinces.
  const plain = /^(?:法院(?!长)|人大(?!常委会)|政协)/.test(areas.text.slice(counted.end, counted.end + 3));
  const organ = departments || plain ? null : findOrgan(areas.text, counted.end, limit, false);
  const end = departments?.end ?? organ?.end;
  if (end === undefined) return null;
  const mentions = counted.areas.map((area) => {
    const of = departments
      ? ({ canonical: chooseDepartment(area, departments.forms), classification: 'DEPARTMENT' } as const)
      : (organ?.organ ?? { canonical: '', classification: 'OTHER' });
    return createOrganMention({ start, end }, { area, chain: [area] }, of, true);
  });
  return { end, mentions };
}
