import type { Span } from '../../documents/model/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { parseNumeral } from '../text/numerals.ts';
import type { AreaMention, AreaReader } from './area-reader.ts';

const SEPARATORS = new CharacterSet('、，,和及与');
const COMMAS = new CharacterSet('，,');

/** 吉林白城、|吉林松原: a city that bears the name of its province is meant only where nothing of the province follows. */
function readLonger(
  areas: AreaReader,
  at: number,
  limit: number,
  hint: AreaRecord | null,
): AreaMention | null {
  const near = areas.readAt(at, limit, hint);
  const listed = near !== null && SEPARATORS.hasAt(areas.text, near.end);
  const far = hint && near && !listed ? areas.readAt(at, limit) : null;
  return far && near && far.end > near.end ? far : near;
}

/** More places than share an organ anywhere: a longer list is read in parts, or each of its places would be a list up to its end. */
const MOST = 60;

/**
 * A list of places: 上海市嘉定区、江苏省昆山、太仓. Short names of counties are read in `near`; `loose` where a comma may
 * stand behind the first.
 */
export function readPlaces(
  areas: AreaReader,
  { start, end: limit }: Span,
  { near = null, loose = false }: { readonly near?: AreaRecord | null; readonly loose?: boolean } = {},
): AreaMention[] {
  const { text } = areas;
  const places: AreaMention[] = [];
  for (let at = start; at < limit && places.length < MOST; ) {
    const before = places.at(-1);
    const hint = before ? (before.chain.at(-2) ?? before.area.parent) : near;
    const place = readLonger(areas, at, limit, hint);
    if (!place || place.area.level === 'COUNTRY') break;
    places.push(place);
    const open = COMMAS.hasAt(text, place.end) && places.length < 2;
    if (!SEPARATORS.hasAt(text, place.end) || (open && !loose)) break;
    at = place.end + 1;
  }
  return places;
}

const COUNT = /^的?([0-9]{1,2}|[二三四五六七八九十]{1,2})(?:家|个)(?:基层)?/;

/**
 * A list of places over commas that is counted at its end: 甲省乙县，丙省丁县、戊县的三家. Null where none begins at `start`, or
 * the count is another.
 */
export function readCountedList(
  areas: AreaReader,
  { start, end: limit }: Span,
): { readonly places: readonly AreaMention[]; readonly end: number } | null {
  const { text } = areas;
  const first = areas.readAt(start, limit);
  if (!first || text[first.end] !== '，' || !areas.readAt(first.end + 1, limit)) return null;
  const places = readPlaces(areas, { start, end: limit }, { loose: true });
  const last = places.at(-1)?.end ?? start;
  const match = COUNT.exec(text.slice(last, last + 10));
  const count = match?.[1] ? parseNumeral(match[1]) : null;
  return match && count === places.length ? { places, end: last + match[0].length } : null;
}
