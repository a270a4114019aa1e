import type { Span } from '../../documents/source-document.ts';
import { listWithin } from '../spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects, listTitleStates, narrow } from './area-parties.ts';
import { findAreaBeside, listContinued, listRepresented } from './joined-parties.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { firstGroup, ofOrganisation, type Party } from './party.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { findPartner, listDepartments, listPointedTo } from './pointed-parties.ts';
import { listSigners } from './signers.ts';

const BREAK = /[，,；;。：]/;
/** A clause without a subject goes on with that of the one before: 介绍了情况，共同|签署. */
const SUBJECTLESS = /^(?:并|随后|还|现场|会后)?(?:共同|联合|一起|一道)$/;

function findSubjectClause(text: string, from: number, verbStart: number): number {
  const clause = findClauseStart(text, from, verbStart);
  const open = clause > from && SUBJECTLESS.test(text.slice(clause, verbStart).replace(/分别|正式/g, ''));
  return open ? findClauseStart(text, from, clause - 1) : clause;
}

/** Where the part of a sentence behind its last semicolon begins. */
function findPartStart(text: string, from: number, at: number): number {
  let start = at;
  while (start >= from && text[start] !== '；') start--;
  return start + 1;
}

function findClauseStart(text: string, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--)
    if (BREAK.test(text[i] ?? '')) return isList(text, i) ? findClauseStart(text, from, i) : i + 1;
  return from;
}

/** 甲省、乙省就某河，丙省、丁省就某湖|分别签署: clauses alike before one verb. */
function findParallelStart(text: string, from: number, clause: number, verbStart: number): number {
  if (!/分别(?:正式)?$/.test(text.slice(clause, verbStart)) || !/就/.test(text.slice(clause, verbStart)))
    return clause;
  let start = clause;
  while (start > from) {
    const before = findClauseStart(text, from, start - 1);
    if (!/^[^，]{2,30}就/.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
}

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

/** A comma between two members of a list is no end of a clause; the lists here are joined by 、. */
const isList = (text: string, at: number) => text[at] === '、';

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
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

const NOT_PARTY = /见证|主持|陪同|出席|主导|支持|指导/;

/**
 * The parties of an instrument: those whom the title begins with, the bodies, signers or areas before the verb
 * in its clause, those whom 双方 points back to, else the first bodies of the sentence; a collective is
 * written out, and cut to the provinces that the title begins with.
 *
 * @example 苏皖两省生态环境部门签署《苏皖…备忘录》 // 江苏省生态环境厅, 安徽省生态环境厅
 */
export function listParties(passage: Passage, title: TitleMention, context: PartyContext): Party[] {
  const { text } = passage;
  const { sentence, organisations } = context;
  const states = listTitleStates(passage, title);
  if (states.length > 0) return states;
  const bodies = listTitleBodies(text, title, organisations);
  if (bodies.length > 0) return bodies.map(ofOrganisation);
  const from = findPartStart(text, sentence.start, title.verbStart);
  const clause = findParallelStart(text, from, findClauseStart(text, from, title.verbStart), title.verbStart);
  const subject = Math.min(clause, findSubjectClause(text, from, title.verbStart));
  const represented = listRepresented(passage, { start: subject, end: title.verbStart }, organisations);
  if (represented.length > 0) return represented;
  const signers = listSigners(
    context.persons,
    findListStart(text, from, subject, context.persons),
    title.verbStart,
  );
  if (signers.length > 0) return signers;
  const before = listWithin(organisations, { start: from, end: title.verbStart });
  const departments = listDepartments(text, organisations, { start: clause, end: title.verbStart });
  if (departments.length > 0) return departments.map(ofOrganisation);
  const inClause = before.filter(({ start }) => start >= clause);
  const continued = listContinued(passage, from, clause, organisations);
  if (continued.length > 0) {
    const others =
      inClause.length > 0 ? inClause.map(ofOrganisation) : listAreaSubjects(passage, clause, title.verbStart);
    return [...continued, ...others];
  }
  const beside = inClause.length === 1 ? findAreaBeside(passage, clause, inClause[0]) : null;
  if (beside) return beside;
  const partner = inClause.length === 1 ? findPartner(text, organisations, title.verbStart) : null;
  if (partner) return [...inClause, partner].map(ofOrganisation);
  if (inClause.length > 0) return narrow(inClause.map(ofOrganisation), title.title);
  const areas = listAreaSubjects(passage, clause, title.verbStart);
  if (areas.length > 1) return narrow(areas, title.title);
  const pointed = listPointedTo(text, organisations, { start: clause, end: title.verbStart });
  if (pointed.length > 0) return pointed.map(ofOrganisation);
  if (areas.length > 0) return narrow(areas, title.title);
  const first = firstGroup(
    text,
    before.filter((mention) => !isFormula(text, from, mention)),
  );
  const last = first.at(-1);
  return last && NOT_PARTY.test(text.slice(last.end, title.verbStart))
    ? []
    : narrow(first.map(ofOrganisation), title.title);
}
