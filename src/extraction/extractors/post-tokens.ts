import type { Span } from '../../documents/source-document.ts';
import { isPunctuation, nameWords } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { type RoleScope, rolePrefixes, timePrefixes } from '../lexicon/roles.ts';
import type { AreaMention } from './area-reader.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';

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

interface Neighbours {
  readonly organisationsByEnd: ReadonlyMap<number, OrganisationMention>;
  readonly inside: (at: number) => OrganisationMention | undefined;
  readonly runStarts: readonly number[];
}

function extendRole(text: string, start: number, from: number, isEdge: (at: number) => boolean): number {
  let best = start;
  for (let at = start; !isEdge(at); ) {
    const prefix = rolePrefixes.find(
      (word) => at - word.length >= from && text.startsWith(word, at - word.length),
    );
    if (!prefix) break;
    at -= prefix.length;
    best = at;
  }
  return best;
}

function stripTime(role: string): string {
  for (const prefix of timePrefixes) if (role.startsWith(prefix)) return role.slice(prefix.length);
  return role;
}

/** Behind a place these begin another phrase: 在北京同俄罗斯第一副总理. */
const LINK = new Set('同和与及向对在');
const CONNECTOR = /[、兼]/;
/** The longest name of a place before a role, and the longest words between the two. */
const LONGEST_PLACE = 12;
const LONGEST_UNIT = 16;
/** The longest words between a body and a role that say what the role is for. */
const LONGEST_DUTY = 8;

/** Reads the offices of one sentence from left to right. */
class TokenReader {
  readonly #passage: Passage;
  readonly #sentence: Span;
  readonly #near: Neighbours;

  constructor(passage: Passage, sentence: Span, organisations: readonly OrganisationMention[]) {
    this.#passage = passage;
    this.#sentence = sentence;
    this.#near = {
      organisationsByEnd: new Map(organisations.map((mention) => [mention.end, mention])),
      inside: (at) => organisations.find((mention) => mention.start <= at && at < mention.end),
      runStarts: passage.runsOf(sentence).map((run) => run.start),
    };
  }

  read(): PostToken[] {
    const tokens: PostToken[] = [];
    const { text } = this.#passage;
    const { start, end: limit } = this.#sentence;
    for (let at = start; ; ) {
      at = roleWords.findNext(text, at, limit);
      if (at >= limit) return tokens;
      const match = roleWords.findAt(text, at, limit);
      if (!match) {
        at++;
        continue;
      }
      const owner = this.#near.inside(at);
      if (owner && at < owner.end && match.end !== owner.end + 1) at = Math.max(at + 1, owner.end - 1);
      else if (match.value && !this.#endsPlace(at, match.end)) {
        tokens.push(this.#readToken(at, match.end, match.value, tokens.at(-1)?.end ?? this.#sentence.start));
        at = match.end;
      } else at = match.end;
    }
  }

  /** 吉林|长春 holds no 林长. */
  #endsPlace(at: number, end: number): boolean {
    const { text, areas } = this.#passage;
    return /^[河湖林]长/.test(text.slice(at, end)) && areas.readAt(at - 1, at + 1) !== null;
  }

  #readToken(at: number, end: number, scope: RoleScope, from: number): PostToken {
    const { text } = this.#passage;
    const isEdge = (offset: number) => this.#near.organisationsByEnd.has(offset);
    const roleStart = extendRole(text, at, from, isEdge);
    const role = stripTime(text.slice(roleStart, end));
    const base = { roleStart, end, role, scope, organisation: null, place: null, run: '' };
    const organisation = this.#near.organisationsByEnd.get(roleStart) ?? this.#findOverlapping(roleStart, at);
    if (organisation) return { ...base, start: organisation.start, organisation };
    return this.#readDuty(base, from) ?? this.#readRun(base, from);
  }

  /** 省生态环境厅 + 环境监察 + 专员: words between a body and a role say what it is for. */
  #readDuty(base: Omit<PostToken, 'start'>, from: number): PostToken | null {
    const { text } = this.#passage;
    for (let length = 1; length <= LONGEST_DUTY; length++) {
      const at = base.roleStart - length;
      if (
        at < from ||
        isPunctuation(text[at]) ||
        nameWords.findAt(text, at, base.roleStart)?.value === 'STOP'
      )
        return null;
      const organisation = this.#near.organisationsByEnd.get(at);
      if (organisation && !CONNECTOR.test(text[at] ?? '')) {
        return { ...base, start: organisation.start, organisation, run: text.slice(at, base.roleStart) };
      }
    }
    return null;
  }

  /** 外交部 and 部长 share a character in 外交部长. */
  #findOverlapping(roleStart: number, at: number): OrganisationMention | null {
    const mention = this.#near.organisationsByEnd.get(roleStart + 1);
    return mention && roleStart === at && this.#passage.text[roleStart + 1] === '长' ? mention : null;
  }

  #findRunStart(roleStart: number, from: number): number {
    const { text } = this.#passage;
    let start = from;
    for (const candidate of this.#near.runStarts)
      if (candidate <= roleStart && candidate > start) start = candidate;
    while (start < roleStart && CONNECTOR.test(text[start] ?? '')) start++;
    for (let at = roleStart - 1; at >= start; at--)
      if (isPunctuation(text[at]) && text[at] !== '·') return at + 1;
    return start;
  }

  #readRun(base: Omit<PostToken, 'start'>, from: number): PostToken {
    const { text, areas } = this.#passage;
    const { roleStart } = base;
    const start = this.#findRunStart(roleStart, from);
    const run = text.slice(start, roleStart);
    // 长江江西段省级|河长: the place is a part of what the warden answers for.
    if (/^[\u4e00-\u9fff]{1,4}[江河湖].*[段级]$/.test(run) && /^[总副第一]*[河湖]长/.test(base.role))
      return { ...base, start, run };
    for (let at = Math.max(from, Math.min(start, roleStart - LONGEST_PLACE)); at < roleStart; at++) {
      const place = areas.listAt(at, roleStart + 1).find((reading) => this.#fits(reading, roleStart));
      if (place) return { ...base, start: at, place };
      const behind = areas.readAt(at, roleStart);
      if (
        behind &&
        behind.end >= start &&
        roleStart - behind.end <= LONGEST_UNIT &&
        !LINK.has(text[behind.end] ?? '')
      ) {
        return { ...base, start: at, place: behind, run: text.slice(behind.end, roleStart) };
      }
    }
    return { ...base, start, run: text.slice(start, roleStart) };
  }

  /** A place stands before the role at once, or shares its level word with it: 江苏省长. */
  #fits(place: AreaMention, roleStart: number): boolean {
    const shared = place.end === roleStart + 1 && this.#passage.text[roleStart + 1] === '长';
    return place.end === roleStart || shared;
  }
}

/** The offices of a sentence, in the order of the text. `organisations` are those of the sentence. */
export function listPostTokens(
  passage: Passage,
  sentence: Span,
  organisations: readonly OrganisationMention[],
): PostToken[] {
  const { start, end } = sentence;
  if (roleWords.findNext(passage.text, start, end) >= end) return [];
  return new TokenReader(passage, sentence, organisations).read();
}
