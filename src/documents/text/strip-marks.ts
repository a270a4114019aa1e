const MARKS = /[\p{P}\p{S}\s]/gu;
const [MARK, SURROGATE] = [1, 2];
/** For each code unit whether it is punctuation, a symbol or white space, or half of a character. */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  return /[\p{P}\p{S}\s]/u.test(String.fromCharCode(code)) ? MARK : 0;
});

/** A text without punctuation, symbols and white space: what two wordings are compared by. */
export function stripMarks(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === 0) continue;
    if (kind === SURROGATE) return text.replace(MARKS, '');
    if (at > from) result += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}
