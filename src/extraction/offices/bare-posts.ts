import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { resolveLevel } from '../bodies/relative-organs.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { findLevelWord, fitsLevel, type Passage } from '../passage/passage.ts';
import { findFirst, listWithin } from '../text/spans.ts';
import { ofState } from './foreign-posts.ts';
import { areaOf, isForeign, ofArea, ofOrganisation, type Post } from './post.ts';
import type { PostContext } from './post-context.ts';
import type { PostToken } from './post-tokens.ts';

/** The area, or the one around it, that a level word fits: 省 of 杭州市 is 浙江省. */
export function findHead(area: AreaRecord | null, level: string): AreaRecord | null {
  const word = findLevelWord(level, 0);
  for (let at = area; word && at; at = at.parent) if (fitsLevel(at, word)) return at;
  return null;
}

/** A bare office belongs to a body that its paragraph names this near before it. */
const NEAR = 1000;

/** The bodies that the paragraph of an office names before it, in the order of the text. */
function listBefore(
  token: PostToken,
  { article }: Passage,
  organisations: readonly OrganisationMention[],
): OrganisationMention[] {
  const paragraph = article.paragraphs[findFirst(article.paragraphs, token.start + 1) - 1];
  const start = Math.max(paragraph?.start ?? 0, token.start - NEAR);
  return listWithin(organisations, { start, end: token.start });
}

/** The area of the body named last before an office in its paragraph, on a page that is about no one place. */
export function findAreaBefore(token: PostToken, { passage, organisations }: PostContext): AreaRecord | null {
  if (passage.region.province) return null;
  return listBefore(token, passage, organisations).findLast(({ area }) => area)?.area ?? null;
}

/** Who answers for the rivers, lakes, woods or fields of a place: 总河长, 林长. */
export const WARDEN = /[河湖林田]长$/;

function ofBareHead(token: PostToken, before: Post | null, context: PostContext): Post | null {
  const charge = WARDEN.test(token.role) ? (areaOf(before) ?? findAreaBefore(token, context)) : null;
  if (charge) return ofArea(token, charge);
  const region = token.role.endsWith('行政长官') ? context.passage.region.province : null;
  if (region?.name.endsWith('特别行政区')) return ofArea(token, region);
  const word = findLevelWord(token.role.replace(/^.*(?=[省市县区州盟旗]长$)/, ''), 0);
  const area =
    word && resolveLevel(context.passage, word, before ? areaOf(before) : findAreaBefore(token, context));
  return area ? ofArea(token, area) : null;
}

/** Endings of the bodies that a bare role belongs to. To extend: the role without 副, and the endings. */
const BODIES_OF_ROLES: Readonly<Record<string, RegExp>> = {
  厅长: /厅$/,
  局长: /局$/,
  部长: /部$/,
  署长: /署$/,
  院长: /院$/,
  检察长: /检察院$/,
  校长: /(?:大学|学院|学校|中学|小学|党校)$/,
  行长: /(?:银行|行)$/,
  会长: /会$/,
  主任: /(?:委员会|办公室|办公厅|委|办|中心)$/,
  组长: /组$/,
  董事长: /(?:公司|集团)$/,
  总经理: /(?:公司|集团)$/,
};

function findBodyBefore(
  token: PostToken,
  { passage, organisations }: PostContext,
): OrganisationMention | null {
  const role = token.role.replace(/^(?:党组)?(?:常务副|副|代|原)?/, '').replace(/助理$/, '');
  const ending = BODIES_OF_ROLES[role];
  if (!ending) return null;
  const before = listBefore(token, passage, organisations);
  return before.findLast(({ name, implied }) => !implied && ending.test(name)) ?? null;
}

/** A group has no deputy minister: behind 某组组长张三、副部长李四 the office is of the 部 named before. */
function findOuterBody({ name }: OrganisationMention, token: PostToken, context: PostContext) {
  if (!name.endsWith('组') || !/[部厅局]长$/.test(token.role)) return null;
  const outer = findBodyBefore(token, context);
  return outer && { ...outer, start: token.start, end: token.end };
}

/** An office without body or place: that of the office before it, or of the page; null where neither gives one. */
export function ofBare(token: PostToken, before: Post | null, context: PostContext): Post | null {
  const { role, scope } = token;
  const area = areaOf(before);
  if (area && isForeign(area)) return scope === 'STATE' ? ofState(token, area) : ofArea(token, area);
  if (scope === 'AREA') return ofBareHead(token, before, context);
  if (scope === 'NONE' || role === '外交部长' || role === '国防部长')
    return { start: token.start, end: token.end, role, title: role, organisation: null, area: null };
  const body = before?.organisation;
  if (body && area && /^(?:常务)?副?主席$/.test(role) && body.name.endsWith('自治区党委'))
    return ofArea(token, area);
  if (body) return ofOrganisation(token, findOuterBody(body, token, context) ?? body);
  if (before) return null;
  const found = findBodyBefore(token, context);
  return found && ofOrganisation(token, { ...found, start: token.start, end: token.end });
}
