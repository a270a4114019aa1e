/** The first `limit` UTF-16 code units of a text for people: where it is longer an ellipsis follows, so that they are not taken for the whole. */
export function cut(text: string, limit: number): string {
  // No half of a character stays.
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
}
