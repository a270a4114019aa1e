// Bundles the explorer, GraphiQL with its editor and workers, into dist/explorer, so that it loads nothing from
// elsewhere, and compresses each file once, so that no server does it again for each visitor. Run by `npm run prepare`.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const source = new URL('../src/graphql/explorer/', import.meta.url);
const target = new URL('../dist/explorer/', import.meta.url);

const shared = {
  outdir: fileURLToPath(target),
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.graphql': 'text', '.ttf': 'dataurl', '.woff2': 'dataurl' },
};

await rm(target, { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    format: 'esm',
    jsx: 'automatic',
    entryPoints: { explorer: fileURLToPath(new URL('explorer.tsx', source)) },
  }),
  build({
    ...shared,
    format: 'iife',
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
  }),
]);
await cp(new URL('index.html', source), new URL('index.html', target));

// More takes several times as long for the last hundredths.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
for (const name of await readdir(target)) {
  const file = fileURLToPath(new URL(name, target));
  const content = await readFile(file);
  await Promise.all([
    promisify(brotliCompress)(content, BROTLI).then((packed) => writeFile(`${file}.br`, packed)),
    promisify(gzip)(content).then((packed) => writeFile(`${file}.gz`, packed)),
  ]);
}
