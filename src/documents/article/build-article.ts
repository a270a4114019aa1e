import { unglueText } from '../labels/glued-date-line.ts';
import { readLeadIn } from '../labels/lead-in.ts';
import { findDate } from '../labels/read-date.ts';
import { separateNames } from '../lines/separate-names.ts';
import { countScriptsAt } from '../lines/simplify.ts';
import type { Line } from '../model/line.ts';
import { joinMapped, listOffsets, type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import type { Article, CivilDate, Paragraph, ParagraphKind, Script } from '../model/source-document.ts';
import { markHeadlineRepeats } from '../sections/drop-repeats.ts';
import { tightenSpace } from '../text/normalise-space.ts';
import { findClosingDate } from './find-closing-date.ts';
import { findHeadline } from './find-headline.ts';
import { findPublishedOn, type PublicationDate } from './find-published-on.ts';
import { findPublisher } from './find-publisher.ts';
import { joinParagraphs } from './join-paragraphs.ts';
import { splitByline } from './split-byline.ts';

interface Part {
  readonly kind: ParagraphKind;
  readonly content: MappedText;
}

/** What an article takes from the page around it. */
export interface PageContext {
  readonly source: string;
  readonly url: string | null;
  /** The day of publication that the caller gives; null where the page shall say. */
  readonly publishedOn: CivilDate | null;
}

/** Puts the article of a section together; null where nothing of it is text. */
export function buildArticle(section: Section, page: PageContext): Article | null {
  const { headline, before, after, facts: beside } = findHeadline(section);
  const { lines, facts } = takeLeadIns(
    joinParagraphs(markHeadlineRepeats(section.body, headline?.text ?? null)),
  );
  const parts: Part[] = [
    ...before.map((line) => ({ kind: 'deck' as const, content: line.content })),
    ...(headline === null ? [] : [{ kind: 'headline' as const, content: headline }]),
    ...after.map((line) => ({ kind: 'deck' as const, content: line.content })),
    ...lines.map(toPart),
  ].filter((part) => part.content.text !== '');
  if (!parts.some((part) => part.kind === 'body')) return null;
  const joined = joinMapped(
    parts.map((part) => part.content),
    '\n',
  );
  const { text } = joined;
  const offsets = listOffsets(joined);
  const allFacts = [...section.facts, ...beside, ...facts];
  const published: PublicationDate | null =
    page.publishedOn === null
      ? (findPublishedOn(allFacts, page.url, offsets[0] ?? 0) ?? findClosingDate(lines))
      : { date: page.publishedOn, basis: 'GIVEN' };
  return {
    headline: headline?.text ?? null,
    text,
    paragraphs: listParagraphs(parts),
    publisher: findPublisher(allFacts),
    publishedOn: published?.date ?? null,
    publishedOnBasis: published?.basis ?? null,
    script: findScript(page.source, offsets),
    sourceOffsets: offsets,
  };
}

/** Lead-ins stand at the beginning. */
const LEAD_LINES = 6;

/** Takes lead-ins and the names of reporters off running text; datelines stay. */
function takeLeadIns(lines: readonly Line[]): { lines: Line[]; facts: PageFact[] } {
  const facts: PageFact[] = [];
  const result: Line[] = [];
  for (const [index, glued] of lines.entries()) {
    const unglued = glued.role === 'body' && index < LEAD_LINES ? unglueText(glued.content) : null;
    const line = unglued === null ? glued : { ...glued, content: unglued.content };
    facts.push(...(unglued?.facts ?? []));
    const leadIn = line.role === 'body' && index < LEAD_LINES ? readLeadIn(line.content) : null;
    if (line.role !== 'body') result.push(line);
    else if (leadIn === null) result.push(...splitByline(line));
    else {
      if (leadIn.publisher.text !== '') facts.push({ field: 'publisher', value: leadIn.publisher });
      facts.push(...readDateline(leadIn.dateline));
      const parts = splitByline({ ...line, content: trimMapped(leadIn.rest) });
      const { dateline } = leadIn;
      result.push(...(dateline.text === '' ? parts : parts.map((part) => prefix(part, dateline))));
    }
  }
  return { lines: result, facts };
}

/** The day that a dateline with a year names; most name only month and day. */
function readDateline(dateline: MappedText): PageFact[] {
  const date = findDate(dateline.text);
  return date === null ? [] : [{ field: 'filedOn', value: sliceMapped(dateline, date.start, date.end) }];
}

/** Running text behind its dateline. */
function prefix(line: Line, dateline: MappedText): Line {
  if (line.role !== 'body') return line;
  const content = joinMapped([tightenSpace(dateline), tightenSpace(trimMapped(line.content))], ' ');
  return { ...line, content, spaced: true };
}

/** The parts of captions and bylines stay apart; running text holds no white space beside Chinese. */
function toPart(line: Line): Part {
  if (line.role === 'caption' || line.role === 'byline') return { kind: line.role, content: line.content };
  return {
    kind: 'body',
    content: line.spaced === true ? line.content : tightenSpace(separateNames(line.content)),
  };
}

function listParagraphs(parts: readonly Part[]): Paragraph[] {
  let start = 0;
  return parts.map(({ kind, content }) => {
    const paragraph = { kind, start, end: start + content.text.length };
    start = paragraph.end + 1;
    return paragraph;
  });
}

/** Enough characters to tell the script by. */
const SCRIPT_SAMPLE = 400;

function findScript(source: string, offsets: Uint32Array): Script {
  const { traditional, simplified } = countScriptsAt(source, offsets.subarray(0, SCRIPT_SAMPLE));
  return traditional > simplified ? 'HANT' : 'HANS';
}
