/**
 * What a terminal obeys or hides instead of showing it: controls (ESC among them), marks that turn the direction of a text
 * or have no width, and the separators of lines. A tab is shown as it is.
 */
const UNPRINTABLE = /(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}

/**
 * A line as it may be printed whatever names, reasons and texts it holds: what a terminal would obey is written as JSON
 * would write it, so that a line of JSON stays the same JSON.
 *
 * @example printable('a\u001b[2J.txt') // 'a\\u001b[2J.txt'
 */
export function printable(line: string): string {
  return line.replace(UNPRINTABLE, (character) => NAMED[character] ?? escapeUnits(character));
}
