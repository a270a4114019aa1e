import { findPhraseStart } from '../meetings/talks.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { isSeparator } from '../persons/person-separators.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';

/** Behind a name these make it a part of a noun, no subject: 某某总书记重要讲话精神. */
const NOUN =
  /^(?:重要|关于|贺信|贺电|署名|的(?!发言|汇报|介绍|情况汇报|交流发言)|精神|同志为核心|新时代|思想|生态|外交|经济|强军|法治|文化|对.{1,20}的|在.{2,30}(?:上|时|期间)的|就.{2,30}的|亲自.{1,8}的|致.{1,8}的|向.{1,20}的|主持召开的)/;
/** 听取了张三|关于某事的汇报: who is heard did something. */
const isHeard = (text: string, { start }: Sentence, at: number) =>
  /听取/.test(text.slice(Math.max(start, at - 90), at));

/** Persons who share a predicate, and the words behind them that hold it. */
export interface Group {
  readonly members: readonly PersonMention[];
  readonly predicate: string;
  readonly before: string;
}

/** Words that make an object of the name behind them in a clause: 贯彻落实某某的讲话, 是某某交给. */
const GOVERNING =
  /(?:是|按照|根据|遵循|贯彻|落实|学习|领会|牢记|践行|围绕|感谢|祝贺|转达|宣读了?|传达)[^，。；：]{0,16}$/;

function isObject(text: string, sentence: Sentence, person: PersonMention): boolean {
  const start = findPhraseStart(person);
  const before = text.slice(Math.max(sentence.start, start - 24), start);
  return GOVERNING.test(before) && !/听取|由$|的(?:还)?(?:有|是)[：:]?$/.test(before);
}

const NO_GROUPS: readonly Group[] = [];

/** The persons of a sentence in strings that share a predicate, in the order of the text. */
export function listGroups(text: string, sentence: Sentence, persons: readonly PersonMention[]): Group[] {
  const subjects = persons.filter(({ end, posts }) => {
    const last = endOf({ end, posts });
    const behind = text.slice(last, Math.min(sentence.end, last + 34));
    return !NOUN.test(behind) || (behind.startsWith('关于') && isHeard(text, sentence, last));
  });
  const lists: PersonMention[][] = [];
  for (const person of subjects) {
    const list = lists.at(-1);
    const previous = list?.at(-1);
    const between = previous ? text.slice(endOf(previous), findPhraseStart(person)) : null;
    if (list && between !== null && isSeparator(between)) list.push(person);
    else lists.push([person]);
  }
  return collect(lists, (members, i) => {
    if (isObject(text, sentence, members[0] as PersonMention)) return NO_GROUPS;
    const from = endOf(members.at(-1) as PersonMention);
    const next = lists[i + 1]?.[0];
    const first = members[0] as PersonMention;
    const start = findPhraseStart(first);
    const predicate = text.slice(from, next ? findPhraseStart(next) : sentence.end);
    return [{ members, predicate, before: text.slice(Math.max(sentence.start, start - 24), start) }];
  });
}

/** Where the phrase that names a person ends: behind the name and the offices after it. */
export function endOf({ end, posts }: Pick<PersonMention, 'end' | 'posts'>): number {
  let last = end;
  for (const post of posts) last = Math.max(last, post.end);
  return last;
}
