/** The beginning of a stream, and the whole of it, the beginning included. */
export interface PeekedStream {
  readonly head: Uint8Array;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Reads a stream until `size` bytes or its end have come. `head` may be longer, and is shorter only at the end. */
export async function peekStream(chunks: AsyncIterable<Uint8Array>, size: number): Promise<PeekedStream> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(parts), stream: replay(parts, iterator) };
}

async function* replay(
  parts: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    // Whoever stops reading early lets go of what the stream holds open.
    await iterator.return?.();
  }
}
