/**
 * A text that knows where each of its characters comes from.
 *
 * `offsets[i]` is the offset, in UTF-16 code units of the decoded source, of the character that
 * `text[i]` stands for. Every step of the documents stage takes and gives such texts, so that no step
 * has to know what the others did.
 */
export interface MappedText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** Replaces the half-open range of a text, in UTF-16 code units, by other characters. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of no characters. */
export const EMPTY_TEXT: MappedText = { text: '', offsets: new Uint32Array(0) };

/** The part of the source between two offsets, half-open, as a text that maps to itself. */
export function mapSource(source: string, start = 0, end = source.length): MappedText {
  return { text: source.slice(start, end), offsets: countOffsets(start, end) };
}

/** Enough for most pages: their lines share one array instead of having one each. */
const SHARED = Uint32Array.from({ length: 0x20000 }, (_, offset) => offset);

/** The offsets from `start` to `end`, half-open. Must not be written to. */
export function countOffsets(start: number, end: number): Uint32Array {
  if (end <= SHARED.length) return SHARED.subarray(start, end);
  const offsets = new Uint32Array(end - start);
  for (let i = 0; i < offsets.length; i++) offsets[i] = start + i;
  return offsets;
}

/** The characters from `start` to `end`, half-open. */
export function sliceMapped(mapped: MappedText, start: number, end = mapped.text.length): MappedText {
  if (start === 0 && end >= mapped.text.length) return mapped;
  return { text: mapped.text.slice(start, end), offsets: mapped.offsets.subarray(start, end) };
}

/** Without white space at either end. */
export function trimMapped(mapped: MappedText): MappedText {
  const start = mapped.text.length - mapped.text.trimStart().length;
  const end = mapped.text.trimEnd().length;
  return start >= end ? EMPTY_TEXT : sliceMapped(mapped, start, end);
}

/** One text after the other, with `separator` between them; the separator stands for what follows a text. */
export function joinMapped(parts: readonly MappedText[], separator = ''): MappedText {
  const text = parts.map((part) => part.text).join(separator);
  const offsets = new Uint32Array(text.length);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      offsets.fill(lastOffset(parts[index - 1]) + 1, at, at + separator.length);
      at += separator.length;
    }
    offsets.set(part.offsets, at);
    at += part.text.length;
  }
  return { text, offsets };
}

function lastOffset(mapped: MappedText | undefined): number {
  return mapped?.offsets.at(-1) ?? 0;
}

/**
 * The same characters written otherwise, one for one.
 *
 * @throws {RangeError} if `text` is not as long as the text it replaces; that is a defect of the caller.
 */
export function rewriteMapped(mapped: MappedText, text: string): MappedText {
  if (text.length !== mapped.text.length) throw new RangeError('A rewritten text must keep its length.');
  return text === mapped.text ? mapped : { text, offsets: mapped.offsets };
}

/**
 * Applies edits, which must be in order and must not overlap. The first characters of a replacement stand for
 * the characters that they replace one by one, the rest for the last of these.
 */
export function applyEdits(mapped: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return mapped;
  const growth = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const offsets = new Uint32Array(mapped.text.length + growth);
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  for (const edit of edits) {
    if (edit.start > from) {
      offsets.set(mapped.offsets.subarray(from, edit.start), at);
      at += edit.start - from;
      pieces.push(mapped.text.slice(from, edit.start));
    }
    pieces.push(edit.text);
    for (let i = 0; i < edit.text.length; i++) {
      offsets[at++] = mapped.offsets[Math.max(0, Math.min(edit.start + i, edit.end - 1))] ?? 0;
    }
    from = edit.end;
  }
  if (from < mapped.text.length) {
    offsets.set(mapped.offsets.subarray(from), at);
    pieces.push(mapped.text.slice(from));
  }
  return { text: pieces.join(''), offsets };
}
