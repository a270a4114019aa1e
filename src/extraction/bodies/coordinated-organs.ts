import type { AreaRecord } from '../lexicon/areas.ts';
import { type DepartmentForms, listDepartmentFields } from '../lexicon/local-organs.ts';
import type { AreaMention, AreaReader } from '../passage/area-reader.ts';
import { readCountedList, readPlaces } from '../passage/place-lists.ts';
import { Trie } from '../terms/trie.ts';
import type { BodyReading } from './body-reading.ts';
import {
  createAreaPrefix,
  createOrganMention,
  findOrgan,
  findOrganBehind,
  type OrganMatch,
} from './local-organs.ts';
import { findSuffix } from './name-runs.ts';
import { createMention } from './organisation-mention.ts';

let fields: Trie<DepartmentForms> | undefined;

const DEPARTMENT_WORD =
  /^(主管部门|部门|机关(?!党委|干部|报|刊|事务)|[厅局委][（(][厅局委][）)]|厅局|厅|局|委)/;

/** The departments of a field (生态环境部门) of each area, and where the words end; null where no field begins at `at`. */
export function findDepartments(text: string, at: number, limit: number) {
  fields ??= new Trie(listDepartmentFields());
  for (const { end, value } of fields.listAt(text, at, limit)) {
    const word = DEPARTMENT_WORD.exec(text.slice(end, Math.min(limit, end + 5)))?.[0];
    if (word && !text.startsWith('分局', end + word.length)) return { end: end + word.length, forms: value };
  }
  return null;
}

/** 江苏省 → 生态环境厅, 上海市 and 苏州市 → 生态环境局. */
export function chooseDepartment(area: AreaRecord, forms: DepartmentForms): string {
  if (area.level !== 'PROVINCE') return forms.local;
  return area.name.endsWith('市') ? forms.municipality : forms.province;
}

const CLOSING =
  /^(?:等)?[）)]?(?:[两二三四五六七八九十0-9]{1,2}(?:个)?(?:地|省区市|省（区、市）|省（市）|省（区）|省\(市\)|省市区|省市|省区|市县|区县|省|市|区|县|州|家)?(?:基层)?)?/;

/** The last place may be read in short (无锡 + 市政府) where the whole name leaves no organ behind it. */
function listLastReadings(
  areas: AreaReader,
  last: AreaMention,
  limit: number,
  hint: AreaRecord | null,
): AreaMention[] {
  return [last, ...areas.listAt(last.start, limit, hint).filter(({ end }) => end !== last.end)];
}

/** 河南、山东两省|人民政府: an organ that every one of the counted places has. */
function readOrganOfAll(text: string, places: readonly AreaMention[], at: number, limit: number) {
  const match = findOrgan(text, at, limit, false);
  if (match && text.startsWith('分局', match.end)) return null;
  return match && { end: match.end, list: places, organ: match.organ, forms: null, plain: false };
}

/** Places and what they share: an organ, or a field with a department for each. */
interface Shared {
  readonly end: number;
  readonly list: readonly AreaMention[];
  readonly organ: OrganMatch['organ'] | null;
  readonly forms: DepartmentForms | null;
  readonly plain: boolean;
}

function readShared(
  text: string,
  areas: AreaReader,
  places: readonly AreaMention[],
  limit: number,
): Shared | null {
  const last = places.at(-1);
  if (!last) return null;
  const hint = places.at(-2)?.chain.at(-2) ?? null;
  for (const reading of listLastReadings(areas, last, limit, hint)) {
    const match = findOrganBehind(text, reading, limit);
    if (match)
      return {
        end: match.end,
        list: [...places.slice(0, -1), reading],
        organ: match.organ,
        forms: null,
        plain: true,
      };
  }
  const gap = places.length > 1 ? (CLOSING.exec(text.slice(last.end, last.end + 10))?.[0].length ?? 0) : 0;
  const departments = findDepartments(text, last.end + gap, limit);
  if (!departments) return gap > 1 ? readOrganOfAll(text, places, last.end + gap, limit) : null;
  return { end: departments.end, list: places, organ: null, forms: departments.forms, plain: false };
}

function getOrgan({ organ, forms }: Shared, area: AreaRecord): OrganMatch['organ'] {
  if (organ) return organ;
  return { canonical: forms ? chooseDepartment(area, forms) : '', classification: 'DEPARTMENT' };
}

/** Offices that every division of one rank has under one name. */
const COMMON = /(?:总队|支队|监测站|监测中心|执法局)$/;

/** 甲省、乙省生态环境执法总队: other words than those of an organ that places of one rank share. */
function readSharedName(text: string, places: readonly AreaMention[], limit: number): BodyReading | null {
  const last = places.at(-1);
  if (!last || places.length < 2 || places.some(({ area }) => area.level !== last.area.level)) return null;
  const suffix = findSuffix(text, last.end, limit, true);
  const rest = suffix ? text.slice(last.end, suffix.end) : '';
  if (!suffix || !COMMON.test(rest)) return null;
  const mentions = places.map(({ start, end, area, chain }, i) => {
    const span = { start, end: i === places.length - 1 ? suffix.end : end };
    return createMention(span, createAreaPrefix(area, chain) + rest, suffix.classification, {
      area,
      implied: true,
    });
  });
  return { end: suffix.end, mentions };
}

/** The organ of each of the places; the last mention spans the organ too. */
const listOrgans = (shared: Shared) =>
  shared.list.map((place, i) => {
    const end = i === shared.list.length - 1 ? shared.end : place.end;
    const organ = getOrgan(shared, place.area);
    return createOrganMention({ start: place.start, end }, place, organ, !shared.plain);
  });

/**
 * Reads one or several divisions with the organ that they share: 湖州市、无锡市政府 names two governments.
 * Empty where no organ follows. Of several mentions each spans its own division; the last one the organ too.
 *
 * @example 上海市嘉定区、青浦区生态环境局 // 上海市嘉定区生态环境局, 上海市青浦区生态环境局
 */
export function readCoordinatedOrgans(
  text: string,
  areas: AreaReader,
  start: number,
  limit: number,
): BodyReading | null {
  const span = { start, end: limit };
  const places = readPlaces(areas, span);
  const local = places.length === 0 && areas.near ? readPlaces(areas, span, { near: areas.near }) : [];
  const counted = places.length === 1 ? readCountedList(areas, span) : null;
  const shared = counted
    ? readOrganOfAll(text, counted.places, counted.end, limit)
    : readShared(text, areas, local.length > 1 ? local : places, limit);
  if (!shared) return readSharedName(text, places, limit);
  return { end: shared.end, mentions: listOrgans(shared) };
}
