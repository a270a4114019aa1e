import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Extraction bundled as it is for those who run it (scripts/bundle-sources.mjs). What reads TypeScript for the benches gives each function its
 * name anew whenever it is made, which takes a tenth of the time.
 */
export async function loadBundledExtraction(): Promise<
  Pick<typeof import('../../src/extraction/extract-claims.ts'), 'extractClaims'>
> {
  const folder = join(root, 'dist/bench-extraction');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'extract-claims.js');
  await build({
    entryPoints: ['src/extraction/extract-claims.ts'],
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
