import { expect } from 'expect';

type Work = (...values: never[]) => unknown;

/** A test that was declared. */
export interface Test {
  readonly name: string;
  run(): Promise<void>;
}

/** The tests that the modules loaded so far declare. */
export const tests: Test[] = [];

let before: Work[] = [];

/** Declares a test, as Jest's function of this name does. */
export function test(name: string, work: Work): void {
  const first = before;
  tests.push({
    name,
    async run() {
      for (const prepare of first) await prepare();
      await work();
    },
  });
}

/** Declares something once for each row, whose values it gets. */
const eachOf =
  (declare: (name: string, work: Work) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, work: Work): void => {
    for (const row of rows) declare(name, () => work(...((Array.isArray(row) ? row : [row]) as never[])));
  };

test.each = eachOf(test);
test.skip = Object.assign(() => undefined, { each: () => () => undefined });

/** Declares a group of tests with what is to be done before each. */
export function describe(_: string, work: Work): void {
  const outer = before;
  before = [...outer];
  work();
  before = outer;
}

describe.each = eachOf(describe);

/** Says what is to be done before each test of the group. */
export function beforeEach(work: Work): void {
  before.push(work);
}

export { expect };
