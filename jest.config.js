/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/close-threads.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
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
  testTimeout: 60_000,
  // One a core; a worker whose memory has grown, as module registries of tests make it, is replaced by a new one. Jest looks at the heap
  // alone: what the segmenter's dictionary leaves in memory, 250 MB a file that loads it, is not seen, so that the bound is low.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '300MB',
};
