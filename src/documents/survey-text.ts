import { isDependent, isTraditional } from './simplify.ts';

/** What a text holds that a step of cleaning may change, as bits. */
export const HOLDS = { foldable: 1, bracketed: 2, traditional: 4, punctuation: 8, space: 16 } as const;

/** For every code unit the bits of what it is. */
const BITS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => readBits(code));

function readBits(code: number): number {
  const char = String.fromCharCode(code);
  let bits = 0;
  if (/\s/.test(char)) bits |= HOLDS.space;
  if (isFoldable(code, char)) bits |= HOLDS.foldable | HOLDS.space;
  if ('([【［（'.includes(char)) bits |= HOLDS.bracketed;
  if (isTraditional(code) || isDependent(code)) bits |= HOLDS.traditional;
  if (/[,:;?!()（）."「」『』﹁﹂﹃﹄〝〞•‧・･∙⋅●᛫-]/.test(char)) bits |= HOLDS.punctuation;
  return bits;
}

/** Generous: whatever is neither ASCII, an everyday character nor everyday punctuation. */
function isFoldable(code: number, char: string): boolean {
  if (code >= 0x20 && code < 0x7f) return false;
  if (code >= 0x3400 && code <= 0x9fff) return false;
  return !'，。、；：？！“”‘’（）《》【】—…·％'.replace('％', '').includes(char);
}

/** Tells in one pass which steps of cleaning have anything to do; the bits of `HOLDS`. */
export function surveyText(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= BITS[text.charCodeAt(i)] ?? 0;
  return bits;
}
