/** What a run of characters is made of: of Chinese (and kana, hangul), or of other letters and digits. */
type RunKind = 'han' | 'word';

/** Characters that belong together; nothing between two runs is searched. */
export interface Run {
  readonly kind: RunKind;
  /** Index of its first character in the folded text. */
  readonly start: number;
  readonly chars: readonly string[];
}

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
/** Joins letters and digits on both of its sides: PM2.5, COVID-19. */
const JOINER = /^[.\-_'&+/]$/;

/** The longest run; longer ones, which no language has, are cut. */
const MAX_RUN = 2_000;

/** What each character is, by its code; filled as they turn up. */
const kinds: (RunKind | null | undefined)[] = new Array(0x10000);

function testKind(char: string): RunKind | null {
  if (HAN.test(char)) return 'han';
  return WORD.test(char) ? 'word' : null;
}

/** What a character is made of; null for what is not searched. */
export function kindOf(char: string | undefined): RunKind | null {
  if (char === undefined || char.length !== 1) return char === undefined ? null : testKind(char);
  const code = char.charCodeAt(0);
  const known = kinds[code];
  if (known !== undefined) return known;
  const kind = testKind(char);
  kinds[code] = kind;
  return kind;
}

/** The runs of a folded text, in order. Punctuation and white space stand between them. */
export function splitRuns(chars: readonly string[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  while (start < chars.length) {
    const kind = kindOf(chars[start]);
    const end = kind === null ? start + 1 : endOfRun(chars, start, kind);
    if (kind !== null) runs.push({ kind, start, chars: chars.slice(start, end) });
    start = end;
  }
  return runs;
}

function endOfRun(chars: readonly string[], start: number, kind: RunKind): number {
  let end = start + 1;
  while (end < chars.length && end - start < MAX_RUN) {
    if (kindOf(chars[end]) === kind) end += 1;
    else if (kind === 'word' && JOINER.test(chars[end] ?? '') && kindOf(chars[end + 1]) === 'word') end += 2;
    else break;
  }
  return end;
}
