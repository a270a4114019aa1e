import type { Statement } from './statement.ts';

/** A root field as a statement. */
export interface ComposedField {
  readonly statement: Statement;
  /** Whether the schema lets it be null. */
  readonly isNullable: boolean;
}

/** A query as statements. */
export interface ComposedOperation {
  /** By response key, in the order of the answer; null where it is the name of the root type. */
  readonly fields: ReadonlyMap<string, ComposedField | null>;
  /** Whether what the statements give is the answer; else graphql-js walks it. */
  readonly isAnswer: boolean;
}

/** What came of a root field's statement. */
export type Outcome = PromiseSettledResult<string | null>;

/** What is known of a request's operation before it is executed. */
export interface RequestOperation {
  /** Null where nothing could be composed ahead: its resolvers do it. */
  composed: ComposedOperation | null;
  /** What came of its statements, in the order of its fields, where they have been run. */
  outcomes: readonly Outcome[] | null;
  /** Its variables, coerced. */
  variables: Readonly<Record<string, unknown>>;
}
