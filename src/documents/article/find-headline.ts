import { unglueHeadline } from '../labels/glued-date-line.ts';
import type { Line } from '../model/line.ts';
import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import { cleanHeadline } from '../titles/clean-headline.ts';
import { isSameTitle } from '../titles/is-same-title.ts';
import { joinTornTitles } from '../titles/join-torn-titles.ts';
import { scoreTitle, shareOfBigrams } from '../titles/score-title.ts';

/** What parts the name of a page from that of its site. */
const TITLE_PARTS = /[_|｜丨]|\s[-–—]+\s|(?<=[\p{Script=Han}”》）])[-–—]+(?=[\p{Script=Han}\w]{2,20}$)|--+/u;
const MIN_SCORE = 0.2;
const MIN_SHARE = 0.2;

/** The headline block of an article. */
export interface HeadlineBlock {
  /** White space beside Chinese is gone; null where the page shows no headline. */
  readonly headline: MappedText | null;
  /** Kickers and decks above the headline, in page order. */
  readonly before: readonly Line[];
  /** Decks below it, in page order. */
  readonly after: readonly Line[];
  /** What the line of the headline says beside it. */
  readonly facts: readonly PageFact[];
}

/**
 * Finds the headline among the lines above the text: the one that the text takes up, not the site's name. A title that
 * the page gives beside its text settles which line it is, and stands in for a line that is not there.
 */
export function findHeadline(section: Section): HeadlineBlock {
  const lead = readLead(section);
  const lines = section.headed ? section.header : joinTornTitles(section.header, lead, listNames(section));
  const title = section.facts.find((fact) => fact.field === 'title')?.value;
  const pageTitle = title ?? findPageTitle(section, lead);
  const given = title === undefined ? listTitleParts(section) : [title];
  const best = section.headed ? (lines[0] ?? null) : findBest(lines, lead, given);
  if (title !== undefined && (best === null || !isSameTitle(best.content.text, title.text)))
    return alone(title, lead);
  if (best === null) {
    return pageTitle !== undefined && shareOfBigrams(pageTitle.text, lead) >= MIN_SHARE
      ? alone(pageTitle, lead)
      : alone(null, lead);
  }
  const at = lines.indexOf(best);
  const unglued = section.headed ? null : unglueHeadline(best.content);
  return {
    headline: cleanHeadline(unglued?.content ?? best.content, lead),
    facts: unglued?.facts ?? [],
    before: listNeighbours(lines, at, -1, lead),
    after: listNeighbours(lines, at, 1, lead),
  };
}

function alone(title: MappedText | null, lead: string): HeadlineBlock {
  return { headline: title === null ? null : cleanHeadline(title, lead), before: [], after: [], facts: [] };
}

/** The names that the page gives itself, without blanks. */
function listNames(section: Section): string[] {
  const named = section.facts.filter((fact) => fact.field === 'title' || fact.field === 'pageTitle');
  return named.map((fact) => fact.value.text.replaceAll(' ', ''));
}

function readLead(section: Section): string {
  const lines = section.body.slice(0, 4).map((line) => line.content.text);
  return lines.join('').replaceAll(' ', '');
}

/** The part of the page's name that the text takes up; the names of the site and its columns stand beside it. */
function findPageTitle(section: Section, lead: string): MappedText | undefined {
  const scored = listTitleParts(section).map((part) => ({
    part,
    share: shareOfBigrams(part.text.replaceAll(' ', ''), lead),
  }));
  return scored.reduce<{ part: MappedText; share: number } | undefined>(
    (best, next) => (best === undefined || next.share > best.share ? next : best),
    undefined,
  )?.part;
}

/** What the name of the page consists of: headline, column, site. */
function listTitleParts(section: Section): MappedText[] {
  const facts = section.facts.filter((fact) => fact.field === 'pageTitle');
  return facts.flatMap((fact) => splitTitle(fact.value)).filter((part) => part.text.length >= 4);
}

function splitTitle(title: MappedText): MappedText[] {
  const parts: MappedText[] = [];
  let rest = title;
  for (let match = TITLE_PARTS.exec(rest.text); match !== null; match = TITLE_PARTS.exec(rest.text)) {
    parts.push(trimMapped(sliceMapped(rest, 0, match.index)));
    rest = sliceMapped(rest, match.index + match[0].length);
  }
  return [...parts, trimMapped(rest)];
}

/** @param given the titles that the page gives beside its text, names of sites and columns among them. */
function findBest(lines: readonly Line[], lead: string, given: readonly MappedText[]): Line | null {
  const factAt = lines.findIndex((line) => line.role === 'fact');
  // Kicker, headline and deck are equally near to the date line below them.
  const reachUp = lines.slice(Math.max(0, factAt - 3), factAt).every((line) => line.role === 'short') ? 3 : 2;
  // What stands above the border of a page is none of it.
  const border = lines.findLastIndex((line) => line.role === 'border');
  // A headline that shares nothing with the text stands right above it.
  const reach = lines.findLastIndex((line) => line.role === 'furniture' || line.role === 'border');
  let best: { line: Line; score: number } | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.role !== 'short' || (index < border && line.level === 0)) continue;
    const near = factAt > index && factAt - index <= reachUp ? 0.4 : 0;
    const same = given.some((title) => isSameTitle(line.content.text, title.text)) ? 3 : 0;
    const far = index < reach && same === 0 && shareOfBigrams(line.content.text, lead) < MIN_SHARE ? 0.8 : 0;
    const score = scoreTitle(line, lead) + near + same - far;
    if (best === null || score > best.score) best = { line, score };
  }
  return best === null || best.score < MIN_SCORE ? null : best.line;
}

/** Kickers or decks: the lines that stand next to the headline and share words with the text. */
function listNeighbours(lines: readonly Line[], at: number, step: 1 | -1, lead: string): Line[] {
  const headline = lines[at]?.content.text ?? '';
  const found: Line[] = [];
  for (let i = at + step; lines[i] !== undefined; i += step) {
    const line = lines[i];
    if (line === undefined || line.role !== 'short' || isSameTitle(line.content.text, headline)) break;
    if (shareOfBigrams(line.content.text.replaceAll(' ', ''), lead) < MIN_SHARE) break;
    found.push(line);
  }
  return step < 0 ? found.reverse() : found;
}
