import { TestEnvironment } from 'jest-environment-node';
import { Piscina } from 'piscina';

/** Threads that outlive the file of tests which started them, by how they were started. */
const kept = new Map();

/** The environment of a file of tests, with the threads that files before it left: each would load its dictionary and lexicons anew. */
export default class ThreadEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.xiezuoThreads = { Piscina, kept };
  }
}
