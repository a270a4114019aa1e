import type { Span } from '../../documents/model/source-document.ts';
import { organisationSuffixes } from '../lexicon/name-words.ts';
import type { Passage } from '../passage/passage.ts';
import { Initials } from '../terms/initials.ts';
import { findSentence } from '../text/sentences.ts';
import { listWithin, sortByStart } from '../text/spans.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

const NO_LENGTHS: ReadonlySet<number> = new Set();

/** Bodies that a page names in full once and in short afterwards: 协作小组, 甲法院. */
export class ShortForms {
  private readonly full = new Map<string, OrganisationMention>();

  /** `organisations` in the order of the text: the first of several with one ending stands for all. */
  constructor(organisations: readonly OrganisationMention[]) {
    for (const mention of organisations) {
      const ending = findShort(mention);
      if (ending && ending !== mention.name && !this.full.has(ending)) this.full.set(ending, mention);
    }
  }

  /** The body that a short name stands for: 协作小组, 该协作小组; null where the page names none. */
  find(short: string): OrganisationMention | null {
    return this.full.get(short) ?? null;
  }

  /** Whether the page names no body in full that has a short name. */
  get isEmpty(): boolean {
    return this.full.size === 0;
  }

  /** The places of the short names in a text, in its order; places of one name do not overlap. */
  *listIn(text: string): Generator<Span & { readonly full: OrganisationMention }> {
    const lengths = this.gatherLengths();
    const initials = new Initials(lengths.keys());
    const ends = new Map<string, number>();
    for (let start = 0; start < text.length; start++) {
      const initial = text.charCodeAt(start);
      if (!initials.mayHold(initial)) continue;
      for (const length of lengths.get(initial) ?? NO_LENGTHS) {
        const [short, end] = [text.slice(start, start + length), start + length];
        const full = this.full.get(short);
        if (!full || end > text.length || (ends.get(short) ?? 0) > start) continue;
        ends.set(short, end);
        yield { start, end, full };
      }
    }
  }

  /** How long the short names with a first code unit are. */
  private gatherLengths(): ReadonlyMap<number, ReadonlySet<number>> {
    const lengths = new Map<number, Set<number>>();
    for (const short of this.full.keys()) {
      const initial = short.charCodeAt(0);
      lengths.set(initial, (lengths.get(initial) ?? new Set()).add(short.length));
    }
    return lengths;
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
  if (forms.isEmpty) return [];
  const taken = sortByStart(organisations);
  const mentions: OrganisationMention[] = [];
  for (const { start, end, full } of forms.listIn(passage.text))
    mentions.push(...readShort(passage, { start, end }, full, taken));
  return mentions;
}
