import { findOpening } from '../bodies/body-openings.ts';
import { readCollective } from '../bodies/collective-organs.ts';
import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import { listAbbreviations } from '../lexicon/collectives.ts';
import { findOwn } from '../passage/page-region.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import type { TitleMention } from './agreement-titles.ts';
import type { Party } from './party.ts';

const NOT_SUBJECT = /[在于赴对向]$/;

/** Areas that one part of the text stands for, and where it ends. */
interface AreaReading {
  readonly end: number;
  readonly areas: readonly AreaRecord[];
  readonly implied: boolean;
}

/** A collective that is a subject: 三省一市政府共同签署. */
function readCollectiveSubject(text: string, at: number, to: number): AreaReading | null {
  const collective = readCollective(text, at, to);
  const isSubject =
    collective && /^(?:人民)?(?:政府)?(?:共同|联合|分别|正式|主要|$)/.test(text.slice(collective.end, to));
  return isSubject ? { ...collective, implied: true } : null;
}

const NUMBERS: Readonly<Record<string, number>> = { 双: 2, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };

/** 苏皖双方, 川滇黔三省: as many provinces by their letters as are counted. */
function readLetters(text: string, at: number): AreaReading | null {
  const letters = listAbbreviations();
  if (!letters.has(text[at] ?? '') || !letters.has(text[at + 1] ?? '') || letters.has(text[at - 1] ?? ''))
    return null;
  const areas = listTitleAreas(text.slice(at, at + 6));
  const end = at + areas.length;
  const count = /^([双两二三四五])(?:方|地|省市?)/.exec(text.slice(end, end + 3))?.[1];
  return NUMBERS[count ?? ''] === areas.length ? { end, areas, implied: true } : null;
}

/** Behind two short names: so many places that are one. */
const TOGETHER = /^(?:两[地市县区]|双方)/;
const COUNTS = new CharacterSet('两双');

/** 潼南遂宁|两地: two places whose short names run together. */
function readTogether({ text, areas }: Passage, at: number): AreaReading | null {
  if (
    !COUNTS.hasAt(text, at + 4) ||
    !TOGETHER.test(text.slice(at + 4, at + 6)) ||
    NOT_SUBJECT.test(text.slice(at - 1, at))
  )
    return null;
  const places = [at, at + 2].map((start) => areas.findShort(text.slice(start, start + 2)));
  const [first, second] = places;
  return first && second ? { end: at + 4, areas: [first, second], implied: false } : null;
}

/** 我省与某市: the page's own place. */
function readOwn({ text, region }: Passage, at: number): AreaReading | null {
  if (text[at] !== '我' || NOT_SUBJECT.test(text.slice(at - 1, at))) return null;
  const own = findOwn(region, text.slice(at, at + 2));
  return own ? { end: at + 2, areas: [own], implied: false } : null;
}

function readPlace({ text, areas }: Passage, at: number, to: number): AreaReading | null {
  const place = areas.readAt(at, to);
  if (!place) return null;
  const isSubject = !NOT_SUBJECT.test(text.slice(Math.max(0, at - 1), at));
  return { end: place.end, areas: isSubject ? [place.area] : [], implied: false };
}

/** What stands for places by none of their names. */
const readUnnamed = (passage: Passage, at: number) => readLetters(passage.text, at) ?? readOwn(passage, at);

/** What stands for places where a name begins: of a collective, of an area, of the first of two. */
const readNamed = (passage: Passage, at: number, to: number) =>
  readCollectiveSubject(passage.text, at, to) ??
  readLetters(passage.text, at) ??
  readTogether(passage, at) ??
  readOwn(passage, at) ??
  readPlace(passage, at, to);

/** The areas and collectives that a part of a clause names, but for those that only say where. */
export function listAreaSubjects(passage: Passage, from: number, to: number): Party[] {
  const { text } = passage;
  const parties: Party[] = [];
  let opening = from - 1;
  for (let at = from; at < to; ) {
    // A clause is read once for each instrument that it brings: where no name begins, little is asked.
    if (opening < at) opening = findOpening(text, at, to);
    const reading = at === opening ? readNamed(passage, at, to) : readUnnamed(passage, at);
    const end = reading?.end ?? at + 1;
    for (const area of reading?.areas ?? [])
      parties.push({ start: at, end, organisation: null, area, implied: reading?.implied ?? false });
    at = end;
  }
  return parties;
}

/** 苏皖共同建立…: the provinces that a title begins with. */
function listTitleAreas(title: string): AreaRecord[] {
  const abbreviations = listAbbreviations();
  const codes: string[] = [];
  for (const letter of title) {
    const code = abbreviations.get(letter);
    if (!code) break;
    codes.push(code);
  }
  return codes.length >= 2 ? codes.flatMap((code) => findArea(code) ?? []) : [];
}

/** 中华人民共和国政府和某国政府关于…: the states that a title begins with. */
export function listTitleStates({ areas, text }: Passage, { start, end }: TitleMention): Party[] {
  const parties: Party[] = [];
  for (let at = start; at < end; ) {
    const place = areas.readAt(at, end);
    if (place?.area.level !== 'COUNTRY') break;
    parties.push({
      start: place.start,
      end: place.end,
      organisation: null,
      area: place.area,
      implied: false,
    });
    const link = /^(?:共和国|王国|联邦)?(?:政府)?[和与同—]/.exec(text.slice(place.end, place.end + 8))?.[0];
    if (!link) break;
    at = place.end + link.length;
  }
  return parties.length >= 2 ? parties : [];
}

/** Of a collective only the provinces in the title sign. */
export function narrow(parties: readonly Party[], title: string): Party[] {
  const named = new Set(listTitleAreas(title).map(({ code }) => code));
  const inTitle = parties.filter(({ organisation, area }) =>
    named.has((organisation?.area ?? area)?.code ?? ''),
  );
  return inTitle.length >= 2 ? inTitle : [...parties];
}
