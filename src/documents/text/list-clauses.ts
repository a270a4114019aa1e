import { stripMarks } from './strip-marks.ts';

const [SEPARATOR, NUMBER_END] = [1, 2];
/** For each code unit whether it parts clauses, or does so behind a number. */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  if ('，。！？；：'.includes(char) || /\s/.test(char)) return SEPARATOR;
  return '）)、.．'.includes(char) ? NUMBER_END : 0;
});

/**
 * The clauses of a text of at least `minLength` characters, without punctuation, white space and the numbers of lists.
 *
 * @example listClauses('会议强调，（1）要加强协作。', 2) // 会议强调, 要加强协作
 */
export function listClauses(text: string, minLength: number): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const end = findClauseEnd(text, at);
    if (end < 0) continue;
    const clause = end - from < minLength ? '' : stripMarks(text.slice(from, end));
    if (clause.length >= minLength) clauses.push(clause);
    from = at + 1;
  }
  return clauses;
}

/** Where the clause ends that the mark at `at`, or the end of the text, parts from the next; -1 where nothing does. */
function findClauseEnd(text: string, at: number): number {
  const kind = at < text.length ? KINDS[text.charCodeAt(at)] : SEPARATOR;
  if (kind === SEPARATOR) return at;
  if (kind === 0 || !isDigitAt(text, at - 1)) return -1;
  return isDigitAt(text, at - 2) ? at - 2 : at - 1;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
