/** `text` as a LIKE pattern that matches itself alone. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
