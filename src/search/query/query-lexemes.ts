/** A piece of a query, as it was typed. */
export interface Lexeme {
  readonly kind: 'word' | 'quoted' | 'field' | 'not' | 'or' | 'open' | 'close';
  /** The text, or the name of the field; empty for signs. */
  readonly text: string;
}

/** Where quotes end that begin so. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
]);
const [OPEN, CLOSE] = [new Set('(（'), new Set(')）')];
const SPACE = /\s/u;
const MINUS = new Set('-－−');
const FIELD = /^([A-Za-z]{1,20})[:：](?!\/\/)/;
const OR = /^OR$/;

/** The pieces of a query, in order. White space divides words; so do quotes and parentheses, which are pieces of their own. */
export function readLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  // Whether a sign may stand here: at the beginning of a piece.
  let isStart = true;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const close = QUOTES.get(char);
    const end = close === undefined ? -1 : text.indexOf(close, at + 1);
    if (end > 0) {
      lexemes.push({ kind: 'quoted', text: text.slice(at + 1, end) });
      at = end + 1;
      isStart = true;
    } else if (OPEN.has(char) || CLOSE.has(char)) {
      lexemes.push({ kind: OPEN.has(char) ? 'open' : 'close', text: '' });
      at += 1;
      isStart = true;
    } else if (SPACE.test(char) || close !== undefined) {
      at += 1;
      isStart = true;
    } else if (isStart && MINUS.has(char)) {
      // A dash that nothing stands at is none.
      const next = text.charAt(at + 1);
      if (next !== '' && !SPACE.test(next) && !MINUS.has(next) && !CLOSE.has(next))
        lexemes.push({ kind: 'not', text: '' });
      at += 1;
      isStart = !MINUS.has(next);
    } else {
      const field = isStart ? FIELD.exec(text.slice(at)) : null;
      const size = field ? field[0].length : sizeOfWord(text, at);
      const word = text.slice(at, at + size);
      if (field) lexemes.push({ kind: 'field', text: field[1] ?? '' });
      else lexemes.push(OR.test(word) ? { kind: 'or', text: '' } : { kind: 'word', text: word });
      at += size;
      isStart = false;
    }
  }
  return lexemes;
}

function sizeOfWord(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const char = text.charAt(end);
    if (SPACE.test(char) || OPEN.has(char) || CLOSE.has(char) || QUOTES.has(char)) break;
  }
  return end - start;
}
