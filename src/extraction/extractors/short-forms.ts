import type { Span } from '../../documents/source-document.ts';
import { organisationSuffixes } from '../lexicon/name-words.ts';
import { findSentence } from '../sentences.ts';
import { listWithin } from '../spans.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';

/** Bodies that a page names in full once and in short afterwards: 协作小组, 甲法院. */
export class ShortForms {
  readonly #full = new Map<string, OrganisationMention>();

  /** `organisations` in the order of the text: the first of several with one ending stands for all. */
  constructor(organisations: readonly OrganisationMention[]) {
    for (const mention of organisations) {
      const ending = findShort(mention);
      if (ending && ending !== mention.name && !this.#full.has(ending)) this.#full.set(ending, mention);
    }
  }

  /** The body that a short name stands for: 协作小组, 该协作小组; null where the page names none. */
  find(short: string): OrganisationMention | null {
    return this.#full.get(short) ?? null;
  }

  /** The short names, in the order in which their full names stand. */
  list(): string[] {
    return [...this.#full.keys()];
  }
}

/** Endings too common to stand for one body. To extend: add the ending. */
const COMMON = new Set(
  '委员会 工作委员会 办公室 协会 学会 商会 研究会 理事会 联合会 基金会 工作小组'.split(' '),
);

function findEnding(name: string): string | null {
  for (let at = 1; at < name.length; at++) {
    const match = organisationSuffixes.findAt(name, at);
    if (match?.end === name.length && match.value) return COMMON.has(name.slice(at)) ? null : name.slice(at);
  }
  return null;
}

/** A branch behind the department that it belongs to: 甲市生态环境局|乙市分局. */
const BRANCH = /[局厅]([\u4e00-\u9fff]{2,6}分局)$/;

/** A court or procurate of a county or city. */
const COURT = /^.{2,8}[县市区旗](?:人民)?(法院|检察院)$/;

/** 甲法院 for 甲县人民法院, 乙分局 for 甲局乙分局, 协作小组 for 某某协作小组; null for a body without a short form. */
function findShort({ name, area, classification }: OrganisationMention): string | null {
  if (classification === 'COORDINATION' || classification === 'ASSOCIATION') return findEnding(name);
  if (classification === 'DEPARTMENT') return BRANCH.exec(name)?.[1] ?? null;
  const place = classification === 'GOVERNMENT' && area?.level !== 'PROVINCE' ? area?.shortNames[0] : null;
  const kind = place ? COURT.exec(name)?.[1] : null;
  return kind ? `${place}${kind}` : null;
}

const OFFICE = '办公室';

/** One place where a body is named in short, and its office where that follows. */
function readShort(
  passage: Passage,
  short: Span,
  full: OrganisationMention,
  taken: readonly OrganisationMention[],
): OrganisationMention[] {
  const sentence = findSentence(passage.sentences, short.start);
  if (sentence === null || short.end > sentence.end) return [];
  const near = listWithin(taken, sentence);
  const owner = near.find((mention) => mention.start <= short.start && short.start < mention.end);
  if (owner && owner.end !== short.end) return [];
  const rule = 'short form of a body that the page names in full';
  const body = createMention(short, full.name, full.classification, { area: full.area, rule });
  const named = owner ? [] : [body];
  if (!passage.text.startsWith(OFFICE, short.end)) return named;
  const parent = (owner ?? full).name;
  const span = { start: (owner ?? short).start, end: short.end + OFFICE.length };
  return [...named, createMention(span, parent + OFFICE, full.classification, { parent, rule })];
}

/**
 * The places where the page names a body by its last word, with its office where that follows:
 * 协作小组办公室 is 长三角区域生态环境保护协作小组办公室.
 */
export function listShortMentions(
  passage: Passage,
  organisations: readonly OrganisationMention[],
): OrganisationMention[] {
  const forms = new ShortForms(organisations);
  const taken = [...organisations].sort((a, b) => a.start - b.start);
  const mentions: OrganisationMention[] = [];
  for (const short of forms.list()) {
    const full = forms.find(short);
    for (let at = passage.text.indexOf(short); full && at >= 0; ) {
      const end = at + short.length;
      mentions.push(...readShort(passage, { start: at, end }, full, taken));
      at = passage.text.indexOf(short, end);
    }
  }
  return mentions;
}
