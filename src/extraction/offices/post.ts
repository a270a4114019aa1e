import type { Span } from '../../documents/model/source-document.ts';
import { createMention, type OrganisationMention } from '../bodies/organisation-mention.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { organisationSuffixes } from '../lexicon/name-words.ts';
import type { PostToken } from './post-tokens.ts';

/** An office with its body or place written out. */
export interface Post extends Span {
  readonly role: string;
  readonly title: string;
  /** The body it is an office of; null where it is a place's or nobody's. */
  readonly organisation: OrganisationMention | null;
  readonly area: AreaRecord | null;
  /** How it was completed, in words for people. */
  readonly rule?: string;
}

/** Whether an area is a state other than China. */
export const isForeign = (area: AreaRecord | null) =>
  area !== null && area.level === 'COUNTRY' && area.code !== '100000';

/** An office of a body. */
export function ofOrganisation(token: PostToken, organisation: OrganisationMention): Post {
  const { start, end, role, roleStart } = token;
  // 外交部 and 部长 share a character in 外交部长.
  const shared =
    token.organisation !== null && organisation.end > roleStart && organisation.name.endsWith(role[0] ?? '');
  const title = (shared ? organisation.name.slice(0, -1) : organisation.name) + role;
  return { start, end, role, title, organisation, area: null };
}

/** What the names of bodies end with; other words before an office only say what it is for. To extend: add the ending. */
export const BODY_END =
  /[部厅局委会院所署司处室校学行台社厂店队团军区库站馆网报组办党盟府]$|中心|集团|公司|实验室|法院|联盟|证券|科技|股份|控股|战区/;
/** Stages of meetings and the like, which are no bodies. */
const NO_BODY =
  /^(?:联合会|协会|学会|委员会|理事会|组织|大会|论坛|会议|本届大会|本次会议|组委会|主席团|执委会|全会|峰会|调研组|督导组|检查组|工作组|考察组|专家组|代表团|考察团|管委会|管理委员会|党工委|闭幕会|开幕会|.*(?:协商会|座谈会|研讨会))$/;

/** An office of a body that its own words alone show: 沈鼓集团董事长, 中东问题特使. */
export function ofWords(token: PostToken, name: string, area: AreaRecord | null): Post | null {
  if (NO_BODY.test(name)) return null;
  const firm = /董事长|总经理|总裁|校长|院长|所长|馆长|首席执行官|理事长|会长/.test(token.role);
  const title = name + token.role;
  if (!firm && !BODY_END.test(name))
    return { start: token.start, end: token.end, role: token.role, title, organisation: null, area };
  const suffix = organisationSuffixes.findAt(name, Math.max(1, name.length - 2))?.value ?? 'OTHER';
  return ofOrganisation(
    token,
    createMention({ start: token.start, end: token.roleStart }, name, suffix, { area }),
  );
}

/** An office of a place; with `organisation` where the office shows a body of that place. */
export function ofArea(
  token: PostToken,
  area: AreaRecord,
  role = token.role,
  organisation: OrganisationMention | null = null,
): Post {
  return {
    start: token.start,
    end: token.end,
    role,
    title: area.name + role,
    organisation,
    area: organisation ? null : area,
  };
}

/** The area that an office belongs to, by itself or through its body. */
export const areaOf = (post: Post | null) => post?.area ?? post?.organisation?.area ?? null;
