import { isHan, isPunctuation } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import {
  doubleSurnames,
  foreignCharacters,
  neverInNames,
  surnames,
  transcriptionCharacters,
  wordsLikeNames,
} from '../lexicon/surnames.ts';
import { strongFollowers } from '../lexicon/words.ts';
import { Trie } from '../trie.ts';

/** A personal name that was read, and how sure its end is: 3 before a mark or a verb, less before a particle. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly certainty: number;
}

const followers = new Trie<true>(strongFollowers.map((word) => [word, true] as const));

/** How well a name may end at `at`: 0 where it may not. */
function rateEnd(text: string, at: number, limit: number): number {
  if (at >= limit || isPunctuation(text[at])) return 3;
  if (/[0-9]/.test(text[at] ?? '')) return 2.5;
  const follower = followers.findAt(text, at, limit);
  if (follower) return follower.end - at >= 2 ? 3 : text[at] === '的' ? 0.7 : 1.5;
  const role = /[副原代]/.test(text[at] ?? '') ? at + 1 : at;
  return roleWords.findAt(text, role, limit)?.value ? 1 : 0;
}

function isShapedLikeName(name: string, surnameLength: number): boolean {
  const given = name.slice(surnameLength);
  if (![...given].every((character) => isHan(character) && !neverInNames.has(character))) return false;
  for (let length = 2; length <= name.length; length++)
    if (wordsLikeNames.has(name.slice(0, length))) return false;
  return true;
}

function listCandidates(text: string, at: number, limit: number): { name: string; surnameLength: number }[] {
  const candidates: { name: string; surnameLength: number }[] = [];
  const add = (surnameLength: number, length: number) => {
    if (at + length <= limit) candidates.push({ name: text.slice(at, at + length), surnameLength });
  };
  if (doubleSurnames.has(text.slice(at, at + 2))) for (const length of [3, 4]) add(2, length);
  if (surnames.has(text[at] ?? '')) for (const length of [2, 3]) add(1, length);
  // A married name bears both surnames: 陈方某某.
  if (surnames.has(text[at] ?? '') && surnames.has(text[at + 1] ?? '')) add(2, 4);
  return candidates;
}

/** Knowing a name from elsewhere weighs as much as the difference between a particle and a mark. */
const KNOWN = 2;

/**
 * Reads a Han name of two to four characters, a surname first, that begins at `start`; null where none does.
 * Of several readings the one with the surer end wins, and a name that `known` holds over one that it does not.
 *
 * @example readHanName('张三主持会议', 0, 6, new Set())?.name // 张三
 */
export function readHanName(
  text: string,
  start: number,
  limit: number,
  known: ReadonlySet<string>,
): NameMatch | null {
  let best: NameMatch | null = null;
  let bestRating = 0;
  for (const { name, surnameLength } of listCandidates(text, start, limit)) {
    const end = start + name.length;
    const certainty = rateEnd(text, end, limit);
    if (certainty === 0 || !isShapedLikeName(name, surnameLength)) continue;
    const rating = certainty + (known.has(name) ? KNOWN : 0) - (name.endsWith('和') ? 1 : 0);
    if (rating > bestRating) {
      best = { start, end, name, certainty };
      bestRating = rating;
    }
  }
  return best;
}

/** Particles at which a name with a dot ends: those that no such name holds. */
const DOTTED_END = new Set('在与和同向率说会对就的为称');

/** Reads a name of another people: with an inner dot, or made of the characters that transcribe such names. */
export function readTranscribedName(text: string, start: number, limit: number): NameMatch | null {
  let end = start;
  let dotted = false;
  let transcribed = true;
  while (end < limit && end - start < 16) {
    const character = text[end] ?? '';
    const dot = character === '·' || character === '•' || character === '・';
    if (!dot && (!isHan(character) || followers.findAt(text, end, limit)?.end === end + 2)) break;
    if (!dot && !transcriptionCharacters.has(character)) transcribed = false;
    dotted ||= dot && end > start;
    if (dotted && !dot && (rateEnd(text, end + 1, limit) >= 3 || DOTTED_END.has(text[end + 1] ?? ''))) {
      end++;
      break;
    }
    end++;
  }
  const length = end - start;
  const plain = transcribed && length >= 3 && length <= 5;
  if (!(dotted && length >= 4) && !plain) return null;
  return rateEnd(text, end, limit) >= 1.5 ? { start, end, name: text.slice(start, end), certainty: 3 } : null;
}

/** Function words at which a foreign name ends though they are no verbs. To extend: add the character. */
const FOREIGN_END = new Set('和与在向对将就也还为至到说率等同抵赴及并的了是被由');
const LONGEST_FOREIGN = 22;

/**
 * Reads a foreign name in transcription behind an office of another state: 姆贝拉-卡多; null
 * where none begins. Without surnames to go by, it reaches to the next mark or verb.
 */
export function readForeignName(text: string, start: number, limit: number): NameMatch | null {
  let end = start;
  while (end < limit && end - start < LONGEST_FOREIGN) {
    const character = text[end] ?? '';
    const joint =
      end > start && (character === '·' || character === '-' || character === '－' || character === '•');
    if (!joint && (!isHan(character) || FOREIGN_END.has(character))) break;
    const follower = followers.findAt(text, end, limit);
    if (end > start && follower && follower.end - end >= 2) break;
    if (!joint && !foreignCharacters.has(character)) break;
    if (end > start + 1 && roleWords.findAt(text, end, limit)?.value) break;
    end++;
  }
  const name = text.slice(start, end);
  const first = name.slice(0, 2);
  if (
    name.length < 2 ||
    wordsLikeNames.has(first) ||
    rateEnd(text, end, limit) < 1 ||
    /^(?:访华|会谈|会见|举行|特使|代表|一行|夫妇|夫人|选举|大选|府|办公|候选|任期|就职|职|级|制|权|令|期间|先生|女士|阁下)/.test(
      name,
    )
  )
    return null;
  return { start, end, name, certainty: 3 };
}
