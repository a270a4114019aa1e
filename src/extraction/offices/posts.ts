import { getNamedBodies } from '../bodies/named-bodies.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { resolveLevel } from '../bodies/relative-organs.ts';
import { isGeneric } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { descriptions } from '../lexicon/roles.ts';
import { surnames } from '../lexicon/surnames.ts';
import { findLevelWord } from '../passage/passage.ts';
import { findAreaBefore, findHead, ofBare, WARDEN } from './bare-posts.ts';
import { ofForeignRun, ofState, STATE_NAME } from './foreign-posts.ts';
import { areaOf, isForeign, ofArea, ofOrganisation, ofWords, type Post } from './post.ts';
import type { PostContext } from './post-context.ts';
import type { PostGroup } from './post-groups.ts';
import type { PostToken } from './post-tokens.ts';

const PARTY_UNIT =
  /^(?:党委)?(?:组织部|宣传部|统战部|统一战线工作部|政法委|办公厅|办公室|政策研究室|政研室|党校|网信办|编办|改革办|财经办|外办|台办|农办|直属机关工委|教育工委|社会工作部|社工部|巡视办|老干部局)$/;

/** Ministries and departments, and what their parts are called: 生态环境部 + 水生态环境司. */
const MINISTRY = /[部委署厅局]$|总局$/;
const PART =
  /^[\u4e00-\u9fff]{2,12}(?:司|办公厅|督察局)$|^(?:办公厅|办公室|[\u4e00-\u9fff]{1,10}处)$|^[\u4e00-\u9fff]{0,10}(?:支队|大队|总队|监测站|监测中心)$/;

/** The body that a unit named behind it belongs to; null where it is none of its units. */
function findBaseOfUnit(run: string, body: OrganisationMention): string | null {
  const congress = /^(.*人大)/.exec(body.name)?.[1];
  if (congress && run.startsWith('常委会')) return congress;
  const isPartyUnit = PARTY_UNIT.test(run) && /委$/.test(body.name) && body.classification === 'PARTY';
  if (isPartyUnit || (MINISTRY.test(body.name) && PART.test(run))) return body.name;
  // A unit named behind another of the same body: 某部某司司长、办公厅主任.
  return PART.test(run) && body.parent && MINISTRY.test(body.parent) ? body.parent : null;
}

/** A unit named behind its body: 组织部 of 省委, 常委会预算工委 of 全国人大, 水生态环境司 of 生态环境部. */
function findUnit(run: string, before: Post | null): OrganisationMention | null {
  const body = before?.organisation;
  const base = body ? findBaseOfUnit(run, body) : null;
  return body && base ? { ...body, name: base + run, otherNames: [], parent: base } : null;
}

/** The longest name of a river, lake or wood with the level of who answers for it. */
const LONGEST_CHARGE = 12;

/** Townships are in no register of divisions: their heads are known by the words alone. */
const TOWNSHIP = /^[\u4e00-\u9fff]{1,6}[镇乡]$/;

/** 李某某 in 李某某主席: a name before an office that stands behind it. */
const looksLikeName = (run: string, role: string) =>
  /^(?:总书记|副?总理|副?主席|副?委员长|书记|省长|市长|院长|局长|厅长|部长|教授|院士|会长)$/.test(role) &&
  run.length <= 3 &&
  surnames.hasAt(run, 0);

/** 省级河长 is of the page's province, 某河省级河长 is named by its river. */
function ofWarden(token: PostToken, before: Post | null, context: PostContext): Post | null {
  const { run, role, start, end } = token;
  const word = run.endsWith('级') ? findLevelWord(run, run.length - 2) : null;
  if (!word || run.length > LONGEST_CHARGE) return null;
  const area =
    run.length === 2
      ? (findHead(areaOf(before), word) ??
        resolveLevel(context.passage, word, findAreaBefore(token, context)))
      : null;
  if (area) return { ...ofArea(token, area, `级${role}`), role: run + role };
  return { start, end, role, title: run + role, organisation: null, area: null };
}

/** 局党组书记: the body named last before whose name ends so. */
const findLastBody = ({ start }: PostToken, ending: string, { organisations }: PostContext) =>
  getNamedBodies(organisations).findLastOfKind(ending, start);

const OWN_GROUPS = new WeakMap<PostContext, OrganisationMention | null>();

/** The one group of the page whose officers are not written out with its name, looked for once; null where there is none. */
function getOwnGroup(context: PostContext): OrganisationMention | null {
  const known = OWN_GROUPS.get(context);
  if (known !== undefined) return known;
  const group = findOwnGroup(context);
  OWN_GROUPS.set(context, group);
  return group;
}

function findOwnGroup({ organisations, passage }: PostContext): OrganisationMention | null {
  const groups = organisations.filter(
    ({ name, implied }) => name.endsWith('集团') && name !== '集团' && !implied,
  );
  const others = new Set(
    groups
      .filter(({ end }) => roleWords.findTerm(passage.text, end, passage.text.length)?.value)
      .map(({ name }) => name),
  );
  const own = groups.filter(({ name }) => !others.has(name));
  const [first] = own;
  return !first || own.some(({ name }) => name !== first.name) ? null : first;
}

/** 集团党委书记: of the page's own group; null where there is none. */
function ofOwnGroup(token: PostToken, context: PostContext): Post | null {
  const group = getOwnGroup(context);
  return group && ofOrganisation(token, { ...group, start: token.start, end: token.roleStart });
}

function ofRun(token: PostToken, before: Post | null, context: PostContext): Post | null {
  const { shortForms, passage } = context;
  const { run, start, roleStart } = token;
  const area = areaOf(before);
  const word = findLevelWord(run, 0);
  if (word === run && word) {
    const own = findHead(area, word) ?? resolveLevel(passage, word, findAreaBefore(token, context));
    return own ? ofArea(token, own) : null;
  }
  if (run === '集团') return ofOwnGroup(token, context);
  const own = /^[局厅委院校署]$/.test(run) ? findLastBody(token, run, context) : null;
  if (own) return ofOrganisation(token, { ...own, start, end: roleStart });
  const warden = WARDEN.test(token.role) ? ofWarden(token, before, context) : null;
  if (warden) return warden;
  const span = { start, end: roleStart };
  const unit = findUnit(run, before);
  const short = /^副?部长$/.test(token.role) ? findUnit(`${run}部`, before) : null;
  if (short)
    return { ...ofOrganisation(token, { ...short, ...span }), title: short.name.slice(0, -1) + token.role };
  if (unit) return ofOrganisation(token, { ...unit, ...span });
  if (area && isForeign(area)) return ofForeignRun(token, area, run);
  const full = shortForms.find(run);
  if (full) return ofOrganisation(token, { ...full, ...span });
  if (/^(?:省|市|县|区|州|旗|自治区)(?:委|政府|人大|政协|党委|纪委)/.test(run)) return null;
  if (isGeneric(run) || run.length < 2 || run.length > 18 || looksLikeName(run, token.role)) return null;
  if (TOWNSHIP.test(run) && run.at(-1) === token.role.at(-2))
    return {
      start,
      end: token.end,
      role: token.role,
      title: run + token.role,
      organisation: null,
      area: null,
    };
  if (token.scope !== 'ORGANISATION' || descriptions.has(token.role)) return null;
  return ofWords(token, run, null);
}

/** A department (司, 处) named behind its body is a body of its own; other words there belong to the role. */
function ofBody(token: PostToken, organisation: OrganisationMention): Post {
  const { run, role } = token;
  if (!run) return ofOrganisation(token, organisation);
  const name = organisation.name + run;
  if (!/[司处局厅室院部]$|中心$/.test(run))
    return { ...ofOrganisation(token, organisation), role: run + role, title: name + role };
  const unit = { ...organisation, end: token.roleStart, name, otherNames: [], parent: organisation.name };
  return ofOrganisation({ ...token, organisation: unit }, unit);
}

function resolve(token: PostToken, before: Post | null, context: PostContext): Post | null {
  if (descriptions.has(token.role) || context.passage.text[token.start - 1] === '驻') return null;
  if (token.organisation) return ofBody(token, token.organisation);
  if (token.place && token.run && STATE_NAME.test(token.run)) return ofState(token, token.place.area);
  if (token.place && token.run) {
    if (isForeign(token.place.area)) return ofForeignRun(token, token.place.area, token.run);
    const area = token.place.area.code === '100000' ? null : token.place.area;
    return ofWords(token, context.passage.text.slice(token.start, token.roleStart), area);
  }
  if (token.place?.area.code === '100000' && /^副?主席$/.test(token.role))
    return { ...token, title: `国家${token.role}`, organisation: null, area: null };
  if (token.place)
    return token.scope === 'STATE' ? ofState(token, token.place.area) : ofArea(token, token.place.area);
  return token.run ? ofRun(token, before, context) : ofBare(token, before, context);
}

/** 前任市委书记: an office no longer held says so in its title, as 市委原书记 does. */
const isFormer = ({ title }: Post, { start, role }: PostToken, text: string) =>
  start > 1 && text.startsWith('前任', start - 2) && title.endsWith(role);

function ruleOf({ organisation, place, run }: PostToken): string {
  if (organisation) return 'office of the body before it';
  if (place) return 'office of the place before it';
  return run ? 'office of a body named in short' : 'bare office, completed from its neighbour or the page';
}

/** The office with the rule that it was read by. */
function complete(post: Post, token: PostToken, text: string): Post {
  const { start, end, organisation, area, title, role } = post;
  const rule = ruleOf(token);
  if (!isFormer(post, token, text)) return { start, end, role, title, organisation, area, rule };
  const before = title.slice(0, -token.role.length);
  return { start, end, role: `原${token.role}`, title: `${before}原${token.role}`, organisation, area, rule };
}

/**
 * Writes the offices of a group out in full: 江苏省委副书记、省长 are 江苏省委副书记 and 江苏省省长. An office
 * whose body the text leaves open is left out. `neighbour` is an office of the person listed just before, whose
 * body a bare role shares: 某部副部长张三、秘书长李四.
 */
export function resolvePosts(group: PostGroup, context: PostContext, neighbour: Post | null = null): Post[] {
  const posts: Post[] = [];
  for (const token of group.tokens) {
    const post = resolve(token, posts.at(-1) ?? neighbour, context);
    if (post) posts.push(complete(post, token, context.passage.text));
  }
  return posts;
}
