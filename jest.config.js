import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { usesDatabase } from './test/support/uses-database.mjs';

// Each file of tests, and each command that one runs, loads the segmenter's dictionary: in large pages a quarter of the time suffices.
process.env.GLIBC_TUNABLES ??= 'glibc.malloc.hugetlb=1';

const folder = join(import.meta.dirname, 'test');
const tests = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'));

/** A project of the tests that use a database, or of those that do not. */
const project = (displayName, isWithDatabase, more) => ({
  displayName,
  testEnvironment: 'node',
  // Where Jest looks for tests; what these import is found where it is.
  roots: ['<rootDir>/test'],
  testMatch: tests
    .filter((name) => usesDatabase(join(folder, name)) === isWithDatabase)
    .map((name) => `<rootDir>/test/${name}`),
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
      },
    ],
  },
  ...more,
});

/** @type {import('jest').Config} */
export default {
  // A file is of the one or the other by what it imports, so that none has to say it. Jest sets up a project only where a file of it runs.
  projects: [
    project('pure', false, { globalSetup: '<rootDir>/test/support/global-bundle.mjs' }),
    project('database', true, {
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      testEnvironment: '<rootDir>/test/support/thread-environment.mjs',
      moduleNameMapper: { '^piscina$': '<rootDir>/test/support/piscina.mjs' },
      setupFilesAfterEnv: ['<rootDir>/test/support/leave-threads.mjs'],
    }),
  ],
  testTimeout: 60_000,
  // One a core; a worker whose heap has grown, as module registries of tests make it, is replaced by a new one, which loads all anew.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '600MB',
};
