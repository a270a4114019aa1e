import { to } from 'opencc-js/preset/t2cn';
import { AMBIGUOUS, CONTEXTS, WRONG_FORMS } from '../lexicon/traditional-contexts.ts';
import { type MappedText, rewriteMapped } from '../model/mapped-text.ts';
import { isAtSurname, isInGivenName } from './is-in-name.ts';

/**
 * For every code unit the Simplified character that it stands for, itself where it is Simplified already.
 * Only pairs of one code unit each are taken, so that no length changes.
 */
const SIMPLIFIED: Uint16Array = readTable();
/** For every code unit which script it belongs to alone: 0 neither, 1 Traditional, 2 Simplified. */
const SCRIPTS: Uint8Array = readScripts();
/** For every code unit whether its reading depends on page or word. */
const DEPENDENT: Uint8Array = markAll([...AMBIGUOUS, ...CONTEXTS.keys()]);

function readTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const characters = to.cn?.[0]?.[1];
  if (typeof characters !== 'string')
    throw new TypeError('opencc-js gives its character table in another form.');
  const pairs = characters.split('|').map((pair) => pair.split(' '));
  for (const [traditional = '', simplified = ''] of [...pairs, ...WRONG_FORMS]) {
    if (traditional.length === 1 && simplified.length === 1) {
      table[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
    }
  }
  return table;
}

function readScripts(): Uint8Array {
  const scripts = new Uint8Array(0x10000);
  for (const [traditional, simplified] of SIMPLIFIED.entries()) {
    if (traditional === simplified) continue;
    // 干, 后, 里 and their like are Traditional characters too, but those are too few to matter.
    if (SIMPLIFIED[simplified] === simplified) scripts[simplified] = 2;
    if (!AMBIGUOUS.has(String.fromCharCode(traditional))) scripts[traditional] = 1;
  }
  return scripts;
}

function markAll(chars: readonly string[]): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const char of chars) marks[char.charCodeAt(0)] = 1;
  return marks;
}

/** Whether a code unit is a character that only Traditional text has. */
export function isTraditional(code: number): boolean {
  return SIMPLIFIED[code] !== code;
}

/** Whether it depends on page or word how a code unit is read. */
export function isDependent(code: number): boolean {
  return DEPENDENT[code] === 1;
}

/** Which script a code unit belongs to alone: 0 neither, 1 Traditional, 2 Simplified. */
export function scriptOf(code: number): number {
  return SCRIPTS[code] ?? 0;
}

/** How many characters of a text belong to one script alone. */
export interface ScriptCount {
  readonly traditional: number;
  readonly simplified: number;
}

/** Counts the characters that tell the scripts apart among those at the given offsets. */
export function countScriptsAt(text: string, offsets: Uint32Array): ScriptCount {
  let [traditional, simplified] = [0, 0];
  for (let i = 0; i < offsets.length; i++) {
    const script = SCRIPTS[text.charCodeAt(offsets[i] ?? 0)];
    if (script === 1) traditional++;
    else if (script === 2) simplified++;
  }
  return { traditional, simplified };
}

/** What the conversion of one text must know of the page that it stands on. */
export interface SimplifyContext {
  /** Whether characters that both scripts have are read as Traditional: 乾燥 → 干燥. */
  readonly ambiguousAsTraditional: boolean;
}

/**
 * Traditional characters made Simplified, one for one. What only Traditional has is always converted; a character
 * that Simplified has too is converted where the page is Traditional and its word does not keep it (乾隆, 著名).
 *
 * @example simplifyText(mapSource('乾隆年間，天氣乾燥'), { ambiguousAsTraditional: true }).text // 乾隆年间，天气干燥
 */
export function simplifyText(mapped: MappedText, context: SimplifyContext): MappedText {
  const { text } = mapped;
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (SIMPLIFIED[code] === code && DEPENDENT[code] === 0) continue;
    const simplified = DEPENDENT[code] === 0 ? (SIMPLIFIED[code] ?? code) : simplifyAt(text, i, context);
    if (simplified === code) continue;
    result += text.slice(from, i) + String.fromCharCode(simplified);
    from = i + 1;
  }
  return from === 0 ? mapped : rewriteMapped(mapped, result + text.slice(from));
}

function simplifyAt(text: string, index: number, context: SimplifyContext): number {
  const code = text.charCodeAt(index);
  const char = text.charAt(index);
  const contexts = CONTEXTS.get(char);
  if (contexts === undefined) {
    const plain = SIMPLIFIED[code] ?? code;
    return AMBIGUOUS.has(char) && !context.ambiguousAsTraditional ? code : plain;
  }
  if (contexts.inTraditionalOnly && !context.ambiguousAsTraditional) return code;
  const listed =
    contexts.words.some((word) => standsAround(text, index, word, char)) ||
    (contexts.inNames === 'given' && isInGivenName(text, index)) ||
    (contexts.inNames === 'surname' && !context.ambiguousAsTraditional && isAtSurname(text, index));
  return (listed ? contexts.there : contexts.elsewhere).charCodeAt(0);
}

/** Whether the word stands in the text so that its `char` is the one at `index`. */
function standsAround(text: string, index: number, word: string, char: string): boolean {
  for (let at = word.indexOf(char); at >= 0; at = word.indexOf(char, at + 1)) {
    if (text.startsWith(word, index - at)) return true;
  }
  return false;
}
