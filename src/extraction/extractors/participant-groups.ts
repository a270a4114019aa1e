import type { Sentence } from '../sentences.ts';
import type { PersonMention } from './persons.ts';
import { findPhraseStart } from './talks.ts';

/** Behind a name these make it a part of a noun, no subject: 某某总书记重要讲话精神. */
const NOUN =
  /^(?:重要|关于|贺信|贺电|署名|的|精神|同志为核心|新时代|思想|生态|外交|经济|强军|法治|文化|对.{1,20}的|在.{2,30}(?:上|时|期间)的|就.{2,30}的|亲自.{1,8}的|致.{1,8}的|向.{1,20}的|主持召开的)/;
const SEPARATOR =
  /^(?:、[\u4e00-\u9fff]{2,16}$|、|，|,|和|与|及|以及|同|及其|；|;|\s|等|[（(][^（）()]{1,8}[）)])*$/;

/** Persons who share a predicate, and the words behind them that hold it. */
interface Group {
  readonly members: readonly PersonMention[];
  readonly predicate: string;
  readonly before: string;
}

/** The persons of a sentence in strings that share a predicate, in the order of the text. */
export function listGroups(text: string, sentence: Sentence, persons: readonly PersonMention[]): Group[] {
  const subjects = persons.filter(({ end, posts }) => {
    const last = Math.max(end, ...posts.map((post) => post.end));
    return !NOUN.test(text.slice(last, Math.min(sentence.end, last + 34)));
  });
  const lists: PersonMention[][] = [];
  for (const person of subjects) {
    const list = lists.at(-1);
    const previous = list?.at(-1);
    const between = previous ? text.slice(endOf(previous), findPhraseStart(person)) : null;
    if (list && between !== null && SEPARATOR.test(between)) list.push(person);
    else lists.push([person]);
  }
  return lists.map((members, i) => {
    const from = endOf(members.at(-1) as PersonMention);
    const next = lists[i + 1]?.[0];
    const first = members[0] as PersonMention;
    const start = findPhraseStart(first);
    return {
      members,
      predicate: text.slice(from, next ? findPhraseStart(next) : sentence.end),
      before: text.slice(Math.max(sentence.start, start - 12), start),
    };
  });
}

/** Where the phrase that names a person ends: behind the name and the offices after it. */
export const endOf = ({ end, posts }: PersonMention) => Math.max(end, ...posts.map((post) => post.end));
