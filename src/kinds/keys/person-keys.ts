import type { OrganisationClaim, PositionClaim } from '../../extraction/model/claim.ts';
import { isForeign, tellForeign, tellSeveral } from './foreign-posts.ts';
import { createKey, type IdentityKey } from './identity-key.ts';
import { isRelative, normaliseBody } from './organisation-keys.ts';
import { isStatePost } from './state-posts.ts';

/** Roles that so many hold that they tell nobody. */
const COMMON_ROLE =
  /(?:记者|编辑|主播|主持人|评论员|通讯员|摄影|村民|居民|市民|群众|职工|工人|员工|学生|教师|老师|教授|专家|学者|医生|司机|游客|代表|负责人|工作人员|志愿者|党员|同志|先生|女士)$/;

/** The organs that lead a division: who holds a post in one and then in another is one person. */
const LEADING_ORGAN =
  /(?:省|市|区|县|州|盟|旗)(?:委|党委|政府|人民政府|人大常委会|人大|政协|纪委|监委|纪委监委)$/;

/** A seat in the presidium of a meeting is a part in it and no post: who has one holds another post, or is told by none. */
const isSeat = ({ organisation, role }: PositionClaim) =>
  /主席团$/.test(organisation ?? '') && /^(?:常务主席|执行主席|会议主持人|成员|委员)$/.test(role);

/** Whether posts in a body are posts of its area: 甲市委书记 and 甲市市长, 某国外交部长 and 某国总理. */
function leadsArea({ name, area }: OrganisationClaim): boolean {
  return area !== null && (isForeign(area) || LEADING_ORGAN.test(name));
}

/** Whether a post is one in a body that means another one on another page: 市委书记 where no city is known. */
const isUnplaced = ({ organisation, area }: PositionClaim, body: OrganisationClaim | undefined) =>
  area === null && organisation !== null && isRelative({ name: organisation, area: body?.area ?? null });

function keysOfPost(post: PositionClaim, body: OrganisationClaim | undefined): IdentityKey[] {
  if (COMMON_ROLE.test(post.role) || isSeat(post)) return [];
  const key = (value: string) => createKey([post.person], value);
  const state = isStatePost(post) ? [key('state')] : [];
  const placed = (area: string) => key(isForeign(area) ? tellForeign(area, post.role) : `area:${area}`);
  if (post.area !== null) return [placed(post.area), ...state];
  if (post.organisation === null) return [key(`title:${post.title}`), ...state];
  if (isUnplaced(post, body)) return state;
  const led = body?.area && leadsArea(body) ? [placed(body.area)] : [];
  return [key(`body:${normaliseBody(post.organisation)}`), ...led, ...state];
}

/**
 * The keys of a person: the name with each body or place where they hold a post; the name alone, left open, where the article
 * gives no post that tells anything; none where all posts are in bodies that may be any, so that nothing tells who holds them.
 * Several people whom an article calls by one name are tied to none of those that others speak of.
 */
export function personKeys(
  name: string,
  posts: readonly PositionClaim[],
  bodies: ReadonlyMap<string, OrganisationClaim>,
): IdentityKey[] {
  const bodyOf = ({ organisation }: PositionClaim) => bodies.get(organisation ?? '');
  const keys = posts.flatMap((post) => keysOfPost(post, bodyOf(post)));
  const several = tellSeveral(
    posts,
    keys.map(({ value }) => value),
  );
  if (several !== null) return [createKey([name], several)];
  if (keys.length > 0) return keys;
  const isSomebodyElse = posts.some((post) => !isSeat(post) && isUnplaced(post, bodyOf(post)));
  return isSomebodyElse ? [] : [createKey([name], null)];
}
