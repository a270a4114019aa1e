/** Why a note is made of a query. */
export type NoteReason =
  | 'EMPTY'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_VALUE'
  | 'ONLY_EXCLUDED'
  | 'TOO_MANY_TERMS'
  | 'LOOSENED'
  | 'LEFT_OUT';

/** What those who searched should know of how their query was taken. */
export interface QueryNote {
  readonly reason: NoteReason;
  /** For people. */
  readonly message: string;
  /** The piece of the query that it is about; null where it is about the whole. */
  readonly text: string | null;
}
