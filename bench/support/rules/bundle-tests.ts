import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { listRules, type Rule } from './list-rules.ts';

const root = join(import.meta.dirname, '../../..');
const target = join(root, 'dist/rules');

/** Tests of time say of a rule only how long it takes. */
const TIMED = ['linear.test.ts'];

/** Tests that a worker can run, and the rules that they can run without. */
export interface Bundle {
  readonly rules: readonly Rule[];
  /** The bundled modules of the test files. */
  readonly files: readonly string[];
  /** The bundled module of the worker. */
  readonly worker: string;
}

const slashed = (path: string) => path.replaceAll('\\', '/');

/** The source with each rule handed to `useRule` under its number. */
function wrapRules(source: string, rules: readonly Rule[], first: number): string {
  const marks = rules.flatMap(({ start, end }, i) => [
    { at: end, text: ')' },
    { at: start, text: `useRule(${first + i}, ` },
  ]);
  let bytes = Buffer.from(source);
  for (const { at, text } of marks.sort((a, b) => b.at - a.at))
    bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
  return bytes.toString();
}

/** Bundles the pure tests of extraction, in which any rule of `src/extraction` can be switched off. */
export async function bundleTests(): Promise<Bundle> {
  const rules: Rule[] = [];
  const tests = readdirSync(join(root, 'test/extraction'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !TIMED.includes(name))
    .map((name) => slashed(join('test/extraction', name)))
    .sort();
  const names = new Map(tests.map((test) => [test, test.replaceAll('/', '-').replace(/\.test\.ts$/, '')]));
  const worker = 'bench/support/rules/run-tests.ts';
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: { worker, ...Object.fromEntries([...names].map(([test, name]) => [name, test])) },
    outdir: target,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    alias: { '@jest/globals': join(root, 'bench/support/rules/test-globals.ts') },
    plugins: [
      {
        name: 'rules',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const name = slashed(relative(root, path));
            const source = readFileSync(path, 'utf8');
            const found = name.startsWith('src/extraction/') ? listRules(name, source) : [];
            const wrapped = wrapRules(source, found, rules.length);
            rules.push(...found);
            const contents = wrapped
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
              .replaceAll('import.meta.url', `'file://${path}'`);
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  const place = (name: string) => join(target, `${name}.js`);
  return { rules, files: [...names.values()].map(place), worker: place('worker') };
}
