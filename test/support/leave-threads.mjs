import { afterAll } from '@jest/globals';
import { leaveThreads } from './piscina.mjs';

// Each test file has modules of its own; the threads that these started are of use to the files that come next.
afterAll(leaveThreads);
