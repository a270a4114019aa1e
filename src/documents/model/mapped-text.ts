/**
 * A text that knows where each of its characters comes from: which character of the decoded source, counted in UTF-16
 * code units, each of its own stands for. Every step of the documents stage takes and gives such texts, so that no step
 * has to know what the others did. `offsetAt` and `listOffsets` read it.
 */
export interface MappedText {
  readonly text: string;
  /** The offset of the first character where `offsets` is null: those of the others follow it, one by one. */
  readonly start: number;
  /** The offset of every character; null for a passage of the source as it stands there, which most texts are. */
  readonly offsets: Uint32Array | null;
}

/** Replaces the half-open range of a text, in UTF-16 code units, by other characters. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of no characters. */
export const EMPTY_TEXT: MappedText = { text: '', start: 0, offsets: null };

/** The part of the source between two offsets, half-open, as a text that maps to itself. */
export function mapSource(source: string, start = 0, end = source.length): MappedText {
  return { text: source.slice(start, end), start, offsets: null };
}

/** The offset of the character that `text[index]` stands for; undefined outside the text. */
export function offsetAt(mapped: MappedText, index: number): number | undefined {
  if (mapped.offsets !== null) return mapped.offsets[index];
  return index >= 0 && index < mapped.text.length ? mapped.start + index : undefined;
}

/** The offset of every character, in the order of the text. Must not be written to. */
export function listOffsets(mapped: MappedText): Uint32Array {
  return mapped.offsets ?? copyOffsets(mapped, 0, mapped.text.length, new Uint32Array(mapped.text.length), 0);
}

/** Writes the offsets of the characters from `start` to `end`, half-open, into `target` from `at` on. */
function copyOffsets(
  { start: first, offsets }: MappedText,
  start: number,
  end: number,
  target: Uint32Array,
  at: number,
): Uint32Array {
  const shift = at - start;
  if (offsets === null) for (let i = start; i < end; i++) target[i + shift] = first + i;
  else for (let i = start; i < end; i++) target[i + shift] = offsets[i] ?? 0;
  return target;
}

/** The characters from `start` to `end`, half-open. */
export function sliceMapped(mapped: MappedText, start: number, end = mapped.text.length): MappedText {
  if (start === 0 && end >= mapped.text.length) return mapped;
  const text = mapped.text.slice(start, end);
  if (mapped.offsets === null) return { text, start: mapped.start + start, offsets: null };
  return { text, start: 0, offsets: mapped.offsets.subarray(start, end) };
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
  let after = 1;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      offsets.fill(after, at, at + separator.length);
      at += separator.length;
    }
    const { length } = part.text;
    copyOffsets(part, 0, length, offsets, at);
    at += length;
    after = (offsetAt(part, length - 1) ?? 0) + 1;
  }
  return { text, start: 0, offsets };
}

/**
 * The same characters written otherwise, one for one.
 *
 * @throws {RangeError} if `text` is not as long as the text it replaces; that is a defect of the caller.
 */
export function rewriteMapped(mapped: MappedText, text: string): MappedText {
  if (text.length !== mapped.text.length) throw new RangeError('A rewritten text must keep its length.');
  return text === mapped.text ? mapped : { text, start: mapped.start, offsets: mapped.offsets };
}

/**
 * Applies edits, which must be in order and must not overlap. The first characters of a replacement stand for
 * the characters that they replace one by one, the rest for the last of these.
 */
export function applyEdits(mapped: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return mapped;
  const growth = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const offsets = new Uint32Array(mapped.text.length + growth);
  let text = '';
  let from = 0;
  for (const edit of edits) {
    if (edit.start > from) {
      copyOffsets(mapped, from, edit.start, offsets, text.length);
      text += mapped.text.slice(from, edit.start);
    }
    for (let i = 0; i < edit.text.length; i++) {
      const place = Math.max(0, Math.min(edit.start + i, edit.end - 1));
      offsets[text.length + i] = offsetAt(mapped, place) ?? 0;
    }
    text += edit.text;
    from = edit.end;
  }
  copyOffsets(mapped, from, mapped.text.length, offsets, text.length);
  return { text: text + mapped.text.slice(from), start: 0, offsets };
}
