import type { CivilDate } from '../../documents/model/source-document.ts';
import type { AreaRef, DateBasis, MonthDay } from '../../extraction/model/claim.ts';

/** Which article says something, and when it was published. */
export interface Source {
  readonly articleId: string;
  readonly publishedOn: CivilDate | null;
}

/** What one article says of a meeting that another may say otherwise. */
export interface MeetingStatement extends Source {
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly dateBasis: DateBasis;
  /** Set where the article leaves the year open; else null. */
  readonly monthDay: MonthDay | null;
  /** In the order of the text. */
  readonly places: readonly AreaRef[];
  /** Who chaired it, in a fixed order. */
  readonly chairs: readonly { readonly id: string; readonly name: string }[];
}

/** What one article says of an agreement that another may say otherwise. */
export interface AgreementStatement extends Source {
  readonly signedOn: CivilDate | null;
}

/** What pages may contradict each other about. */
export type ContradictedField = 'DATE' | 'PLACE' | 'CHAIR' | 'SIGNED_ON';

/** Something that articles say, and those that say it or agree with it. */
export interface Alternative {
  /** Days (`2020-06-06`, `--06-06`), codes of areas or ids of people. */
  readonly values: readonly string[];
  /** Ids, in a fixed order. */
  readonly articleIds: readonly string[];
}

/** What pages say differently: at least two alternatives, the one that the graph shows first. */
export interface Contradiction {
  readonly field: ContradictedField;
  readonly alternatives: readonly Alternative[];
}

const keyOf = (statement: object) =>
  JSON.stringify(Object.entries(statement).sort(([left], [right]) => (left < right ? -1 : 1)));

/** All statements, each once, in a fixed order. */
export function joinStatements<S extends Source>(left: readonly S[], right: readonly S[]): S[] {
  const all = new Map([...left, ...right].map((statement) => [keyOf(statement), statement]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
}
