import { groupBy } from '../../base/group-by.ts';
import type { CivilDate } from '../../documents/model/source-document.ts';
import type { Bound, Bounds } from './infer-day.ts';

/** An office that one person holds at a time: who held it, and as what. */
export interface Holding {
  /** Tells the office, whether it is held acting or not. */
  readonly seat: string;
  readonly personId: string;
  readonly name: string;
  /** In full: 上海市代市长. */
  readonly title: string;
  readonly isActing: boolean;
}

/** When pages show somebody in an office. */
export interface Tenure extends Holding {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** Offices that one person holds at a time. */
const OFFICES = '书记 省长 市长 县长 区长 州长 盟长 旗长 主席 部长 厅长 局长 主任 检察长 院长'.split(' ');

/** What stands before an office that is held acting. */
const ACTING = ['代理', '代'];

/** What a role means: an office, held acting or in full. */
interface HeadRole {
  readonly office: string;
  readonly isActing: boolean;
}

/** Roles that one person holds at a time, with what they mean. */
const HEAD_ROLES = new Map<string, HeadRole>(
  OFFICES.flatMap((office): [string, HeadRole][] => [
    [office, { office, isActing: false }],
    ...ACTING.map((word): [string, HeadRole] => [`${word}${office}`, { office, isActing: true }]),
  ]),
);

/** All roles that one person holds at a time. */
export const listHeadRoles = () => [...HEAD_ROLES.keys()];

/** The office that a role means, and whether it is held acting; null for roles that many hold at a time. */
export function readHeadRole(role: string): HeadRole | null {
  return HEAD_ROLES.get(role) ?? null;
}

const firstOf = (tenures: readonly Tenure[]) =>
  tenures.reduce((best, one) => (one.first < best.first ? one : best));
const lastOf = (tenures: readonly Tenure[]) =>
  tenures.reduce((best, one) => (one.last > best.last ? one : best));

const boundOn = (on: CivilDate, { name, title }: Holding): Bound => ({
  on,
  because: `${name} was ${title} (${on})`,
});

/** The tenures of a seat by person, in order; null where two held it at a time: then something was misread. */
function orderTenures(tenures: readonly Tenure[]): Tenure[][] | null {
  const people = [...groupBy(tenures, ({ personId }) => personId).values()].sort((left, right) =>
    firstOf(left).first < firstOf(right).first ? -1 : 1,
  );
  const isOrdered = people.every((own, index) => {
    const before = people[index - 1];
    return !before || lastOf(before).last < firstOf(own).first;
  });
  return isOrdered ? people : null;
}

/** Who acts in an office does so before they hold it. */
function actingBounds({ isActing }: Holding, own: readonly Tenure[]): Bounds {
  const acting = own.filter((tenure) => tenure.isActing);
  const full = own.filter((tenure) => !tenure.isActing);
  const isOrdered = acting.length === 0 || full.length === 0 || lastOf(acting).last < firstOf(full).first;
  if (!isOrdered) return { after: [], before: [] };
  if (isActing && full.length > 0)
    return { after: [], before: [boundOn(firstOf(full).first, firstOf(full))] };
  if (!isActing && acting.length > 0)
    return { after: [boundOn(lastOf(acting).last, lastOf(acting))], before: [] };
  return { after: [], before: [] };
}

/** What one office says: its holder held it before or after others, and so they did on the day of the meeting. */
function boundsOfSeat(holding: Holding, tenures: readonly Tenure[]): Bounds {
  const ordered = orderTenures(tenures);
  const at = ordered?.findIndex(([tenure]) => tenure?.personId === holding.personId) ?? -1;
  const own = ordered?.[at];
  if (!ordered || !own) return { after: [], before: [] };
  const [previous, next] = [at > 0 ? ordered[at - 1] : undefined, ordered[at + 1]];
  const acting = actingBounds(holding, own);
  return {
    after: [...acting.after, ...(previous ? [boundOn(lastOf(previous).last, lastOf(previous))] : [])],
    before: [...acting.before, ...(next ? [boundOn(firstOf(next).first, firstOf(next))] : [])],
  };
}

/**
 * What the offices that people held at a meeting say of when it was: an office has one holder at a time, who holds it without
 * a break, acting first if at all.
 *
 * @param tenures when pages of a known day show the holders, and others, in the same offices.
 */
export function seatBounds(holdings: readonly Holding[], tenures: readonly Tenure[]): Bounds {
  const bySeat = groupBy(tenures, ({ seat }) => seat);
  const held = groupBy(holdings, ({ seat }) => seat);
  const all = [...held].flatMap(([seat, own]) => {
    const [holding] = own;
    const isOne = new Set(own.map(({ personId, isActing }) => `${personId} ${isActing}`)).size === 1;
    return holding && isOne ? [boundsOfSeat(holding, bySeat.get(seat) ?? [])] : [];
  });
  return { after: all.flatMap(({ after }) => after), before: all.flatMap(({ before }) => before) };
}
