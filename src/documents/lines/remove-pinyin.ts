import { pinyin } from 'pinyin-pro';
import { applyEdits, type Edit, type MappedText } from '../model/mapped-text.ts';
import { isHanAt } from '../text/characters.ts';

/** A parenthesis of Latin letters behind a Han character, white space before it allowed. */
const CANDIDATE =
  / {0,3}[(（[【] {0,3}([\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}0-5'’ -]{0,47}?) {0,3}[)）\]】]/gu;
const OPENING = /[(（[【] {0,3}[\p{Script=Latin}]/u;
/** Letters, tones as digits or marks, apostrophes: what a syllable is written with. */
const NOISE = /[0-5'’ -]/g;
const MAX_WORD = 8;

/** Readings of one character without tones, `ü` written `v`. */
const readings = new Map<string, readonly string[]>();

/**
 * Removes pinyin annotations: `生(sheng)(sheng)態(tai)` → `生態`. A parenthesis is one if its content is a reading
 * of the character before it, or of the last few characters; any other parenthesis stays: `二氧化氮(NO2)`.
 */
export function removePinyin(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!OPENING.test(text)) return mapped;
  const edits: Edit[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const start = match.index;
    const before = edits.at(-1);
    // Repeated annotations stand behind the annotation before them.
    const anchor = before?.end === start ? before.start : start;
    if (!isHanAt(text, anchor - 1) || !isAnnotation(text, anchor, match[1] ?? '')) continue;
    if (before?.end === start) edits[edits.length - 1] = { ...before, end: start + match[0].length };
    else edits.push({ start, end: start + match[0].length, text: '' });
  }
  return applyEdits(mapped, edits);
}

function isAnnotation(text: string, end: number, content: string): boolean {
  const letters = toPlainLetters(content);
  if (letters === '' || content === content.toUpperCase()) return false;
  return readsBackwards(text, end, letters, MAX_WORD);
}

/** Whether the letters are readings of the characters that end at `end`, taken from the last one backwards. */
function readsBackwards(text: string, end: number, letters: string, left: number): boolean {
  if (letters === '') return true;
  if (left === 0 || !isHanAt(text, end - 1)) return false;
  return listReadings(text.charAt(end - 1)).some(
    (reading) =>
      letters.endsWith(reading) && readsBackwards(text, end - 1, letters.slice(0, -reading.length), left - 1),
  );
}

function toPlainLetters(content: string): string {
  const bare = content.toLowerCase().replace(NOISE, '').replaceAll('ɑ', 'a').replaceAll('ɡ', 'g');
  return bare
    .normalize('NFD')
    .replace(/u\u0308|u[\u0300-\u030c]\u0308/g, 'v')
    .replace(/[\u0300-\u030c]/g, '');
}

function listReadings(char: string): readonly string[] {
  const known = readings.get(char);
  if (known !== undefined) return known;
  const found = pinyin(char, { multiple: true, toneType: 'none', type: 'array', v: true });
  const all = new Set(
    found.flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading])),
  );
  readings.set(char, [...all]);
  return [...all];
}
