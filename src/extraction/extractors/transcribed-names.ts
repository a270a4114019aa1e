import { isHan } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { foreignCharacters, transcriptionCharacters, wordsLikeNames } from '../lexicon/surnames.ts';
import { followers, type NameMatch, rateEnd } from './name-ends.ts';

/** Particles at which a name with a dot ends: those that no such name holds. */
const DOTTED_END = new Set('在与和同向率说会对就的为称以');

/** Reads a name of another people: with an inner dot, or made of the characters that transcribe such names. */
export function readTranscribedName(text: string, start: number, limit: number): NameMatch | null {
  let end = start;
  let dotted = false;
  let transcribed = true;
  while (end < limit && end - start < 16) {
    const character = text[end] ?? '';
    const dot = character === '·' || character === '•' || character === '・';
    const misread = text.startsWith('提出席', end);
    if (!dot && (!isHan(character) || (!misread && followers.findAt(text, end, limit)?.end === end + 2)))
      break;
    // 扎西某某|和县委常委: what joins two persons is no part of a name without a dot.
    if (/[和与]/.test(character) && !dotted && transcribed && end - start >= 3) break;
    if (!dot && !transcriptionCharacters.has(character)) transcribed = false;
    dotted ||= dot && end > start;
    const early = text.startsWith('提出席', end + 1);
    if (
      dotted &&
      !dot &&
      !early &&
      (rateEnd(text, end + 1, limit) >= 3 || DOTTED_END.has(text[end + 1] ?? ''))
    ) {
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
const FOREIGN_END = new Set('和与在向对致将就也还为至到说率等同抵赴及并的了是被由');
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
