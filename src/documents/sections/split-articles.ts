import type { Line } from '../model/line.ts';
import type { FactField, PageFact } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import { collectSections } from './collect-sections.ts';
import { dropSummaries } from './drop-repeats.ts';
import { NUMBERED } from './headline-block.ts';
import { findProgrammeLevel, isContents, toItemKey } from './programme.ts';
import { splitRoundUp } from './round-up.ts';

/** What is said once holds for every article of a page. */
const OF_THE_PAGE: readonly FactField[] = ['publishedOn', 'datedOn', 'shownOn', 'editionOn', 'site', 'url'];
/** Less running text than this is no article beside another: a blurb, the title of a list. */
const MIN_LENGTH = 40;
/** Lists of contents stand at the beginning. */
const CONTENTS_SECTIONS = 3;
/** Titles between the two have as many characters; others do not settle anything. */
const [MIN_TITLE, MAX_TITLE] = [8, 45];
/** A last line of this length is a paragraph whose full stop is missing. */
const MIN_PARAGRAPH = 25;

/** Splits the lines of a document into its articles, in page order. */
export function splitArticles(lines: readonly Line[]): Section[] {
  const level = findProgrammeLevel(lines);
  const sections = passFactsOn(collectSections(lines, level));
  return selectArticles(sections, level)
    .map((section) => ({ ...section, body: dropTail(dropSummaries(section.header, section.body)) }))
    .map(raiseTitle)
    .flatMap(splitRoundUp);
}

/** The sections that are articles: no lists of contents, no blurbs beside an article; all of them if none is. */
function selectArticles(sections: readonly Section[], level: number): readonly Section[] {
  if (sections.length < 2) return sections;
  const headlines = new Set(
    sections.flatMap((section) => section.header.map((line) => toItemKey(line.content.text))),
  );
  const articles = sections.filter((section, index) =>
    level > 0 ? index >= CONTENTS_SECTIONS || !isContents(section, headlines) : isArticle(section),
  );
  return articles.length > 0 ? articles : sections;
}

/** A short line with no text below it is no subhead: it belongs to what the page shows next. */
function dropTail(body: readonly Line[]): readonly Line[] {
  const last = body.findLastIndex(
    (line) => line.role !== 'short' || line.content.text.length >= MIN_PARAGRAPH,
  );
  return last < 0 ? body : body.slice(0, last + 1);
}

/** The short line that a text begins with once the teaser above it is gone is its title, where it has no other. */
function raiseTitle(section: Section): Section {
  const { header, body, facts } = section;
  const [first, second] = body;
  if (first?.role !== 'short' || second?.role !== 'body') return section;
  if (header.some((line) => line.role === 'short') || facts.some((fact) => fact.field === 'title'))
    return section;
  const { length } = first.content.text;
  if (length < MIN_TITLE || length > MAX_TITLE || NUMBERED.test(first.content.text)) return section;
  return { ...section, header: [...header, first], body: body.slice(1) };
}

function isArticle(section: Section): boolean {
  const body = section.body.filter((line) => line.role === 'body');
  return body.reduce((sum, line) => sum + line.content.text.length, 0) >= MIN_LENGTH;
}

/** Sections without text give their facts to a neighbour; facts of the page go to those that lack them. */
function passFactsOn(sections: readonly Section[]): Section[] {
  const pages = new Map<number, PageFact[]>();
  for (const { page, facts } of sections) {
    const shared = facts.filter((fact) => fact.ofPage === true);
    const all = pages.get(page);
    if (all === undefined) pages.set(page, shared);
    else all.push(...shared);
  }
  return mergeTextless(sections).map((section) => {
    const inherited = OF_THE_PAGE.filter((field) => !section.facts.some((fact) => fact.field === field));
    const shared = pages.get(section.page) ?? [];
    const found = inherited.flatMap((field) => shared.find((fact) => fact.field === field) ?? []);
    return found.length === 0 ? section : { ...section, facts: [...section.facts, ...found] };
  });
}

/** What stands above a text belongs to it; what stands below the last one, to that. */
function mergeTextless(sections: readonly Section[]): Section[] {
  const result: Section[] = [];
  let above: PageFact[] = [];
  /** Those of the last section with a text. */
  let facts: PageFact[] = [];
  for (const section of sections) {
    const last = result.at(-1);
    if (section.body.length > 0) {
      facts = [...above, ...section.facts];
      result.push({ ...section, facts });
      above = [];
    } else if (last === undefined) above.push(...section.facts);
    else facts.push(...section.facts);
  }
  return result;
}
