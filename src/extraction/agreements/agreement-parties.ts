import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { listWithin } from '../text/spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects, listTitleStates, narrow } from './area-parties.ts';
import { findAreaBeside, listContinued, listInClause, listRepresented } from './joined-parties.ts';
import { firstGroup, ofOrganisation, type Party } from './party.ts';
import { findClauseStart, findScope, type PartyScope } from './party-clauses.ts';
import { findPartner, listDepartments, listPointedTo } from './pointed-parties.ts';
import { listPointedTogether } from './pointed-together.ts';
import { listSigners } from './signers.ts';

/** A list of those who sign is no longer than this. */
const LONGEST_LIST = 200;

/** Where a list of persons begins that runs up to a clause over commas: 甲市市长张三，|乙市市长李四签署. */
function findListStart(
  text: string,
  from: number,
  clause: number,
  persons: readonly PersonMention[],
): number {
  const first = Math.max(from, clause - LONGEST_LIST);
  const ends = new Set(listWithin(persons, { start: first, end: clause }).map(({ end }) => end));
  let start = clause;
  while (start > first && ends.has(start - 1)) start = findClauseStart(text, first, start - 1);
  return start;
}

/** Bodies that a title begins with: 甲市政府、某公司深化合作框架协议. */
function listTitleBodies(
  text: string,
  title: TitleMention,
  organisations: readonly OrganisationMention[],
): OrganisationMention[] {
  const inside = listWithin(organisations, title);
  const group = inside[0]?.start === title.start ? firstGroup(text, inside) : [];
  return group.length >= 2 ? group : [];
}

/** 贯彻落实党中央、国务院决策部署和生态环境部意见: who is only followed. */
function isFormula(text: string, from: number, { start }: Span): boolean {
  return /贯彻|落实|根据|按照|遵照/.test(text.slice(findClauseStart(text, from, start), start));
}

/** What is known of the sentence in which the parties are looked for. */
export interface PartyContext {
  readonly sentence: Span;
  /** Where the title told before in the sentence ends. */
  readonly after: number;
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

/** Where the parties of an instrument are looked for, and among which bodies. */
interface Search {
  readonly passage: Passage;
  readonly title: TitleMention;
  readonly scope: PartyScope;
  readonly organisations: readonly OrganisationMention[];
}

function listTitleParties(
  passage: Passage,
  title: TitleMention,
  organisations: readonly OrganisationMention[],
): Party[] {
  const states = listTitleStates(passage, title);
  return states.length > 0 ? states : listTitleBodies(passage.text, title, organisations).map(ofOrganisation);
}

/** The bodies that those who sign stand for. */
function listSigning({ passage, scope, organisations }: Search, persons: readonly PersonMention[]): Party[] {
  const { from, subject, end } = scope;
  const represented = listRepresented(passage, { start: subject, end }, organisations);
  if (represented.length > 0) return represented;
  return listSigners(persons, findListStart(passage.text, from, subject, persons), end);
}

/** The bodies of the clause, with the places and bodies that it joins to them. */
function listClauseBodies({ passage, title, scope, organisations }: Search): Party[] {
  const { text } = passage;
  const { from, clause, end } = scope;
  const inside = listInClause(text, organisations, scope);
  const departments = listDepartments(text, organisations, { start: clause, end });
  if (departments.length > 0) return departments.map(ofOrganisation);
  const continued = listContinued(passage, from, clause, organisations);
  if (continued.length > 0)
    return [
      ...continued,
      ...(inside.length > 0 ? inside.map(ofOrganisation) : listAreaSubjects(passage, clause, end)),
    ];
  const [only] = inside.length === 1 ? inside : [];
  const beside = findAreaBeside(passage, { start: clause, end }, only);
  if (beside) return beside;
  const partner = only ? findPartner(text, organisations, end) : null;
  return partner ? [...inside, partner].map(ofOrganisation) : narrow(inside.map(ofOrganisation), title.title);
}

/** The places of the clause, else those or the bodies that 双方 in it points back to. */
function listPlacesOrPointed({ passage, title, scope, organisations }: Search): Party[] {
  const { from, clause, end } = scope;
  const bodies = listWithin(organisations, { start: clause, end });
  const areas = listAreaSubjects(passage, clause, end).filter(
    (area) => !bodies.some((body) => body.start <= area.start && area.end <= body.end),
  );
  if (areas.length > 1) return narrow(areas, title.title);
  const pointed = listPointedTo(passage.text, organisations, { start: clause, end }).map(ofOrganisation);
  if (pointed.length > 0) return pointed;
  const together = listPointedTogether(passage, { from, clause, end }, organisations);
  return together.length > 0 ? together : narrow(areas, title.title);
}

const NOT_PARTY = /见证|主持|陪同|出席|主导|支持|指导/;

/** The first bodies of the sentence. */
function listFirstBodies({ passage: { text }, title, scope, organisations }: Search): Party[] {
  const { from, end } = scope;
  const before = listWithin(organisations, { start: from, end });
  const first = firstGroup(text, before, (mention) => !isFormula(text, from, mention));
  const last = first.at(-1);
  return last && NOT_PARTY.test(text.slice(last.end, end))
    ? []
    : narrow(first.map(ofOrganisation), title.title);
}

/**
 * The parties of an instrument: those whom the title begins with, the bodies, signers or areas before the verb
 * in its clause, those whom 双方 points back to, else the first bodies of the sentence; a collective is
 * written out, and cut to the provinces that the title begins with.
 *
 * @example 苏皖两省生态环境部门签署《苏皖…备忘录》 // 江苏省生态环境厅, 安徽省生态环境厅
 */
export function listParties(passage: Passage, title: TitleMention, context: PartyContext): Party[] {
  const { organisations, persons } = context;
  const titled = listTitleParties(passage, title, organisations);
  if (titled.length > 0) return titled;
  const search = { passage, title, scope: findScope(passage.text, title, context), organisations };
  const signing = listSigning(search, persons);
  if (signing.length > 0) return signing;
  const bodies = listClauseBodies(search);
  if (bodies.length > 0) return bodies;
  const places = listPlacesOrPointed(search);
  return places.length > 0 ? places : listFirstBodies(search);
}
