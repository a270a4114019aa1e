import type { Span } from '../../documents/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { surnames } from '../lexicon/surnames.ts';
import { mayOpenBody } from './body-openings.ts';
import { type BodyReading, findLongest, readSingle, withRule } from './body-reading.ts';
import { readBranches } from './branches.ts';
import { readCollectiveOrgans } from './collective-organs.ts';
import { readCountedOrgans } from './counted-organs.ts';
import { readBodyOfBody, readFixedBody } from './fixed-bodies.ts';
import { holdsSuffix } from './name-runs.ts';
import { holdsSession, readSessionBody, readUnplacedOrganisation } from './named-organisations.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';
import { readPartyBranch } from './party-branches.ts';
import type { Passage, RunStart } from './passage.ts';
import { readPlacedBody } from './placed-bodies.ts';
import { beginsRelativeOrgan, readRelativeOrgan } from './relative-organs.ts';
import { isOffice, readSharedOrgan } from './shared-organs.ts';

/** The ministry that the full name of an office of its own begins with: 水利部长江水利委员会. */
const MINISTRY_OF = /^(?:生态环境部|水利部)(?=.)/;

/** A body, with what belongs to it: 生态环境部西南督察局 names the ministry and its office. */
function readFixed(text: string, body: OrganisationMention, limit: number): BodyReading {
  const part = readBodyOfBody(text, body, limit);
  const ministry = MINISTRY_OF.exec(text.slice(body.start, body.end))?.[0];
  if (ministry && !part) {
    const span = { start: body.start, end: body.start + ministry.length };
    const owner = createMention(span, ministry, 'GOVERNMENT', { rule: 'ministry before its office' });
    return {
      end: body.end,
      mentions: [owner, { ...body, rule: 'body with a fixed name', parent: ministry }],
    };
  }
  const rule = 'body with a fixed name';
  if (!part) return { end: body.end, mentions: [{ ...body, rule }] };
  const named = { ...part, rule: 'fixed body + ending of a part of it' };
  const both = body.classification === 'GOVERNMENT' && part.classification === 'DEPARTMENT';
  return { end: part.end, mentions: both ? [{ ...body, rule }, named] : [named] };
}

/** Ministries that every state has under one name. */
const HOME_MINISTRY =
  /^(?:外交部|国防部|教育部|财政部|司法部|公安部|商务部|水利部|文化部|农业部|卫生部|民政部|交通运输部|国家安全部)$/;

/** An office or several, a name and a mark: 副书记、市长某某， */
const HOLDER = /^[\u4e00-\u9fff、]{2,24}[\u4e00-\u9fff][、，]$/;

/** Whether the words from `from` to `to` are the rest of one item of a list of officers: 某市委|书记某某，|市政府秘书长. */
function isHolder(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_HOLDER || !HOLDER.test(text.slice(from, to))) return false;
  for (let at = from, name = from; at < to - 3; at++) {
    const role = roleWords.findAt(text, at, to);
    if (!role?.value && at > name + 2) return false;
    if (role?.value) name = role.end;
    if (role?.value && to - 1 - role.end >= 2 && to - 1 - role.end <= 4 && !hasRole(text, role.end, to - 1))
      return true;
  }
  return false;
}

const LONGEST_HOLDER = 26;

const hasRole = (text: string, from: number, to: number) => roleWords.findNext(text, from, to) < to;

/** Reads the bodies of one sentence from left to right. */
export class OrganisationReader {
  readonly #passage: Passage;
  readonly #sentence: Span;
  /** Whether a body may begin at any run: one that its ending shows, or whose nth session is named. */
  readonly #atRuns: boolean;
  readonly #mentions: OrganisationMention[] = [];
  #hint: AreaRecord | null = null;
  #lastEnd = -1;
  /** Whether the place named last is another state: a bare 外交部 is then not China's. */
  #abroad = false;

  constructor(passage: Passage, sentence: Span) {
    this.#passage = passage;
    this.#sentence = sentence;
    const { start, end } = sentence;
    this.#atRuns = holdsSuffix(passage.text, start, end) || holdsSession(passage.text, start, end);
  }

  #runAt(at: number): RunStart {
    return this.#passage.runAt(this.#sentence, at);
  }

  /** The bodies of the sentence, in the order of the text. */
  read(): OrganisationMention[] {
    for (let at = this.#sentence.start; at < this.#sentence.end; ) {
      const reading = this.#readAt(at);
      if (reading) {
        this.#mentions.push(...reading.mentions);
        this.#lastEnd = reading.end;
        this.#hint = reading.mentions.at(-1)?.area ?? this.#hint;
      }
      at = reading?.end ?? this.#skipArea(at);
    }
    return this.#mentions;
  }

  #skipArea(at: number): number {
    const place = this.#passage.areas.readAt(at, this.#sentence.end, this.#hint);
    if (!place) return at + 1;
    if (place.area.level !== 'COUNTRY') this.#hint = place.area;
    this.#abroad = place.area.level === 'COUNTRY' && place.area.code !== '100000';
    return place.end;
  }

  #readAt(at: number): BodyReading | null {
    const { text } = this.#passage;
    const structural = this.#mayOpen(at) ? this.#readStructural(at) : null;
    if (structural || !this.#atRuns || this.#runAt(at) === 'NONE') return structural;
    const session = readSessionBody(text, at, this.#sentence.end);
    if (session || this.#runAt(at) !== 'CLEAR') return readSingle(session, 'body whose nth session is named');
    return this.#readUnplaced(at);
  }

  /** Whether a body may begin here at all; most characters are passed over by this. */
  #mayOpen(at: number): boolean {
    const { text } = this.#passage;
    if (mayOpenBody(text, at) || this.#lastEnd === at) return true;
    return this.#lastEnd >= 0 && /[、和兼]/.test(text[at - 1] ?? '');
  }

  /** The longest of the readings that go by the first words of a name. */
  #readStructural(at: number): BodyReading | null {
    const { text } = this.#passage;
    const { end: limit } = this.#sentence;
    const body = this.#readBody(at);
    return findLongest([
      body && readFixed(text, body, limit),
      withRule(readCollectiveOrgans(text, at, limit), 'collective + departments'),
      withRule(readCountedOrgans(this.#passage.areas, at, limit), 'counted places + organ'),
      withRule(readBranches(this.#passage.areas, at, limit), 'department + branches'),
      readSingle(readPartyBranch(this.#passage, at, limit), 'committee of a party in a division'),
      this.#readPlaced(at),
      this.#readRelative(at),
      this.#readSharedArea(at),
    ]);
  }

  #readRelative(at: number): BodyReading | null {
    const { text } = this.#passage;
    if (!beginsRelativeOrgan(text.charCodeAt(at))) return null;
    const place = {
      start: at,
      limit: this.#sentence.end,
      runStart: this.#runAt(at) !== 'NONE',
      afterOrgan: this.#lastEnd === at,
      nearOrgan: this.#lastEnd === at - 1 && /[、和]/.test(text[at - 1] ?? ''),
      inRun: this.#isInRun(at),
      hint: this.#hint,
    };
    return readSingle(
      readRelativeOrgan(this.#passage, place),
      'level word + organ, area from the text or the page',
    );
  }

  #isInRun(at: number): boolean {
    const { text } = this.#passage;
    if (this.#lastEnd < 0 || this.#lastEnd >= at) return false;
    return isOffice(text, this.#lastEnd, at) || isHolder(text, this.#lastEnd, at);
  }

  #readBody(at: number): OrganisationMention | null {
    const body = readFixedBody(this.#passage.text, at, this.#sentence.end);
    return this.#abroad && body && HOME_MINISTRY.test(this.#passage.text.slice(body.start, body.end))
      ? null
      : body;
  }

  /** 省发展改革委、工业和信息化厅: an organ without a place shares that of the one before. */
  #readSharedArea(at: number): BodyReading | null {
    const before = this.#mentions.at(-1);
    const shared = before && readSharedOrgan(this.#passage.text, before, at, this.#sentence.end);
    return readSingle(shared ?? null, 'organ that shares the area of the one before');
  }

  #readPlaced(at: number): BodyReading | null {
    // 丁昌吉、德宏州政府: behind a surname a place in short is the rest of a name.
    const { text } = this.#passage;
    const named = this.#runAt(at) === 'NONE' && surnames.has(text[at - 1] ?? '') && text[at + 2] === '、';
    if (named) return null;
    const context = { limit: this.#sentence.end, hint: this.#hint, lastEnd: this.#lastEnd };
    return readPlacedBody(this.#passage, at, context);
  }

  /** A name without a place in front gives way to a body inside it that reaches as far: 落实|省生态环境厅. */
  #readUnplaced(at: number): BodyReading | null {
    const { text } = this.#passage;
    const named = readUnplacedOrganisation(text, at, this.#sentence.end);
    if (!named) return null;
    for (let inner = at + 1; inner < named.end - 1; inner++) {
      const fixed = readFixedBody(text, inner, this.#sentence.end);
      if (fixed && fixed.end >= named.end) return null;
      const placed = this.#readPlaced(inner);
      if (
        placed &&
        placed.end >= named.end &&
        (inner - at > 6 || placed.mentions[0]?.classification === 'DEPARTMENT')
      )
        return null;
    }
    return readSingle(named, 'words + ending of a body');
  }
}
