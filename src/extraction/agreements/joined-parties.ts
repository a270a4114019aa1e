import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import { listWithin } from '../text/spans.ts';
import { listAreaSubjects } from './area-parties.ts';
import { isJoined, isOpening, ofOrganisation, type Party, uniqueGroup } from './party.ts';
import type { PartyScope } from './party-clauses.ts';

/** 我省与某院, 某会与某县: the one body of a clause with the places that it is joined to; null where there are none. */
export function findAreaBeside(
  passage: Passage,
  { start: from, end }: Span,
  body: OrganisationMention | undefined,
): Party[] | null {
  if (!body) return null;
  const { text } = passage;
  const behind = listAreaSubjects(passage, body.end, end);
  const joined = behind[0] && /^[与和同]/.test(text.slice(body.end, body.end + 1));
  if (joined && behind[0] && behind[0].start - body.end < 4) return [ofOrganisation(body), ...behind];
  const areas = listAreaSubjects(passage, from, body.start);
  const last = areas.at(-1);
  if (!last || !/^[与和同]$/.test(text.slice(last.end, body.start))) return null;
  const first = areas.findLastIndex(
    ({ start }, i) => !/^[、和与]$/.test(text.slice(areas[i - 1]?.end ?? start, start)),
  );
  return [...areas.slice(first), ofOrganisation(body)];
}

/** 分别代表甲政府和乙部|签订 */
const REPRESENTING = '代表';

/** The bodies that those who sign are said to sign for; empty where the clause names fewer than two. */
export function listRepresented(
  { text }: Passage,
  { start, end }: Span,
  organisations: readonly OrganisationMention[],
): Party[] {
  const offset = text.slice(start, end).lastIndexOf(REPRESENTING);
  if (offset < 0) return [];
  const at = start + offset;
  const inside = listWithin(organisations, { start: at, end });
  const group = uniqueGroup(
    text,
    inside.filter((_, i) => !isOpening(inside, i)),
  );
  return group.length > 1 ? group.map(ofOrganisation) : [];
}

/** 甲与乙签订《A》，|与丙签订《B》: a clause that opens with its second party goes on with the first. */
const GOES_ON = /^(?:并|还|又|再)?(?:分别)?[与同和](?!会)/;

/** Parties up to the word that joins the others to them: 甲 of 甲与乙. */
function cutAtLink(text: string, parties: readonly Party[]): Party[] {
  const at = parties.findIndex(({ end }, i) =>
    /[与同和]/.test(text.slice(end, parties[i + 1]?.start ?? end)),
  );
  return at < 0 ? [] : parties.slice(0, at + 1);
}

/** The first party of the clauses before one that opens with 与; empty where it does not, or they name none. */
export function listContinued(
  passage: Passage,
  from: number,
  clause: number,
  organisations: readonly OrganisationMention[],
): Party[] {
  const { text } = passage;
  if (clause <= from || !GOES_ON.test(text.slice(clause, clause + 6))) return [];
  const bodies = listWithin(organisations, { start: from, end: clause }).map(ofOrganisation);
  const first = cutAtLink(text, bodies);
  return first.length > 0 ? first : cutAtLink(text, listAreaSubjects(passage, from, clause));
}

/** The bodies of a clause, and of a list that runs into it over commas; not those where it only says that it was signed. */
export function listInClause(
  text: string,
  organisations: readonly OrganisationMention[],
  { from, clause, end }: PartyScope,
): OrganisationMention[] {
  const named = listWithin(organisations, { start: from, end }).filter(
    (mention, i, all) => !isOpening(all, i) && text[mention.start - 1] !== '在',
  );
  let first = named.findIndex(({ start }) => start >= clause);
  if (first < 0) return [];
  while (
    first > 0 &&
    named[first]?.implied &&
    named[first - 1]?.implied &&
    isJoined(text, named[first - 1], named[first])
  )
    first--;
  return named.slice(first);
}
