import type { Span } from '../../documents/model/source-document.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import type { Sentence } from '../text/sentences.ts';
import { listWithin } from '../text/spans.ts';
import type { MeetingMention } from './meeting-mention.ts';

const VERBS = new Trie<true>(
  '会见了 会见 举行会谈 举行会见 会谈 举行会晤 会晤 共同会见 举行工作会谈 举行小范围会谈 会面 举行会面'
    .split(' ')
    .map((verb) => [verb, true] as const),
);
/** Words behind which 会见 and 会谈 are nouns or name something else. */
const NOUN = /^(?:记者|厅|室|成果|时|中[，,指强表说]|后|前|纪要|机制|等[，,。活]|的|开始|结束)/;
const LINK = /[同与和]/;
/** Talks that took place often, or are yet to come, are not one that is reported. */
const HABIT =
  /(?:多次|频繁|经常|定期|[两三四五六七八九十0-9]+次|将|拟|曾|期待|准备|就此|计划)[^，。；]{0,6}$/;

/** Where the phrase that names a person begins: with the offices before the name. */
export function findPhraseStart({ phraseStart, posts }: PersonMention): number {
  return posts.reduce((first, post) => Math.min(first, post.start), phraseStart);
}

const STOPS = new CharacterSet('。；');

/** The persons who are named before a verb, behind the last mark that ends a sentence. */
function listActors(text: string, inside: readonly PersonMention[], { start, end }: Span): PersonMention[] {
  let from = end;
  while (from > start && !STOPS.hasAt(text, from - 1)) from--;
  return inside.filter((person) => person.end >= from && person.end <= end);
}

function createTalks(
  text: string,
  sentence: Sentence,
  at: number,
  verb: string,
  pair: readonly [PersonMention, PersonMention],
): MeetingMention {
  const [host, guest] = pair;
  const title = text.slice(findPhraseStart(guest), guest.end);
  const meets = verb.startsWith('会见');
  const name = meets
    ? `${host.name}会见${title}`
    : `${host.name}同${title}${verb.slice(-2) === '会面' ? '会面' : '会谈'}`;
  return { ...createSpan(sentence, host, at, verb), name };
}

function createSpan(sentence: Sentence, { start }: PersonMention, verbStart: number, verb: string) {
  return { start, end: verbStart + verb.length, sentence, verbStart, unnamed: false, talks: true };
}

const DELEGATION = /^(?:了)?((?:[\u4e00-\u9fff]{2,14})?代表团)(?:一行)?(?:[，。、]|并)/;

/** The delegation that somebody met: 会见某市党政代表团一行; one named in short takes the name it bears before. */
function readDelegation(passage: Passage, at: number, limit: number): string | null {
  const printed = DELEGATION.exec(passage.text.slice(at, Math.min(limit, at + 24)))?.[1];
  if (printed !== '代表团') return printed ?? null;
  const led = findLedDelegation(passage);
  return led && led.end <= at ? led.name : null;
}

const LED = /(?:率领?|带领|带队)([\u4e00-\u9fff]{2,14}代表团)/;
const LED_DELEGATIONS = new WeakMap<Passage, { readonly name: string; readonly end: number } | null>();

/** The first delegation of an article that somebody leads, looked for once; null where there is none. */
function findLedDelegation(passage: Passage) {
  const known = LED_DELEGATIONS.get(passage);
  if (known !== undefined) return known;
  const match = LED.exec(passage.text);
  const led = match && { name: match[1] ?? '', end: match.index + match[0].length };
  LED_DELEGATIONS.set(passage, led);
  return led;
}

/** Where the clause that ends at `at` begins: behind a comma, else at `from`. */
function findClauseStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && text[start - 1] !== '，') start--;
  return start;
}

/**
 * Who meets: the first person of the clause before the verb, and of the clauses before it that end in a name and so
 * begin the list of hosts (省委书记某甲，省长某乙会见); other clauses are about others.
 */
function findHost(
  text: string,
  before: readonly PersonMention[],
  { start: from, end: verbStart }: Span,
): PersonMention | undefined {
  const ends = new Set(before.map(({ end }) => end));
  let clause = findClauseStart(text, from, verbStart);
  while (clause > from && ends.has(clause - 1)) clause = findClauseStart(text, from, clause - 1);
  return before.find(({ start }) => start >= clause) ?? before[0];
}

/** Of the persons before 会谈 the first behind 同 or 与; 和 links two persons alone. */
function findGuest(text: string, before: readonly PersonMention[]): PersonMention | undefined {
  const link = before.length > 2 ? /[同与]/ : LINK;
  return before.find((person, i) => {
    const previous = before[i - 1];
    return previous && link.test(text.slice(previous.end, findPhraseStart(person)));
  });
}

/**
 * The meetings of persons with one another that a sentence reports: 甲会见乙, 甲同乙举行会谈.
 *
 * @example 李某某会见南非总统某某 // 李某某会见南非总统某某
 */
export function listTalks(
  passage: Passage,
  sentence: Sentence,
  persons: readonly PersonMention[],
): MeetingMention[] {
  const { text } = passage;
  const { start, end: limit } = sentence;
  const first = VERBS.findNext(text, start, limit);
  const inside = first < limit ? listWithin(persons, sentence) : [];
  if (inside.length < 1) return [];
  for (let at = first; at < limit; at = VERBS.findNext(text, at + 1, limit)) {
    const match = VERBS.findAt(text, at, sentence.end);
    const verb = match ? text.slice(at, match.end) : '';
    if (!match || NOUN.test(text.slice(at + verb.length, at + verb.length + 2))) continue;
    if (HABIT.test(text.slice(Math.max(sentence.start, at - 12), at))) continue;
    const before = listActors(text, inside, { start, end: at });
    const meets = /会见/.test(verb);
    const host = meets ? findHost(text, before, { start, end: at }) : before[0];
    const delegation = meets ? readDelegation(passage, at + verb.length, sentence.end) : null;
    if (host && delegation)
      return [{ ...createSpan(sentence, host, at, verb), name: `${host.name}会见${delegation}` }];
    const guest = meets ? inside.find(({ start }) => start >= at) : findGuest(text, before);
    if (host && guest && host.name !== guest.name)
      return [createTalks(text, sentence, at, verb, [host, guest])];
  }
  return [];
}
