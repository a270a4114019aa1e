import { createMention, type OrganisationMention } from '../bodies/organisation-mention.ts';
import type { NameMatch } from '../names/name-ends.ts';
import type { Post } from '../offices/post.ts';
import type { PostContext } from '../offices/post-context.ts';
import type { PostToken } from '../offices/post-tokens.ts';
import { resolvePosts } from '../offices/posts.ts';

/**
 * Offices that stand behind the name by custom (李某某副委员长), each complete by itself. To extend: role and body.
 */
const APPOSITIONS: Readonly<Record<string, string>> = {
  总书记: '中共中央',
  委员长: '全国人大常委会',
  副委员长: '全国人大常委会',
  国务委员: '',
  主席: '国家',
  国家主席: '',
};

function readByCustom({ role, roleStart, end }: PostToken): Post[] {
  const body = APPOSITIONS[role];
  if (body === undefined) return [];
  const title = body + role;
  const isOrganisation = body !== '' && body !== '国家';
  const organisation = isOrganisation
    ? createMention({ start: roleStart, end }, body, body === '国务院' ? 'GOVERNMENT' : 'PARTY')
    : null;
  return [{ start: roleStart, end, role: isOrganisation ? role : title, title, organisation, area: null }];
}

/**
 * The office behind a name: complete by custom, of the body before the name, or of the page's.
 *
 * @example 李某某副委员长 // 全国人大常委会副委员长
 */
export function readApposition(
  token: PostToken,
  name: NameMatch,
  organisations: readonly OrganisationMention[],
  context: PostContext,
): Post[] {
  const byCustom = readByCustom(token);
  if (byCustom.length > 0) return byCustom;
  const organisation = organisations.find(({ end }) => end === name.start) ?? null;
  const bare = { ...token, start: token.roleStart, run: '', place: null, organisation };
  return resolvePosts({ start: bare.start, end: bare.end, tokens: [bare] }, context);
}
