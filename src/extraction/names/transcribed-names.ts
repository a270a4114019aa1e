import { isHanAt } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { foreignCharacters, transcriptionCharacters, wordsLikeNames } from '../lexicon/surnames.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { followers, isActOf, type NameMatch, rateEnd } from './name-ends.ts';

const DOTS = new CharacterSet('·•・');
const JOINING = new CharacterSet('和与');

/** Particles and verbs of one character at which a name with a dot ends: those that no such name holds. */
const DOTTED_END = new CharacterSet('在与和同向率说会对就的为称以任做讲受从到将是被由给让把还曾已');

/** 提|出席: the word that follows begins a character later than it seems to. */
const MISREAD = '提出席';

/** Whether the text at an offset is no part of such a name: no Han character, or a word of two and more that follows names. */
const isBeyond = (text: string, at: number, limit: number) =>
  !isHanAt(text, at) ||
  ((followers.findTerm(text, at, limit)?.length ?? 0) >= 2 && !text.startsWith(MISREAD, at)) ||
  isActOf(text, at);

/** Whether a name with a dot surely ends at an offset. */
const isSureEnd = (text: string, at: number, limit: number) =>
  !text.startsWith(MISREAD, at) && (rateEnd(text, at, limit) >= 3 || DOTTED_END.hasAt(text, at));

/** Reads a name of another people: with an inner dot, or made of the characters that transcribe such names. */
export function readTranscribedName(text: string, start: number, limit: number): NameMatch | null {
  let end = start;
  let dotted = false;
  let transcribed = true;
  while (end < limit && end - start < 16) {
    const dot = DOTS.hasAt(text, end);
    if (!dot && isBeyond(text, end, limit)) break;
    // 扎西某某|和县委常委: what joins two persons is no part of a name without a dot.
    if (!dotted && transcribed && end - start >= 3 && JOINING.hasAt(text, end)) break;
    if (!dot && !transcriptionCharacters.hasAt(text, end)) transcribed = false;
    dotted ||= dot && end > start;
    end++;
    if (dotted && !dot && isSureEnd(text, end, limit)) break;
  }
  const length = end - start;
  const plain = transcribed && length >= 3 && length <= 5;
  if (!(dotted && length >= 4) && !plain) return null;
  return rateEnd(text, end, limit) >= 1.5 ? { start, end, name: text.slice(start, end), certainty: 3 } : null;
}

/** Function words at which a foreign name ends though they are no verbs. To extend: add the character. */
const FOREIGN_END = new CharacterSet('和与在向对致将就也还为至到说率等同抵赴及并的了是被由');
const JOINTS = new CharacterSet('·-－•');
const LONGEST_FOREIGN = 22;

/**
 * Reads a foreign name in transcription behind an office of another state: 姆贝拉-卡多; null
 * where none begins. Without surnames to go by, it reaches to the next mark or verb.
 */
export function readForeignName(text: string, start: number, limit: number): NameMatch | null {
  let end = start;
  while (end < limit && end - start < LONGEST_FOREIGN) {
    const joint = end > start && JOINTS.hasAt(text, end);
    if (!joint && (!foreignCharacters.hasAt(text, end) || FOREIGN_END.hasAt(text, end))) break;
    if (end > start && (followers.findTerm(text, end, limit)?.length ?? 0) >= 2) break;
    if (end > start + 1 && roleWords.findTerm(text, end, limit)?.value) break;
    end++;
  }
  const name = text.slice(start, end);
  if (name.length < 2 || wordsLikeNames.findTerm(text, start, start + 2) || rateEnd(text, end, limit) < 1)
    return null;
  return { start, end, name, certainty: 3 };
}
