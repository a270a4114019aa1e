// Offsets are kept as runs of consecutive ones: two big-endian uint32 a run, where it begins in the text and in the source.
// Hardly an article has more than some dozens; four bytes a character would be most of its row.
const RUN_BYTES = 8;

/** Offsets of a text into its source, as bytes. */
export function writeOffsets(offsets: Uint32Array): Buffer {
  const runs: number[] = [];
  for (let index = 0; index < offsets.length; index++)
    if (index === 0 || offsets[index] !== (offsets[index - 1] ?? 0) + 1)
      runs.push(index, offsets[index] ?? 0);
  const bytes = Buffer.allocUnsafe(runs.length * Uint32Array.BYTES_PER_ELEMENT);
  for (const [place, value] of runs.entries())
    bytes.writeUInt32BE(value, place * Uint32Array.BYTES_PER_ELEMENT);
  return bytes;
}

/** Reads what `writeOffsets` wrote of a text of `length` UTF-16 code units. */
export function readOffsets(bytes: Uint8Array, length: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets = new Uint32Array(length);
  for (let run = 0; run < bytes.byteLength; run += RUN_BYTES) {
    const [start, source] = [view.getUint32(run), view.getUint32(run + Uint32Array.BYTES_PER_ELEMENT)];
    const end = run + RUN_BYTES < bytes.byteLength ? view.getUint32(run + RUN_BYTES) : length;
    for (let index = start; index < end; index++) offsets[index] = source + index - start;
  }
  return offsets;
}
