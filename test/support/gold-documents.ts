import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSeedDocuments } from './seed-documents.ts';
import { sharedFolder } from './shared-folder.ts';

/** The pages with gold facts where they are at hand, beside this folder; else the five seeds alone. */
export function readGoldDocuments(): { name: string; bytes: Uint8Array }[] {
  if (sharedFolder === null) return readSeedDocuments();
  const folder = join(sharedFolder, 'documents');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
