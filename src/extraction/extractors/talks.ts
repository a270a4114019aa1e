import type { Sentence } from '../sentences.ts';
import { Trie } from '../trie.ts';
import type { MeetingMention } from './meeting-mention.ts';
import type { PersonMention } from './persons.ts';

const VERBS = new Trie<true>(
  '会见了 会见 举行会谈 举行会见 会谈 举行会晤 会晤 共同会见'.split(' ').map((verb) => [verb, true] as const),
);
/** Words behind which 会见 and 会谈 are nouns or name something else. */
const NOUN = /^(?:记者|厅|室|成果|时|中|后|前|纪要|机制|等|的|开始|结束)/;
const LINK = /[同与和]/;

/** Where the phrase that names a person begins: with the offices before the name. */
export function findPhraseStart({ start, posts }: PersonMention): number {
  return posts.reduce((first, post) => Math.min(first, post.start), start);
}

function isActor(text: string, person: PersonMention, verbStart: number, sentence: Sentence): boolean {
  return (
    person.start >= sentence.start &&
    person.end <= verbStart &&
    !/[。；]/.test(text.slice(person.end, verbStart))
  );
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
  const name = meets ? `${host.name}会见${title}` : `${host.name}同${title}会谈`;
  return {
    start: host.start,
    end: at + verb.length,
    name,
    sentence,
    verbStart: at,
    generic: false,
    talks: true,
  };
}

/**
 * The meetings of persons with one another that a sentence reports: 甲会见乙, 甲同乙举行会谈.
 *
 * @example 李某某会见南非总统某某 // 李某某会见南非总统某某
 */
export function listTalks(
  text: string,
  sentence: Sentence,
  persons: readonly PersonMention[],
): MeetingMention[] {
  const inside = persons.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (inside.length < 2) return [];
  for (let at = sentence.start; at < sentence.end; at++) {
    const match = VERBS.findAt(text, at, sentence.end);
    const verb = match ? text.slice(at, match.end) : '';
    if (!match || NOUN.test(text.slice(at + verb.length, at + verb.length + 2))) continue;
    const before = inside.filter((person) => isActor(text, person, at, sentence));
    const host = before[0];
    const guest = verb.startsWith('会见') ? inside.find(({ start }) => start >= at) : before[1];
    if (!host || !guest) continue;
    const linked = verb.startsWith('会见') || LINK.test(text.slice(host.end, findPhraseStart(guest)));
    if (linked) return [createTalks(text, sentence, at, verb, [host, guest])];
  }
  return [];
}
