import { readFile } from 'node:fs/promises';
import { XiezuoError } from './errors.ts';

/**
 * Reads a file whole.
 *
 * @throws {XiezuoError} FILE_UNREADABLE
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    throw new XiezuoError(
      'FILE_UNREADABLE',
      `${path} cannot be read (${code}): check that it is a file and that you may read it.`,
      { cause },
    );
  }
}
