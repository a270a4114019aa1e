import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { XiezuoError } from '../../base/errors.ts';

/** The first bytes of a gzip file. */
const MAGIC = [0x1f, 0x8b] as const;
/** How many bytes may come out of one: text, however much it repeats itself, gives less; a bomb up to 1,032. */
const MAX_RATIO = 250;
/** What may come out whatever the ratio. */
const FREE_BYTES = 8 * 1024 * 1024;

/** Whether bytes are the beginning of a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

/**
 * Unpacks a gzip stream, one member or several.
 *
 * @throws {XiezuoError} GZIP_BROKEN it is damaged or cut short; GZIP_BOMB far more comes out of it than of any text.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const count = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const unpacker = createGunzip();
  pipeline(Readable.from(count(), { objectMode: false }), unpacker, () => undefined);
  let unpacked = 0;
  try {
    for await (const chunk of unpacker) {
      unpacked += (chunk as Uint8Array).length;
      if (unpacked > FREE_BYTES && unpacked > MAX_RATIO * packed) throw createBombError();
      yield chunk as Uint8Array;
    }
  } catch (cause) {
    const { code = '' } = cause as { code?: string };
    if (!/^Z_/.test(code)) throw cause;
    throw new XiezuoError('GZIP_BROKEN', 'The gzip file is damaged or cut short: get it again.', { cause });
  }
}

function createBombError(): XiezuoError {
  const message = `The gzip file unpacks to more than ${MAX_RATIO} times its size: it is not read on.`;
  return new XiezuoError('GZIP_BOMB', message);
}
