import { groupBy } from '../../base/group-by.ts';
import type { CivilDate } from '../../documents/model/source-document.ts';
import type { AreaRef } from '../../extraction/model/claim.ts';
import { chooseDate, rankDates, type StatedDate } from './choose-date.ts';
import { rankPlaces } from './choose-places.ts';
import { contradictionOf, rankAlternatives } from './rank-alternatives.ts';
import { rankChairs } from './rank-chairs.ts';
import type { AgreementStatement, Contradiction, MeetingStatement } from './statement.ts';

/** What the graph shows of what pages may say differently of a meeting. */
export interface SettledMeeting extends StatedDate {
  readonly places: readonly AreaRef[];
  readonly contradictions: readonly Contradiction[];
}

/** Chooses what the graph shows of a meeting, and lists what pages say otherwise. */
export function settleMeeting(statements: readonly MeetingStatement[]): SettledMeeting {
  const [dates, places] = [rankDates(statements), rankPlaces(statements)];
  return {
    ...chooseDate(dates),
    places: places[0]?.values ?? [],
    contradictions: [
      ...contradictionOf('DATE', dates),
      ...contradictionOf('PLACE', places),
      ...contradictionOf('CHAIR', rankChairs(statements)),
    ],
  };
}

/** What the graph shows of what pages may say differently of an agreement. */
export interface SettledAgreement {
  readonly signedOn: CivilDate | null;
  readonly contradictions: readonly Contradiction[];
}

/** Chooses what the graph shows of an agreement, and lists what pages say otherwise. */
export function settleAgreement(statements: readonly AgreementStatement[]): SettledAgreement {
  const days = groupBy(
    statements.filter(({ signedOn }) => signedOn !== null),
    ({ signedOn }) => signedOn ?? '',
  );
  const ranked = rankAlternatives(
    [...days].map(([day, sources]) => ({ values: [day], sources, rank: 0, tie: day })),
  );
  return { signedOn: ranked[0]?.values[0] ?? null, contradictions: contradictionOf('SIGNED_ON', ranked) };
}
