import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { isPunctuationAt, nameWords } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import type { RoleScope } from '../lexicon/roles.ts';
import type { AreaMention } from '../passage/area-reader.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { unitAt } from '../terms/unit-at.ts';
import { findPrefix, stripTime } from './role-prefixes.ts';

/** An office in the text with what stands before it, not yet completed from its neighbours. */
export interface PostToken extends Span {
  /** Where the role begins; what stands from `start` to here is the body or place. */
  readonly roleStart: number;
  /** With its prefixes, without those of time: 常务副主任. */
  readonly role: string;
  readonly scope: RoleScope;
  readonly organisation: OrganisationMention | null;
  readonly place: AreaMention | null;
  /** Words before the role that are neither a known body nor a place: 协作小组, 外贸. Empty for a bare role. */
  readonly run: string;
}

/** Behind a place these begin another phrase: 在北京同俄罗斯第一副总理. */
const LINK = new CharacterSet('同和与及向对在');
const CONNECTOR = new CharacterSet('、兼');
/** What a 河长 and his like answer for. */
const CHARGES = new CharacterSet('河湖林');
const DOT = '·'.charCodeAt(0);
const HEAD = '长'.charCodeAt(0);
/** The longest name of a place before a role, and the longest words between the two. */
const LONGEST_PLACE = 12;
const LONGEST_UNIT = 16;
/** The longest words between a body and a role that say what the role is for. */
const LONGEST_DUTY = 8;

/** 长江江西段省级|河长: the place is a part of what the warden answers for. */
const isStretch = (run: string, role: string) =>
  /^[总副第一]*[河湖]长/.test(role) && /^[\u4e00-\u9fff]{1,4}[江河湖].*[段级]$/.test(run);

/** Reads the offices of one sentence from left to right. */
class TokenReader {
  private readonly passage: Passage;
  private readonly sentence: Span;
  private readonly organisations: readonly OrganisationMention[];
  /** The bodies by where they end, the last of several. */
  private readonly byEnd = new Map<number, OrganisationMention>();
  /** The first body that does not end before the offset that was asked for last. */
  private next = 0;

  constructor(passage: Passage, sentence: Span, organisations: readonly OrganisationMention[]) {
    this.passage = passage;
    this.sentence = sentence;
    this.organisations = organisations;
    for (const mention of organisations) this.byEnd.set(mention.end, mention);
  }

  read(): PostToken[] {
    const tokens: PostToken[] = [];
    const { text } = this.passage;
    const { start, end: limit } = this.sentence;
    for (let at = start; ; ) {
      at = roleWords.findNext(text, at, limit);
      if (at >= limit) return tokens;
      const match = roleWords.findAt(text, at, limit);
      if (!match) {
        at++;
        continue;
      }
      const owner = this.findAround(at);
      if (owner && match.end !== owner.end + 1) at = Math.max(at + 1, owner.end - 1);
      else if (match.value && !this.endsPlace(at, match.end)) {
        tokens.push(this.readToken(at, match.end, match.value, tokens.at(-1)?.end ?? start));
        at = match.end;
      } else at = match.end;
    }
  }

  /** 吉林|长春 holds no 林长. */
  private endsPlace(at: number, end: number): boolean {
    const { text, areas } = this.passage;
    const isWarden = CHARGES.hasAt(text, at) && at + 1 < end && unitAt(text, at + 1) === HEAD;
    return isWarden && areas.readAt(at - 1, at + 1) !== null;
  }

  /** The body whose name holds an offset, the first of several. Offsets are asked for in the order of the text. */
  private findAround(at: number): OrganisationMention | undefined {
    while ((this.organisations[this.next]?.end ?? at + 1) <= at) this.next++;
    const mention = this.organisations[this.next];
    return mention && mention.start <= at ? mention : undefined;
  }

  /** The body whose name ends at an offset, the last of several. */
  private findBefore(at: number): OrganisationMention | null {
    return this.byEnd.get(at) ?? null;
  }

  /** Where a role begins, with the words before it that are a part of it, behind `from` and the body before it. */
  private findRoleStart(start: number, from: number): number {
    let at = start;
    while (!this.findBefore(at)) {
      const prefix = findPrefix(this.passage.text, at, from);
      if (!prefix) break;
      at -= prefix.length;
    }
    return at;
  }

  private readToken(at: number, end: number, scope: RoleScope, from: number): PostToken {
    const roleStart = this.findRoleStart(at, from);
    const role = stripTime(this.passage.text.slice(roleStart, end));
    const organisation = this.findBefore(roleStart) ?? this.findOverlapping(roleStart, at);
    const base = { start: roleStart, end, roleStart, role, scope, organisation, place: null, run: '' };
    if (organisation) return { ...base, start: organisation.start };
    return this.readDuty(base, from) ?? this.readRun(base, from);
  }

  /** 省生态环境厅 + 环境监察 + 专员: words between a body and a role say what it is for. */
  private readDuty(base: PostToken, from: number): PostToken | null {
    const { text } = this.passage;
    const { roleStart } = base;
    for (let at = roleStart - 1; at >= Math.max(from, roleStart - LONGEST_DUTY); at--) {
      if (isPunctuationAt(text, at) || nameWords.findAt(text, at, roleStart)?.value === 'STOP') return null;
      const organisation = CONNECTOR.hasAt(text, at) ? null : this.findBefore(at);
      if (organisation)
        return { ...base, start: organisation.start, organisation, run: text.slice(at, roleStart) };
    }
    return null;
  }

  /** 外交部 and 部长 share a character in 外交部长. */
  private findOverlapping(roleStart: number, at: number): OrganisationMention | null {
    return roleStart === at && unitAt(this.passage.text, roleStart + 1) === HEAD
      ? this.findBefore(roleStart + 1)
      : null;
  }

  private findRunStart(roleStart: number, from: number): number {
    const { text, nameStarts } = this.passage;
    let start = nameStarts.findLast(roleStart, from);
    while (start < roleStart && CONNECTOR.hasAt(text, start)) start++;
    for (let at = roleStart - 1; at >= start; at--)
      if (isPunctuationAt(text, at) && unitAt(text, at) !== DOT) return at + 1;
    return start;
  }

  private readRun(base: PostToken, from: number): PostToken {
    const { text, areas } = this.passage;
    const { roleStart } = base;
    const start = this.findRunStart(roleStart, from);
    if (isStretch(text.slice(start, roleStart), base.role))
      return { ...base, start, run: text.slice(start, roleStart) };
    const first = Math.max(from, Math.min(start, roleStart - LONGEST_PLACE));
    for (let at = areas.findNext(first, roleStart); at < roleStart; at = areas.findNext(at + 1, roleStart)) {
      const place = areas.listAt(at, roleStart + 1).find((reading) => this.fits(reading, roleStart));
      if (place) return { ...base, start: at, place };
      const behind = areas.readAt(at, roleStart);
      if (
        behind &&
        behind.end >= start &&
        roleStart - behind.end <= LONGEST_UNIT &&
        !LINK.hasAt(text, behind.end)
      ) {
        return { ...base, start: at, place: behind, run: text.slice(behind.end, roleStart) };
      }
    }
    return { ...base, start, run: text.slice(start, roleStart) };
  }

  /** A place stands before the role at once, or shares its level word with it: 江苏省长. */
  private fits(place: AreaMention, roleStart: number): boolean {
    const shared = place.end === roleStart + 1 && unitAt(this.passage.text, roleStart + 1) === HEAD;
    return place.end === roleStart || shared;
  }
}

const NO_TOKENS: readonly PostToken[] = [];

/** The offices of a sentence, in the order of the text. `organisations` are those of the sentence. */
export function listPostTokens(
  passage: Passage,
  sentence: Span,
  organisations: readonly OrganisationMention[],
): readonly PostToken[] {
  const { start, end } = sentence;
  if (roleWords.findNext(passage.text, start, end) >= end) return NO_TOKENS;
  return new TokenReader(passage, sentence, organisations).read();
}
