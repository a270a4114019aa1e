import type { Span } from '../../documents/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { readCollectiveOrgans } from './collective-organs.ts';
import { readCoordinatedOrgans } from './coordinated-organs.ts';
import { readBodyOfBody, readFixedBody } from './fixed-bodies.ts';
import { createOrganMention, findOrgan, findOrganBehind } from './local-organs.ts';
import { readPlacedOrganisation, readUnplacedOrganisation, readVisitedFirm } from './named-organisations.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';
import { readRelativeOrgan } from './relative-organs.ts';

interface Reading {
  readonly end: number;
  readonly mentions: readonly OrganisationMention[];
}

const single = (mention: OrganisationMention | null): Reading | null =>
  mention && { end: mention.end, mentions: [mention] };

function longest(readings: readonly (Reading | null)[]): Reading | null {
  let best: Reading | null = null;
  for (const reading of readings) if (reading && reading.end > (best?.end ?? 0)) best = reading;
  return best;
}

/** Ministries that every state has under one name. */
const HOME_MINISTRY =
  /^(?:外交部|国防部|教育部|财政部|司法部|公安部|商务部|水利部|文化部|农业部|卫生部|民政部|交通运输部|国家安全部)$/;

/** Reads one sentence from left to right. */
class SentenceReader {
  readonly #passage: Passage;
  readonly #sentence: Span;
  readonly #starts: ReadonlySet<number>;
  readonly #clearStarts: ReadonlySet<number>;
  readonly #mentions: OrganisationMention[] = [];
  #hint: AreaRecord | null = null;
  #lastEnd = -1;
  /** Whether the place named last is another state: a bare 外交部 is then not China's. */
  #abroad = false;

  constructor(passage: Passage, sentence: Span) {
    this.#passage = passage;
    this.#sentence = sentence;
    const runs = passage.runsOf(sentence);
    this.#starts = new Set(runs.map(({ start }) => start));
    this.#clearStarts = new Set(runs.filter(({ clear }) => clear).map(({ start }) => start));
  }

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

  #readAt(at: number): Reading | null {
    const { text } = this.#passage;
    const { end: limit } = this.#sentence;
    const body = this.#readBody(at);
    const fixed = single((body && readBodyOfBody(text, body, limit)) ?? body);
    const placed = this.#readPlaced(at);
    const collective = readCollectiveOrgans(text, at, limit);
    const relative = single(
      readRelativeOrgan(this.#passage, {
        start: at,
        limit,
        runStart: this.#starts.has(at),
        afterOrgan: this.#lastEnd === at,
        nearOrgan: this.#lastEnd === at - 1 && /[、和]/.test(text[at - 1] ?? ''),
        hint: this.#hint,
      }),
    );
    const structural = longest([fixed, collective, placed, relative, this.#readSharedArea(at)]);
    if (structural || !this.#clearStarts.has(at)) return structural;
    return this.#readUnplaced(at);
  }

  #readBody(at: number): OrganisationMention | null {
    const body = readFixedBody(this.#passage.text, at, this.#sentence.end);
    return this.#abroad && body && HOME_MINISTRY.test(this.#passage.text.slice(body.start, body.end))
      ? null
      : body;
  }

  /** 省发展改革委、工业和信息化厅: a department without a place shares that of the one before. */
  #readSharedArea(at: number): Reading | null {
    const before = this.#mentions.at(-1);
    const { text } = this.#passage;
    if (
      !before?.area ||
      before.end !== at - 1 ||
      before.classification !== 'DEPARTMENT' ||
      !/[、和]/.test(text[at - 1] ?? '')
    )
      return null;
    const match = findOrgan(text, at, this.#sentence.end, false);
    if (match?.organ.classification !== 'DEPARTMENT') return null;
    return single(
      createOrganMention({ start: at, end: match.end }, { area: before.area, chain: [] }, match.organ),
    );
  }

  #readPlaced(at: number): Reading | null {
    const { text, areas } = this.#passage;
    const { end: limit } = this.#sentence;
    const coordinated = readCoordinatedOrgans(text, areas, at, limit);
    const place = areas.readAt(at, limit, this.#hint);
    if (!place) return coordinated;
    const foreign =
      place.area.level === 'COUNTRY' && place.area.code !== '100000'
        ? readFixedBody(text, place.end, limit)
        : null;
    if (foreign?.classification === 'GOVERNMENT') {
      const name = text.slice(place.start, foreign.end);
      return single(createMention({ start: at, end: foreign.end }, name, 'GOVERNMENT', { area: place.area }));
    }
    const named = readPlacedOrganisation(text, place, limit);
    const organ = findOrganBehind(text, place, limit);
    const touring = /调研|考察|视察/.test(this.#passage.article.headline ?? '');
    const firm =
      named || organ || !touring
        ? null
        : readVisitedFirm(text, place, limit, { areas, inList: this.#lastEnd === at - 1 });
    const cut =
      organ && named && (areas.readAt(organ.end, named.end) || readFixedBody(text, organ.end, named.end));
    return longest([coordinated, cut ? null : single(named), single(firm)]);
  }

  /** A name without a place in front gives way to a body inside it that reaches as far: 落实|省生态环境厅. */
  #readUnplaced(at: number): Reading | null {
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
    return single(named);
  }
}

/**
 * Every body that a passage names in full or by its level, in the order of the text, without overlap save for
 * bodies that share their words (湖州市、无锡市政府).
 *
 * @example 省生态环境厅 in a page about 广东省 // 广东省生态环境厅
 */
export function listOrganisations(passage: Passage): OrganisationMention[] {
  return passage.sentences.flatMap((sentence) => new SentenceReader(passage, sentence).read());
}
