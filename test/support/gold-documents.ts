import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSeedDocuments } from './seed-documents.ts';

const folder = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));

/** The pages with gold facts where they are at hand, beside this folder; else the five seeds alone. */
export function readGoldDocuments(): { name: string; bytes: Uint8Array }[] {
  if (!existsSync(folder)) return readSeedDocuments();
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) }));
}
