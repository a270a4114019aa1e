// Bundles the explorer, GraphiQL with its editor and workers, into dist/explorer, so that it loads nothing from
// elsewhere. Run by `npm run prepare`.
import { cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
