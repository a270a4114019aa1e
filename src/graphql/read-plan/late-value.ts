/**
 * Stands for a value of a request in what is composed without it, so that a statement serves all requests that differ in it: it
 * becomes a parameter, and is filled in when the statement is run. Whoever looks at it while composing would compose for nothing.
 */
export class LateValue {
  /** The variable whose value it is. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** @throws {LookedAtError} */
  toString(): never {
    throw new LookedAtError(this.name);
  }

  /** @throws {LookedAtError} */
  toJSON(): never {
    throw new LookedAtError(this.name);
  }
}

/** What is composed depends on a value that is not there: it must be composed for each. */
export class LookedAtError extends Error {
  constructor(name: string) {
    super(`The value of $${name} is looked at`);
    this.name = 'LookedAtError';
  }
}
