const ATTRIBUTE =
  /([A-Za-z_:@][-\w:.@]{0,60})(?:\s{0,20}=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'=<>`]{1,4000})))?/g;

/** A range of the source, half-open. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** The attributes of a start tag: lower-case name → where its value stands in the source. First one wins. */
export function readAttributes(source: string, start: number, end: number): ReadonlyMap<string, SourceRange> {
  const attributes = new Map<string, SourceRange>();
  const tag = source.slice(start, Math.min(end, start + 20_000));
  ATTRIBUTE.lastIndex = tag.search(/\s|$/);
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    const name = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const quoted = match[4] === undefined && match[0].length > name.length ? 1 : 0;
    const valueEnd = start + match.index + match[0].length - quoted;
    if (!attributes.has(name)) attributes.set(name, { start: valueEnd - value.length, end: valueEnd });
  }
  return attributes;
}
