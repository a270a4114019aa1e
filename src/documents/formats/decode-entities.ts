import { applyEdits, type Edit, type MappedText } from '../mapped-text.ts';

/** The named references that Chinese pages use, by their names in the HTML standard. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    middot: '·',
    bull: '•',
    sdot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    times: '×',
    divide: '÷',
    deg: '°',
    permil: '‰',
    yen: '¥',
    sect: '§',
    plusmn: '±',
    micro: 'µ',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    radic: '√',
    infin: '∞',
    le: '≤',
    ge: '≥',
    rarr: '→',
    larr: '←',
    zwnj: '\u200c',
    zwj: '\u200d',
    shy: '\u00ad',
  }),
);
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));?/g;

/** Character references replaced by their characters; unknown ones stay as they are. */
export function decodeEntities(mapped: MappedText): MappedText {
  if (!mapped.text.includes('&')) return mapped;
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(REFERENCE)) {
    const text = resolveReference(match);
    if (text !== null) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return applyEdits(mapped, edits);
}

function resolveReference(match: RegExpMatchArray): string | null {
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined) return whole.endsWith(';') || name === 'nbsp' ? (NAMED.get(name) ?? null) : null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '';
}
