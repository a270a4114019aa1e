import type { Span } from '../../documents/model/source-document.ts';
import { getNamedBodies } from '../bodies/named-bodies.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { findFirst } from '../text/spans.ts';
import { isJoined, isOpening, uniqueGroup } from './party.ts';

/** 双方, 三地: how many parties are meant without being named. */
const UNNAMED =
  /(双|两|三|四|五)(?:方|地|省|市|区|省市|家|国)(?:政府|单位|部门|生态环境部门)?(?:共同|联合|分别|正式|还|现场|就|代表)?[^，。；]{0,12}$/;
const COUNTS: Readonly<Record<string, number>> = { 双: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** How many parties 双方 or 三地 stands for at the end of a part of a sentence; 0 where none does. */
export const countParties = (part: string) => COUNTS[UNNAMED.exec(part)?.[1] ?? ''] ?? 0;

/** 三省市生态环境部门, 两市水利局: so many departments of one kind, each of a place named before. */
const DEPARTMENTS =
  /(两|三|四|五)(?:省区市|省一市|省市|省区|省|市|区|县|地|方)(?:的)?([\u4e00-\u9fff]{2,6}?)(?:主管|行政|工作)?(?:部门|[厅局委])(?:负责人|负责同志|代表)?(?:共同|联合|分别|正式|还|现场)*$/;

/** The departments of one kind that the text named before, one of each place, if there are just so many. */
export function listDepartments(
  text: string,
  organisations: readonly OrganisationMention[],
  { start, end }: Span,
): OrganisationMention[] {
  const [, count = '', kind = ''] = DEPARTMENTS.exec(text.slice(start, end)) ?? [];
  return kind ? getNamedBodies(organisations).listOfKind(kind, end, COUNTS[count] ?? 0) : [];
}

/** So many bodies before 双方 are looked through for those whom it means. */
const FARTHEST = 100;

/** The bodies that end at or before an offset, the nearest in the order of the text, without those that a longer name opens with. */
function listLast(organisations: readonly OrganisationMention[], at: number): OrganisationMention[] {
  const last = findFirst(organisations, at);
  const near = organisations.slice(Math.max(0, last - FARTHEST), last + 1);
  return near.filter(({ end }, i) => end <= at && !isOpening(near, i));
}

/** The bodies that 双方 or 三地 points back to: the last string of so many before `at`. */
export function listPointedTo(
  text: string,
  organisations: readonly OrganisationMention[],
  { start, end: at }: Span,
): OrganisationMention[] {
  const count = countParties(text.slice(start, at));
  if (!count) return [];
  const before = listLast(organisations, at);
  for (let i = before.length - 1; i >= 0; i--) {
    if (i > 0 && isJoined(text, before[i - 1], before[i])) continue;
    const group = uniqueGroup(text, before.slice(i));
    if (group.length === count && areApart(group)) return group;
  }
  return [];
}

/** 省委、省政府 of one province are one side, not two. */
function areApart(group: readonly OrganisationMention[]): boolean {
  const areas = group.map(({ area, classification }) =>
    area && (classification === 'PARTY' || classification === 'GOVERNMENT') ? area.code : null,
  );
  return areas.every((code, i) => code === null || areas.indexOf(code) === i);
}

/** 与环境局签署: a body that the clause names by the end of its name; null where the text names none in full before. */
export function findPartner(
  text: string,
  organisations: readonly OrganisationMention[],
  verbStart: number,
): OrganisationMention | null {
  const words = /[与同和]([\u4e00-\u9fff]{3,16}?)(?:共同|正式|分别|现场|在[^，。；]{1,10})?$/.exec(
    text.slice(Math.max(0, verbStart - 30), verbStart),
  )?.[1];
  const start = verbStart - (words?.length ?? 0);
  const full = words ? getNamedBodies(organisations).findEnding(words) : null;
  if (full && full.end > start) return null;
  return full ? { ...full, start, end: verbStart } : null;
}
