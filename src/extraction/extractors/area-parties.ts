import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import { listAbbreviations } from '../lexicon/collectives.ts';
import type { TitleMention } from './agreement-titles.ts';
import { readCollective } from './collective-organs.ts';
import type { Party } from './party.ts';
import type { Passage } from './passage.ts';

const NOT_SUBJECT = /[在于赴对向]$/;

/** The areas and collectives that a part of a clause names, but for those that only say where. */
export function listAreaSubjects(passage: Passage, from: number, to: number): Party[] {
  const { text, areas } = passage;
  const parties: Party[] = [];
  for (let at = from; at < to; ) {
    const collective = readCollective(text, at, to);
    if (
      collective &&
      /^(?:人民)?(?:政府)?(?:共同|联合|分别|正式|主要|$)/.test(text.slice(collective.end, to))
    ) {
      const end = collective.end;
      parties.push(
        ...collective.areas.map((area) => ({ start: at, end, organisation: null, area, implied: true })),
      );
      at = end;
      continue;
    }
    const letters = /^(?:双方|[两三四]地|[两三四]省市?|[两三四]方)/.test(text.slice(at + 2, at + 4))
      ? listTitleAreas(text.slice(at, at + 2))
      : [];
    if (letters.length === 2) {
      parties.push(
        ...letters.map((area) => ({ start: at, end: at + 2, organisation: null, area, implied: true })),
      );
      at += 2;
      continue;
    }
    const place = areas.readAt(at, to);
    if (place && !NOT_SUBJECT.test(text.slice(Math.max(0, at - 1), at))) {
      parties.push({
        start: place.start,
        end: place.end,
        organisation: null,
        area: place.area,
        implied: false,
      });
    }
    at = place?.end ?? at + 1;
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
