import type { Span } from '../../documents/source-document.ts';
import { listWithin } from '../spans.ts';
import type { TitleMention } from './agreement-titles.ts';
import { listAreaSubjects, listTitleStates, narrow } from './area-parties.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { firstGroup, isJoined, ofOrganisation, type Party, uniqueGroup } from './party.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { listSigners } from './signers.ts';

const BREAK = /[，,；;。：]/;

function findClauseStart(text: string, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--)
    if (BREAK.test(text[i] ?? '')) return isList(text, i) ? findClauseStart(text, from, i) : i + 1;
  return from;
}

/** A comma between two members of a list is no end of a clause; the lists here are joined by 、. */
const isList = (text: string, at: number) => text[at] === '、';

/** 双方, 三地: how many parties are meant without being named. */
const UNNAMED =
  /(双|两|三|四|五)(?:方|地|省|市|区|省市|家|国)(?:政府|单位|部门|生态环境部门)?(?:共同|联合|分别|正式|还|现场|就|代表)?[^，。；]{0,12}$/;
const COUNTS: Readonly<Record<string, number>> = { 双: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** Whether the next mention begins with the same words and goes on: 省政府 in 省政府办公厅. */
function isOpening(mentions: readonly OrganisationMention[], i: number): boolean {
  const [mention, next] = [mentions[i], mentions[i + 1]];
  return mention !== undefined && next?.start === mention.start && next.end > mention.end;
}

/** The bodies that 双方 or 三地 points back to: the last string of so many before `at`. */
function listPointedTo(
  text: string,
  organisations: readonly OrganisationMention[],
  from: number,
  at: number,
): OrganisationMention[] {
  const count = COUNTS[UNNAMED.exec(text.slice(from, at))?.[1] ?? ''];
  if (!count) return [];
  const before = organisations.filter(({ end }, i) => end <= at && !isOpening(organisations, i));
  for (let i = before.length - 1; i >= 0; i--) {
    const group = uniqueGroup(text, before.slice(i));
    const joined = i > 0 && isJoined(text, before[i - 1], before[i]);
    if (!joined && group.length === count && areApart(group)) return group;
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
  const from = Math.max(sentence.start, text.lastIndexOf('；', title.verbStart) + 1);
  const clause = findClauseStart(text, from, title.verbStart);
  const signers = listSigners(context.persons, clause, title.verbStart);
  if (signers.length > 0) return signers;
  const before = listWithin(organisations, { start: from, end: title.verbStart });
  const inClause = before.filter(({ start }) => start >= clause);
  if (inClause.length > 0) return narrow(inClause.map(ofOrganisation), title.title);
  const areas = listAreaSubjects(passage, clause, title.verbStart);
  if (areas.length > 1) return narrow(areas, title.title);
  const pointed = listPointedTo(text, organisations, clause, title.verbStart);
  if (pointed.length > 0) return pointed.map(ofOrganisation);
  if (areas.length > 0) return narrow(areas, title.title);
  const first = firstGroup(text, before);
  const last = first.at(-1);
  return last && NOT_PARTY.test(text.slice(last.end, title.verbStart))
    ? []
    : narrow(first.map(ofOrganisation), title.title);
}
