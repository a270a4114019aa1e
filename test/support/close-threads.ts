import { afterAll } from '@jest/globals';
import { closeReader } from '../../src/reading/page-reader.ts';
import { closeWords } from '../../src/search/words.ts';

// Each test file has modules of its own, and so threads of its own: those that it started end with it.
afterAll(() => Promise.all([closeReader(), closeWords()]));
