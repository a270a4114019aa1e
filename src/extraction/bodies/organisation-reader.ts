import type { Span } from '../../documents/model/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { surnames } from '../lexicon/surnames.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { beginsOpening, findOpening } from './body-openings.ts';
import { type BodyReading, chooseLonger, readSingle, withRule } from './body-reading.ts';
import { readBranches } from './branches.ts';
import { readCollectiveOrgans } from './collective-organs.ts';
import { readCountedOrgans } from './counted-organs.ts';
import { readFixedBody } from './fixed-bodies.ts';
import { readFixedBodies } from './fixed-body-readings.ts';
import { isInRun } from './listed-officers.ts';
import { holdsSuffix } from './name-runs.ts';
import { holdsSession, readSessionBody, readUnplacedOrganisation } from './named-organisations.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { readPartyBranch } from './party-branches.ts';
import { readPlacedBody } from './placed-bodies.ts';
import { mayBeginRelativeOrgan, readRelativeOrgan } from './relative-organs.ts';
import { readSharedOrgan } from './shared-organs.ts';

/** What strings one body, or an office of one, to the next. */
const LINKS = new CharacterSet('、和兼');
const LIST_LINKS = new CharacterSet('、和');

/** Reads the bodies of one sentence from left to right. */
export class OrganisationReader {
  private readonly passage: Passage;
  private readonly sentence: Span;
  /** Whether the ending of a body stands anywhere: one without a place may then begin wherever a name may. */
  private readonly hasSuffix: boolean;
  /** The same of bodies whose nth session is named. */
  private readonly hasSession: boolean;
  private readonly mentions: OrganisationMention[] = [];
  private hint: AreaRecord | null = null;
  /** Where the place ends that the hint is. */
  private hintEnd = -1;
  private lastEnd = -1;
  /** Whether the place named last is another state: a bare 外交部 is then not China's. */
  private abroad = false;

  constructor(passage: Passage, sentence: Span) {
    this.passage = passage;
    this.sentence = sentence;
    const { start, end } = sentence;
    this.hasSuffix = holdsSuffix(passage.text, start, end);
    this.hasSession = holdsSession(passage.text, start, end);
  }

  /** The bodies of the sentence, in the order of the text. */
  read(): OrganisationMention[] {
    const { start, end } = this.sentence;
    for (let at = this.findNext(start); at < end; at = this.findNext(at)) {
      const reading = this.readAt(at);
      if (reading) {
        this.mentions.push(...reading.mentions);
        this.lastEnd = reading.end;
        this.hint = reading.mentions.at(-1)?.area ?? this.hint;
      }
      at = reading?.end ?? this.skipArea(at);
    }
    return this.mentions;
  }

  /** The next offset where a body or an area may begin; most characters are passed over by this. */
  private findNext(from: number): number {
    if (this.lastEnd === from) return from;
    const { text, nameStarts } = this.passage;
    const opening = findOpening(text, from, this.sentence.end);
    const next = this.hasSuffix || this.hasSession ? nameStarts.findNext(from, opening) : opening;
    // Behind a body another may stand that only a link shows.
    return this.lastEnd < 0 ? next : LINKS.findNext(text, from - 1, next - 1) + 1;
  }

  private isRunStart(at: number): boolean {
    return (this.hasSuffix || this.hasSession) && this.passage.nameStarts.has(at);
  }

  private skipArea(at: number): number {
    const place = this.passage.areas.readAt(at, this.sentence.end, this.hint);
    if (!place) return at + 1;
    if (place.area.level !== 'COUNTRY') {
      this.hint = place.area;
      this.hintEnd = place.end;
    }
    this.abroad = place.area.level === 'COUNTRY' && place.area.code !== '100000';
    return place.end;
  }

  private readAt(at: number): BodyReading | null {
    const structural = this.readStructural(at);
    if (structural || !this.isRunStart(at)) return structural;
    const session = this.hasSession ? readSessionBody(this.passage.text, at, this.sentence.end) : null;
    if (session) return readSingle(session, 'body whose nth session is named');
    return this.hasSuffix && this.passage.nameStarts.isClear(at) ? this.readUnplaced(at) : null;
  }

  /** The longest of the readings that go by the first words of a name. */
  private readStructural(at: number): BodyReading | null {
    if (beginsOpening(this.passage.text, at)) return this.readOpened(at);
    return chooseLonger(this.readBranch(at), this.readSharedArea(at));
  }

  private readOpened(at: number): BodyReading | null {
    const { text } = this.passage;
    const { end: limit } = this.sentence;
    let longest = readFixedBodies(text, at, limit, this.abroad);
    longest = chooseLonger(
      longest,
      withRule(readCollectiveOrgans(text, at, limit), 'collective + departments'),
    );
    longest = chooseLonger(
      longest,
      withRule(readCountedOrgans(this.passage.areas, at, limit), 'counted places + organ'),
    );
    longest = chooseLonger(
      longest,
      withRule(readBranches(this.passage.areas, at, limit), 'department + branches'),
    );
    longest = chooseLonger(longest, this.readBranch(at));
    longest = chooseLonger(longest, this.readPlaced(at));
    longest = chooseLonger(longest, this.readRelative(at));
    return chooseLonger(longest, this.readSharedArea(at));
  }

  private readBranch(at: number): BodyReading | null {
    const branch = readPartyBranch(this.passage, at, this.sentence.end);
    return readSingle(branch, 'committee of a party in a division');
  }

  private readRelative(at: number): BodyReading | null {
    const afterOrgan = this.lastEnd === at;
    if (!mayBeginRelativeOrgan(this.passage, at, afterOrgan)) return null;
    const listed = this.lastEnd === at - 1 && LIST_LINKS.hasAt(this.passage.text, at - 1);
    const nearOrgan =
      afterOrgan ||
      listed ||
      isInRun(this.passage.text, { lastEnd: this.lastEnd, placeEnd: this.hintEnd }, at);
    const place = { start: at, limit: this.sentence.end, nearOrgan, hint: this.hint };
    return readSingle(
      readRelativeOrgan(this.passage, place),
      'level word + organ, area from the text or the page',
    );
  }

  /** 省发展改革委、工业和信息化厅: an organ without a place shares that of the one before. */
  private readSharedArea(at: number): BodyReading | null {
    if (!LINKS.hasAt(this.passage.text, at - 1)) return null;
    const before = this.mentions.at(-1);
    const shared = before && readSharedOrgan(this.passage.text, before, at, this.sentence.end);
    return readSingle(shared ?? null, 'organ that shares the area of the one before');
  }

  private readPlaced(at: number): BodyReading | null {
    const { text, nameStarts } = this.passage;
    // 丁昌吉、德宏州政府: behind a surname a place in short is the rest of a name.
    if (surnames.hasAt(text, at - 1) && text[at + 2] === '、' && !nameStarts.has(at)) return null;
    const context = { limit: this.sentence.end, hint: this.hint, lastEnd: this.lastEnd };
    return readPlacedBody(this.passage, at, context);
  }

  /** A name without a place in front gives way to a body inside it that reaches as far: 落实|省生态环境厅. */
  private readUnplaced(at: number): BodyReading | null {
    const { text } = this.passage;
    const named = readUnplacedOrganisation(text, at, this.sentence.end);
    if (!named) return null;
    const last = named.end - 1;
    for (
      let inner = findOpening(text, at + 1, last);
      inner < last;
      inner = findOpening(text, inner + 1, last)
    ) {
      const fixed = readFixedBody(text, inner, this.sentence.end);
      if (fixed && fixed.end >= named.end) return null;
      const placed = this.readPlaced(inner);
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
