import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XiezuoError } from '../base/errors.ts';
import { addLexicon } from '../extraction/add-lexicon.ts';

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    throw new XiezuoError('LEXICON_INVALID', `${path} cannot be read as UTF-8 text.`, { cause });
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.txt'));
  } catch (cause) {
    const message = `XIEZUO_LEXICON is ${folder}, which is no folder that can be read.`;
    throw new XiezuoError('LEXICON_INVALID', message, { cause });
  }
}

/**
 * Adds the words of a user's folder to the lexicons, for all that is extracted from then on; docs/lexicons.md says what
 * the files hold. To be called once, before the first page is read.
 *
 * @throws {XiezuoError} LEXICON_INVALID: the folder or a file cannot be read, or a line cannot be used.
 */
export function loadLexicon(folder: string): void {
  const files = listFiles(folder);
  if (files.length === 0)
    throw new XiezuoError('LEXICON_INVALID', `${folder} holds no .txt file; docs/lexicons.md lists them.`);
  addLexicon(files.map((name) => ({ name, text: readText(join(folder, name)) })));
}
