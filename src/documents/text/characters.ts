/** Whether a UTF-16 code unit is (half of) a Han character, 〇 included. */
export function isHanCode(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd8bf) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    code === 0x3007
  );
}

/** Whether the code unit at `index` is (half of) a Han character; false outside the text. */
export function isHanAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isHanCode(text.charCodeAt(index));
}

/** Whether at least so many code units of the text are (halves of) Han characters. */
export function hasHan(text: string, least: number): boolean {
  let count = 0;
  for (let i = 0; i < text.length && count < least; i++) if (isHanCode(text.charCodeAt(i))) count++;
  return count >= least;
}

/** Whether the code unit is full-width punctuation of Chinese text, or a mark that stands with it. */
export function isCjkPunctuationCode(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x303f && code !== 0x3007) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65) ||
    (code >= 0x2013 && code <= 0x201d) ||
    code === 0x2026 ||
    code === 0xb7
  );
}

/** Whether the text ends as a sentence does; closing quotation marks and brackets are looked through. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && '”’」』）)》】 '.includes(text.charAt(at))) at--;
  return at >= 0 && '。！？；!?;…'.includes(text.charAt(at));
}
