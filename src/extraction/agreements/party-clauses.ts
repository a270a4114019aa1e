import type { Span } from '../../documents/model/source-document.ts';
import { CharacterSet } from '../terms/character-set.ts';
import type { TitleMention } from './agreement-titles.ts';

const BREAKS = new CharacterSet('，,；;。：');
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

/** Where the clause that ends at `at` begins. */
export function findClauseStart(text: string, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--) if (BREAKS.hasAt(text, i)) return i + 1;
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

/** 甲与乙签署《A》、|丙与丁签署《B》: what follows a title is another signing. */
const TOLD = /^》?、[^《]/;

/** Parties stand no further before the verb than this: a sentence that goes on for longer is cut, or none. */
const LONGEST_SCOPE = 800;

/** The parts of a sentence in which the parties of an instrument are looked for. All end at its verb. */
export interface PartyScope {
  /** Where the part of the sentence begins that tells of this instrument. */
  readonly from: number;
  /** Where the clause of the verb begins, with those alike before it. */
  readonly clause: number;
  /** Where the clause begins that holds the subject of the verb. */
  readonly subject: number;
  readonly end: number;
}

/** `after`: where the title told before in the sentence ends; its clause is over where 、 follows. */
export function findScope(
  text: string,
  { verbStart: end }: TitleMention,
  { sentence, after }: { readonly sentence: Span; readonly after: number },
): PartyScope {
  const told = TOLD.test(text.slice(after, after + 3)) ? after + 1 : sentence.start;
  const from = findPartStart(text, Math.max(told, sentence.start, end - LONGEST_SCOPE), end);
  const clause = findParallelStart(text, from, findClauseStart(text, from, end), end);
  return { from, clause, subject: Math.min(clause, findSubjectClause(text, from, end)), end };
}
