import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import type { AreaMention } from '../passage/area-reader.ts';
import type { Passage } from '../passage/passage.ts';
import { listWithin } from '../text/spans.ts';

/** 在山东大厦: a house that bears the name of a province may stand anywhere. */
const HOUSE = /^(?:大厦|宾馆|饭店|大酒店|酒店|会堂|厅)/;

/** Whether the name of a place is that of a house. */
export const isHouse = (text: string, { area, end }: AreaMention) =>
  area.level === 'PROVINCE' && !area.name.endsWith('市') && HOUSE.test(text.slice(end, end + 3));

/** 在甲法院|举办: the place that a body is named by where it is the venue. */
const AT_BODY = /^(?:机关)?(?:联合|共同|组织)?(?:召开|举行|举办)/;

/** The places of the bodies at which a part of the text says that something was held. */
export function listHostPlaces(
  { text }: Passage,
  sentence: Span,
  organisations: readonly OrganisationMention[],
): (Span & { readonly area: AreaRecord })[] {
  return listWithin(organisations, sentence).flatMap(({ start, end, area }) => {
    const named =
      area !== null && area.level !== 'PROVINCE' && text.startsWith(area.shortNames[0] ?? area.name, start);
    return named && text[start - 1] === '在' && AT_BODY.test(text.slice(end, end + 8))
      ? [{ area, start, end }]
      : [];
  });
}
