import type { Declaration, Holder } from '../store/curation/list-distinct.ts';
import type { OpenQuestion } from './open-question.ts';

/** How likely two are one of which a person said that they are two, and pages say that they are one. */
const DISPUTED_SCORE = 0.9;

/** What the declarations of people mean for open questions. */
export interface DeclaredPairs {
  /** Whether somebody declared the two of a question to be two, and no page has said otherwise since. */
  readonly isSettled: (question: OpenQuestion) => boolean;
  /** What pages have said since. */
  readonly disputed: readonly OpenQuestion[];
}

interface Pair {
  readonly left: { readonly id: string };
  readonly right: { readonly id: string };
}

/** Two entities as one text which two, in whatever order. */
export function pairOf({ left, right }: Pair): string {
  return [left.id, right.id].sort().join();
}

const cross = (lefts: readonly Holder[], rights: readonly Holder[]) =>
  lefts.flatMap((left) => rights.map((right) => ({ left, right })));

/** What one declaration settles, and what it leaves to ask. */
function readDeclaration({ kind, leftId, rightId, holders, shared }: Declaration) {
  const lefts = holders.filter(({ isLeft, isRight }) => isLeft && !isRight);
  const rights = holders.filter(({ isLeft, isRight }) => isRight && !isLeft);
  const both = holders.filter(({ isLeft, isRight }) => isLeft && isRight);
  const ask = (pairs: readonly Record<'left' | 'right', Holder>[], reason: string): OpenQuestion[] =>
    pairs.map(({ left, right }) => ({
      kind,
      left: { id: left.id, name: left.name },
      right: { id: right.id, name: right.name },
      score: DISPUTED_SCORE,
      reasons: [reason],
    }));
  const told = cross(lefts, rights);
  const keys = shared.map((key) => key.replace('\t', ' ')).join(', ');
  const bridges = ask(
    cross(both, [...lefts, ...rights]),
    'pages speak of the first as of both of two that were declared to be two',
  );
  if (shared.length > 0)
    return {
      settled: [],
      disputed: [...ask(told, `declared to be two, but pages tell both by ${keys}`), ...bridges],
    };
  // Where one has all the keys of the other, ids are all that tells which were meant.
  const named =
    leftId !== null && rightId !== null && told.length === 0
      ? [pairOf({ left: { id: leftId }, right: { id: rightId } })]
      : [];
  return {
    settled: [...told.map(pairOf), ...named],
    disputed: bridges,
  };
}

/** Reads what people declared to be two: what is settled by it, and what pages have said against it since. */
export function readDeclarations(declarations: readonly Declaration[]): DeclaredPairs {
  const read = declarations.map(readDeclaration);
  const settled = new Set(read.flatMap((one) => one.settled));
  const isSettled = (question: OpenQuestion) => settled.has(pairOf(question));
  const disputed = new Map(
    read.flatMap((one) => one.disputed).map((question) => [pairOf(question), question]),
  );
  return { isSettled, disputed: [...disputed.values()] };
}
