import { isHanCode } from '../text/characters.ts';

/** First and last lead byte of the everyday characters in the code tables, which are ordered by frequency of use. */
const GB_LEVEL_1 = [0xb0, 0xd7] as const;
const BIG5_LEVEL_1 = [0xa4, 0xc6] as const;
const PUNCTUATION = '，。、；：？！“”‘’（）《》【】「」『』—…·　％';

let everyday: Uint8Array | null = null;

/** For each code unit 1 where it is an everyday character of either script: level 1 of GB 2312 and of Big5, read off their decoders. */
function getEveryday(): Uint8Array {
  everyday ??= markCodes([
    ...listCodes('gb18030', GB_LEVEL_1, 0xa1),
    ...listCodes('big5', BIG5_LEVEL_1, 0x40),
    ...[...PUNCTUATION].map((char) => char.charCodeAt(0)),
  ]);
  return everyday;
}

function markCodes(codes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const code of codes) marks[code] = 1;
  return marks;
}

function listCodes(charset: string, [from, to]: readonly [number, number], trailFrom: number): number[] {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++) {
    for (let trail = trailFrom; trail <= 0xfe; trail++)
      if (trail < 0x7f || trail >= 0xa1) bytes.push(lead, trail);
  }
  const text = new TextDecoder(charset).decode(Uint8Array.from(bytes));
  return [...text].map((char) => char.charCodeAt(0)).filter(isHanCode);
}

/**
 * How much sense a reading of bytes makes as Chinese, 0–1: the share of everyday characters among those that are not
 * ASCII. Undecodable bytes and control characters weigh against it.
 */
export function scoreReading(text: string): number {
  const known = getEveryday();
  let good = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code >= 9 && code <= 13) continue;
    const broken = code === 0xfffd || code < 0x20 || (code >= 0xe000 && code <= 0xf8ff);
    all += broken ? 3 : 1;
    good += known[code] ?? 0;
  }
  return all === 0 ? 0 : good / all;
}
