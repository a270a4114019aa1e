import type { PositionClaim } from '../../extraction/model/claim.ts';

/** Who is the head of a foreign state, was, or will be. */
const HEAD_OF_STATE = /(?:^|[^副])(?:总统|国王|女王|天皇|埃米尔|大公)$|^(?:国家主席|苏丹)$/;

const HEAD_OF_GOVERNMENT = /(?:^|[^副])(?:总理|首相)$/;

/** Who acts as head of state is one of those who govern. */
const ACTING = /^(?:代|临时|看守)/;

/** That it was once: 前首相, 时任总理. */
const ONCE = /^(?:原|前|时任|曾任|已故)/;

/** Whether an area is a state, and not a division of this country. */
export const isForeign = (area: string) => /^[A-Z]{2}$/.test(area);

/**
 * Who of a foreign state a post tells: its head, or one of those who govern it and change posts among themselves. Pages call both
 * by a family name that they may share, 某国总统甲 and 某国总理甲.
 */
export function tellForeign(area: string, role: string): string {
  const isHead = HEAD_OF_STATE.test(role) && !ACTING.test(role);
  return `${isHead ? 'head' : 'area'}:${area}`;
}

/** Foreign states in which posts are, as keys tell them. */
function listStates(values: readonly string[]): string[] {
  const states = values.flatMap((value) => /^(?:area|head):([A-Z]{2})$/.exec(value)?.[1] ?? []);
  return [...new Set(states.filter((state) => state !== 'CN'))].sort();
}

/** Whether posts of one name on one page are those of a head of state and of a head of government. */
function areTwoHeads(posts: readonly PositionClaim[]): boolean {
  const roles = posts.flatMap(({ area, role }) =>
    area !== null && isForeign(area) && !ONCE.test(role) ? role : [],
  );
  return (
    roles.some((role) => HEAD_OF_STATE.test(role)) && roles.some((role) => HEAD_OF_GOVERNMENT.test(role))
  );
}

/**
 * What tells the several people whom a page calls by one name, as one text; null where they may be one. Nobody holds posts in two
 * foreign states, 沙特王储 and 阿联酋总统, or is head of state and of government.
 *
 * @param values of the keys that the posts give.
 */
export function tellSeveral(posts: readonly PositionClaim[], values: readonly string[]): string | null {
  const states = listStates(values);
  if (states.length > 1) return `areas:${states.join('+')}`;
  return areTwoHeads(posts) ? `heads:${states.join('+')}` : null;
}
