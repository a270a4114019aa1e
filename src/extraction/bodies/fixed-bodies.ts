import { listCompanies } from '../lexicon/companies.ts';
import { listFixedBodies } from '../lexicon/national-bodies.ts';
import type { OrganisationClass } from '../model/claim.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import { wordMemory } from '../text/word-memory.ts';
import { findSuffix, holdsVerb } from './name-runs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

interface Entry {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly context: string | null;
}

/** Words that begin with the name of a body and name something else. To extend: add the word. */
const NO_BODIES =
  '联合国宪章 联合国大会 国务院令 京东方 得物流 得物资 得物质 得物美 地中海油气 华为了 华为民 中国银行业 央行长 中国移动支付 中国电子商务 中国电子信息 中国电子产品 ' +
  '中国建筑业 中国建筑师 中国烟草业 中国邮政业 中国联通过 中国电信业 世界银行业 工商银行业 建设银行业 大疆域 恒大学 抖音号 快手术 美团队 海信息 民进入 民盟友 民建成 民建设 民革命 京东西 京东部 京东黄金 京东地区 ' +
  '公安部门 司法部门 教育部门 财政部门 水利部门 商务部门 民政部门 审计署名 科技部门 农业农村部门 生态环境部门 自然资源部门 交通运输部门 应急管理部门 外交部门 国防部队 国防部署 应急部门 应急部署 工信部门 文旅部门 人社部门 住建部门 ' +
  '人力资源社会保障部门 人力资源和社会保障部门 住房城乡建设部门 住房和城乡建设部门 文化和旅游部门 工业和信息化部门 国家安全部门 退役军人事务部门 退役军人部门 全国人大代表团';

function createTrie(): Trie<Entry | null> {
  const trie = new Trie<Entry | null>();
  const companies = listCompanies().map((company) => ({
    ...company,
    classification: 'COMPANY' as const,
    context: null,
  }));
  for (const body of [...companies, ...listFixedBodies()]) {
    for (const name of [body.name, ...body.otherNames]) trie.set(name, body);
  }
  for (const word of NO_BODIES.split(' ')) trie.set(word, null);
  return trie;
}

/** The last character of a name that goes on with another word: 环保部|门, 发展改革委|员. */
const CONTINUED =
  /^(?:部门|部队|部署|局面|局势|局限|厅级|委员|委托|委派|会议|会见|会谈|会场|组织|社会|院校|行业)$/;

let trie: Trie<Entry | null> | undefined;

/** Adds a body with a fixed name to those that are read from then on. */
export function addFixedBody(body: Omit<Entry, 'context'>): void {
  trie ??= createTrie();
  for (const name of [body.name, ...body.otherNames]) trie.set(name, { ...body, context: null });
}

/** The names of all bodies with a fixed name. */
export function getFixedNames(): Trie<unknown> {
  trie ??= createTrie();
  return trie;
}

/**
 * Reads a body with a fixed name at `start`: ministries, party organs, national and international bodies,
 * well-known companies; null where none begins.
 *
 * @example readFixedBody('国家发改委负责同志', 0, 9) // 国家发展改革委
 */
export function readFixedBody(text: string, start: number, limit: number): OrganisationMention | null {
  trie ??= createTrie();
  const match = trie.findAt(text, start, limit);
  if (!match?.value) return null;
  const { name, otherNames, classification, context } = match.value;
  const printed = text.slice(start, match.end);
  if (CONTINUED.test(text.slice(match.end - 1, match.end + 1))) return null;
  if (context !== null && printed !== name && !wordMemory.holds(text, context)) return null;
  return createMention(match, name, classification, { otherNames });
}

/** A division of the corps, which is a city as well, and its committee: 第十三师新星市党委. */
const DIVISION = /^第[一二三四五六七八九十0-9]+师(?:[\u4e00-\u9fff]{2,5}市)?(?:党委|纪委|政府)/;

/** A department of a ministry, with what stands behind it: 水生态环境司|司长, 资源节约和环境保护司|有关负责人. */
const SECTION = /^([\u4e00-\u9fff]{2,14}?)(?<!公)司(?=副?司长|[一二]级|[有相]关|负责|主要|[、，。和与])/;

const MINISTRY_ENDS = new CharacterSet('部委局署');

function readSection(text: string, body: OrganisationMention, limit: number): OrganisationMention | null {
  if (body.classification !== 'GOVERNMENT' || !MINISTRY_ENDS.hasAt(body.name, body.name.length - 1))
    return null;
  const match = SECTION.exec(text.slice(body.end, Math.min(limit, body.end + 22)));
  const end = body.end + (match?.[0].length ?? 0);
  if (!match || holdsVerb(text, body.end, end) || /^[和与及]/.test(match[0])) return null;
  return createMention({ start: body.start, end }, body.name + match[0], 'DEPARTMENT', { parent: body.name });
}

/** An institute or firm of a body is named behind it, this near. */
const NEAR = 14;

/**
 * Reads an institution that the name of a body opens: 中国农业科学院茶叶研究所, 海尔集团; null where none does.
 *
 * @example readBodyOfBody(text, mention of 中科院, limit) // 中科院长春光机所, part of 中国科学院
 */
export function readBodyOfBody(
  text: string,
  body: OrganisationMention,
  limit: number,
): OrganisationMention | null {
  if (readFixedBody(text, body.end, limit)) return null;
  const division = DIVISION.exec(text.slice(body.end, Math.min(limit, body.end + NEAR)))?.[0];
  if (division) {
    const span = { start: body.start, end: body.end + division.length };
    return createMention(span, body.name + division, 'PARTY', { parent: body.name });
  }
  const section = readSection(text, body, limit);
  if (section) return section;
  const suffix = findSuffix(text, body.end, Math.min(limit, body.end + NEAR));
  if (!suffix || suffix.classification === 'GOVERNMENT') return null;
  const firm = body.classification === 'COMPANY';
  if (
    suffix.suffixStart === body.end &&
    !firm &&
    !/^(?:办公厅|研究院|学院|理事会)/.test(text.slice(body.end, suffix.end))
  )
    return null;
  const span = { start: body.start, end: suffix.end };
  const branch = /(?:分行|支行|分公司)$/.test(text.slice(body.end, span.end));
  const name = branch ? body.name + text.slice(body.end, span.end) : text.slice(span.start, span.end);
  return createMention(span, name, suffix.classification, { parent: firm && !branch ? null : body.name });
}
