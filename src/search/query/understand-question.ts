import type { EntityType } from '../entities/entity-type.ts';
import { foldText } from '../text/fold-text.ts';
import { cutWords } from '../text/segment.ts';
import { type QuestionRules, questionRules } from './question-rules.ts';

/** A question without the words that make it one. */
export interface Question {
  /** What to look for: folded where it is a question, else as it was given. */
  readonly text: string;
  /** The kinds of entity that are asked for, the most wanted first; empty where none is told, or it is no question. */
  readonly kinds: readonly EntityType[];
}

/** A query with these says itself how it is to be read. */
const OPERATORS = /["“”「」:：()（）]/;

/** What stands between the words of a question. */
const MARKS = /[?？!！。，,、\s]+/g;

/**
 * Understands a question in words: leaves out the words that ask, and tells the kinds that are asked for. A question about an agreement or a
 * meeting that it names is about that one: who signed it is told there.
 *
 * What is no question is given back as it is. To be called in the thread of words: it needs the segmenter.
 *
 * @example understandQuestion('李强主持了哪些会议') // { text: '李强 主持', kinds: ['MEETING'] }
 * @example understandQuestion('谁签署了太湖蓝藻协议') // { text: '太湖蓝藻协议', kinds: ['AGREEMENT', 'PERSON'] }
 */
export function understandQuestion(text: string): Question {
  const rules = questionRules();
  const folded = foldText(text).chars.join('');
  const asked = OPERATORS.test(text) ? null : takeQuestion(folded, rules);
  if (asked === null) return { text, kinds: [] };
  const named = NAMED_IN_OTHERS.has(asked.kind) ? kindNamed(asked.rest, rules) : null;
  const kinds = [...new Set([named, asked.kind])].filter((kind) => kind !== null);
  const rest = dropWords(asked.rest, { rules, kinds });
  // Nothing but the question: what was typed is all that there is to look for.
  return rest === '' ? { text, kinds } : { text: rest, kinds };
}

/** What meetings and agreements name: who asks for it, of one that is named, finds it there. */
const NAMED_IN_OTHERS: ReadonlySet<EntityType | null> = new Set([null, 'PERSON', 'ORGANISATION']);

interface Asked {
  readonly kind: EntityType | null;
  /** The text, with blanks where the words stood that ask. */
  readonly rest: string;
}

const byLength = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length);

/** Where the longest of some words stands in a text; null where none does. */
function findLongest(text: string, words: Iterable<string>): { word: string; at: number } | null {
  for (const word of byLength(words)) {
    const at = text.indexOf(word);
    if (at >= 0) return { word, at };
  }
  return null;
}

/** The longest of some words that a text begins with. */
const beginning = (text: string, words: Iterable<string>) =>
  byLength(words).find((word) => text.startsWith(word)) ?? null;

/** Takes the words that ask out of a text; null where there are none. */
function takeQuestion(text: string, { ask, which, noun }: QuestionRules): Asked | null {
  const cut = (at: number, length: number) => `${text.slice(0, at)} ${text.slice(at + length)}`;
  for (const word of byLength(which.keys()))
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const called = beginning(text.slice(at + word.length), noun.keys());
      if (called === null) continue;
      const kind = noun.get(called) ?? null;
      return { kind, rest: cut(at, word.length + called.length) };
    }
  const found = findLongest(text, [...ask.keys(), ...which.keys()]);
  if (found === null) return null;
  return { kind: ask.get(found.word) ?? null, rest: cut(found.at, found.word.length) };
}

/** The kind of what a part of the text is the name of, by its end: meetings and agreements alone end so. */
function kindNamed(text: string, { noun }: QuestionRules): EntityType | null {
  const words = cutWords(text.replace(MARKS, ' ').trim()).map(({ lexeme }) => lexeme);
  for (const word of words.reverse()) {
    const ending = byLength(noun.keys()).find((name) => name.length > 1 && word.endsWith(name));
    const kind = ending === undefined ? null : (noun.get(ending) ?? null);
    if (kind === 'MEETING' || kind === 'AGREEMENT') return kind;
  }
  return null;
}

/** A text without the words that only make a sentence of it, or that are said of all of a kind. */
function dropWords(
  text: string,
  { rules: { said, role, drop }, kinds }: { rules: QuestionRules; kinds: readonly EntityType[] },
): string {
  const isSaid = (word: string) => kinds.some((kind) => said.get(word) === kind);
  const isEmpty = (word: string) => drop.has(word) || isSaid(word);
  const tokens = byLength([...drop.keys()].filter((word) => word.length > 2)).reduce(
    (rest, phrase) => rest.replaceAll(phrase, ' '),
    text.replace(MARKS, ' '),
  );
  let result = '';
  let before = '';
  for (const { lexeme } of cutWords(tokens)) {
    // 签了 may be one word.
    const isVerb = isEmpty(lexeme.slice(-1)) && isSaid(lexeme.slice(0, -1));
    if (isEmpty(lexeme) || isVerb) result += ' ';
    else result += (before !== '' && role.has(lexeme) ? ' ' : '') + lexeme;
    before = lexeme;
  }
  return result.replace(/\s+/g, ' ').trim();
}
