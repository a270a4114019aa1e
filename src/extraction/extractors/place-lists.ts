import type { Span } from '../../documents/source-document.ts';
import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import type { AreaMention, AreaReader } from './area-reader.ts';

const SEPARATOR = /^[、，,和及与]$/;
/** 吉林白城、|吉林松原: a city that bears the name of its province is meant only where nothing of the province follows. */
function readLonger(
  areas: AreaReader,
  at: number,
  limit: number,
  hint: AreaRecord | null,
): AreaMention | null {
  const near = areas.readAt(at, limit, hint);
  const far = hint && near ? areas.readAt(at, limit) : null;
  return far && near && far.end > near.end ? far : near;
}

/** A list of places: 上海市嘉定区、江苏省昆山、太仓. */
export function readPlaces(
  areas: AreaReader,
  { start, end: limit }: Span,
  near: AreaRecord | null = null,
): AreaMention[] {
  const { text } = areas;
  const places: AreaMention[] = [];
  for (let at = start; at < limit; ) {
    const before = places.at(-1);
    const hint = before ? (before.chain.at(-2) ?? findArea(before.area.parentCode)) : near;
    const place = readLonger(areas, at, limit, hint);
    if (!place || place.area.level === 'COUNTRY') break;
    places.push(place);
    const separator = text[place.end] ?? '';
    if (!SEPARATOR.test(separator) || (/[，,]/.test(separator) && places.length < 2)) break;
    at = place.end + 1;
  }
  return places;
}
