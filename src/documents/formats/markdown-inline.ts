import { applyEdits, type Edit, type MappedText } from '../model/mapped-text.ts';

/** `![alt](target)`, `[text](target)`, `[text][label]`; lengths are bounded to keep the scan linear. */
const LINK =
  /(!?)\[([^[\]\n]{0,500})\](?:\(([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s[^()\n]{0,200})?\)|\[[^[\]\n]{0,100}\])/g;
const MARK =
  /\*{1,3}|~~|(?<![A-Za-z0-9])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![A-Za-z0-9])|\\(?=[\\`*_{}[\]()#+.!|~>-])|`/y;
/** What a mark begins with. */
const MARK_START = /[*_~`\\]/g;

const ANY_MARK = /[*_~`[\\]/;

/** A line of Markdown read. */
export interface InlineText {
  readonly content: MappedText;
  /** The share of its characters that are links, 0–1. */
  readonly linkShare: number;
  /** Whether the line is bold as a whole. */
  readonly strong: boolean;
  /** Where its links lead, in order. */
  readonly targets: readonly { readonly label: string; readonly start: number; readonly end: number }[];
}

/** Takes the inline marks off a line of Markdown: links keep their text, images leave nothing. */
export function readInline(mapped: MappedText): InlineText {
  if (!ANY_MARK.test(mapped.text)) return { content: mapped, targets: [], linkShare: 0, strong: false };
  const edits: Edit[] = [];
  const targets: { label: string; start: number; end: number }[] = [];
  let linked = 0;
  for (const match of mapped.text.includes('[') ? mapped.text.matchAll(LINK) : []) {
    const [whole, bang, label = '', target = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    if (bang === '!') {
      edits.push({ start, end, text: '' });
      continue;
    }
    linked += label.trim().length;
    const targetStart = mapped.text.indexOf('(', start + label.length) + 1;
    targets.push({ label, start: targetStart, end: targetStart + target.length });
    edits.push({ start, end: start + 1, text: '' }, { start: start + 1 + label.length, end, text: '' });
  }
  const content = stripMarks(applyEdits(mapped, edits));
  const visible = content.text.trim().length;
  return { content, targets, linkShare: visible === 0 ? 0 : linked / visible, strong: isStrong(mapped.text) };
}

function stripMarks(mapped: MappedText): MappedText {
  const { text } = mapped;
  const edits: Edit[] = [];
  MARK_START.lastIndex = 0;
  for (let found = MARK_START.exec(text); found !== null; found = MARK_START.exec(text)) {
    MARK.lastIndex = found.index;
    const mark = MARK.exec(text)?.[0] ?? '';
    if (mark === '') continue;
    const end = found.index + mark.length;
    if (mark !== '*' || !isLone(text, found.index)) edits.push({ start: found.index, end, text: '' });
    MARK_START.lastIndex = end;
  }
  return applyEdits(mapped, edits);
}

/** A star between spaces marks nothing. */
function isLone(text: string, at: number): boolean {
  return /^\s?$/.test(text.charAt(at - 1)) && /^\s?$/.test(text.charAt(at + 1));
}

function isStrong(text: string): boolean {
  const trimmed = text.trim();
  return /^(\*\*|__)[^*_]+\1$/.test(trimmed);
}
