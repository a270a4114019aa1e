import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

test('C11: the engine is prepared without a word, whatever version of Node.js this is', () => {
  const script = `import('./src/limit-heap.ts').then(({ expectGarbage, limitHeap }) => {
    expectGarbage();
    limitHeap();
    console.log('done');
  })`;
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const { NODE_OPTIONS: _, ...env } = process.env;
  const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { cwd, env, encoding: 'utf8' });
  expect({ stdout: run.stdout, stderr: run.stderr }).toEqual({ stdout: 'done\n', stderr: '' });
});
