const DIGITS = new Map([...'〇零一二三四五六七八九'].map((digit, i) => [digit, Math.max(0, i - 1)]));
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

function parseUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = UNITS.get(character);
    const value = DIGITS.get(character);
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (value !== undefined) digit = value;
    else return null;
  }
  return total + (digit ?? 0);
}

/**
 * Reads a whole number in Arabic digits (35, ３５), as Chinese digits (二〇二三) or with Chinese units
 * (二十三, 一百零二); null where the text is none.
 *
 * @example parseNumeral('十四') // 14
 */
export function parseNumeral(text: string): number | null {
  const plain = text.normalize('NFKC');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (plain === '' || plain.length > 9) return null;
  if (/[十百千]/.test(plain)) return parseUnits(plain);
  const digits = [...plain].map((character) => DIGITS.get(character));
  return digits.every((digit) => digit !== undefined) ? Number(digits.join('')) : null;
}
