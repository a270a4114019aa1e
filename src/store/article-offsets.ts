/** Offsets as bytes: little-endian uint32, whatever this machine's own order is. */
export function writeOffsets(offsets: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(offsets.length * Uint32Array.BYTES_PER_ELEMENT);
  for (let index = 0; index < offsets.length; index++) bytes.writeUInt32LE(offsets[index] ?? 0, index * 4);
  return bytes;
}

/** Reads what `writeOffsets` wrote. */
export function readOffsets(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT }, (_, index) =>
    view.getUint32(index * Uint32Array.BYTES_PER_ELEMENT, true),
  );
}
