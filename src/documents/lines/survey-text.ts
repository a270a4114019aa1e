import { isDependent, isTraditional, type ScriptCount, scriptOf } from './simplify.ts';

/** What a text holds that a step of cleaning may change, as bits. */
export const HOLDS = { foldable: 1, bracketed: 2, traditional: 4, punctuation: 8, space: 16 } as const;

/** Where in the bits of a code unit its script stands. */
const SCRIPT_SHIFT = 6;
/** For every code unit the bits of what it is; the two upper ones give the script that it belongs to alone. */
const BITS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => readBits(code));

function readBits(code: number): number {
  const char = String.fromCharCode(code);
  let bits = 0;
  if (/\s/.test(char)) bits |= HOLDS.space;
  if (isFoldable(code, char)) bits |= HOLDS.foldable | HOLDS.space;
  if ('([【［（'.includes(char)) bits |= HOLDS.bracketed;
  if (isTraditional(code) || isDependent(code)) bits |= HOLDS.traditional;
  if (/[,:;?!()（）."「」『』﹁﹂﹃﹄〝〞•‧・･∙⋅●᛫-]/.test(char)) bits |= HOLDS.punctuation;
  return bits | (scriptOf(code) << SCRIPT_SHIFT);
}

/** Generous: whatever is neither ASCII, an everyday character nor everyday punctuation. */
function isFoldable(code: number, char: string): boolean {
  if (code >= 0x20 && code < 0x7f) return false;
  if (code >= 0x3400 && code <= 0x9fff) return false;
  return !'，。、；：？！“”‘’（）《》【】—…·％'.replace('％', '').includes(char);
}

/** What one pass over a text tells. */
export interface TextSurvey extends ScriptCount {
  /** Which steps of cleaning have anything to do: the bits of `HOLDS`. */
  readonly holds: number;
}

/** Tells in one pass which steps of cleaning have anything to do and how many characters belong to one script alone. */
export function surveyText(text: string): TextSurvey {
  let bits = 0;
  let traditional = 0;
  let simplified = 0;
  for (let i = 0; i < text.length; i++) {
    const own = BITS[text.charCodeAt(i)] ?? 0;
    bits |= own;
    traditional += (own >> SCRIPT_SHIFT) & 1;
    simplified += own >> (SCRIPT_SHIFT + 1);
  }
  return { holds: bits & ((1 << SCRIPT_SHIFT) - 1), traditional, simplified };
}
