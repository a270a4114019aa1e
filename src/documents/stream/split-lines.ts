/** A line of a stream of bytes. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without its line break; null where the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Splits a stream at its line feeds. No more than `limit` bytes of a line are held; of a longer line only its number is
 * given; empty lines are passed over. The bytes of a line are a view that holds good until the next line is asked for.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const end = (): ByteLine => {
    const line = { number: number++, bytes: length > limit ? null : joinLine(parts) };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      if (length > 0) yield end();
      else number++;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield end();
}

function joinLine(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  const line = first !== undefined && parts.length === 1 ? first : Buffer.concat(parts);
  return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
}
