import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the five real pages. */
export const seedFolder = fileURLToPath(new URL('../../seed/documents/', import.meta.url));

/** The five real pages, in the order of their names. */
export function readSeedDocuments(): { name: string; bytes: Uint8Array }[] {
  return readdirSync(seedFolder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${seedFolder}${name}`) }));
}
