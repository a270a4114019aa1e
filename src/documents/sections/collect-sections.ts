import { findDate } from '../labels/read-date.ts';
import type { Line } from '../model/line.ts';
import { sliceMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import { createSection, type OpenSection, type Section } from '../model/section.ts';
import { endsSentence } from '../text/characters.ts';
import { isSameTitle } from '../titles/is-same-title.ts';
import { isDateLine, opensHeadlineBlock, opensTallBlock } from './headline-block.ts';

/**
 * How a line begins the next article: on the page of the one before, as item of a programme, on a page of its own;
 * null where it does not.
 */
type Opening = 'article' | 'item' | 'page' | null;
/** What ended the text of a page: its border, a list of other pages, nothing yet. */
type Ending = 'border' | 'tail' | null;

const EDITORS_NOTE = /^[【[（(]?(?:编者按|编者的话|开栏的话|编前语)[】\]）)]?[：: ]/;
/** Less running text below the end of a page begins no other page. */
const MIN_LEAD = 40;

/** Gathers lines into sections; `level` is that of the headings that part the items of a programme, 0 for none. */
export function collectSections(lines: readonly Line[], level: number): Section[] {
  return new SectionCollector(lines, level).collect();
}

class SectionCollector {
  private section: OpenSection = createSection(0);
  private readonly sections: OpenSection[] = [this.section];
  private ending: Ending = null;
  /** Whether running text has begun; a note of the editor stands above the headline. */
  private started = false;
  /** Whether a line that may be the headline has been met. */
  private titled = false;

  constructor(
    private readonly lines: readonly Line[],
    private readonly level: number,
  ) {}

  collect(): Section[] {
    for (const [index, line] of this.lines.entries()) {
      const opening = this.findOpening(line, index);
      if (opening !== null) this.open(opening);
      this.add(line);
    }
    return this.sections;
  }

  private open(opening: 'article' | 'item' | 'page'): void {
    const page = this.section.page + (opening === 'page' ? 1 : 0);
    this.section = createSection(page, opening === 'item');
    this.sections.push(this.section);
    this.ending = null;
    this.started = false;
    this.titled = false;
  }

  private add(line: Line): void {
    const { section } = this;
    const { started } = this;
    const facts = this.isMasthead(line) ? line.facts.map((fact) => ({ ...fact, ofPage: true })) : line.facts;
    section.facts.push(...facts, ...this.readEdition(line));
    if (!started && line.role !== 'body') section.header.push(line);
    else if (this.ending === null && isText(line)) section.body.push(line);
    this.titled ||= line.role === 'short';
    this.started ||= line.role === 'body' && !EDITORS_NOTE.test(line.content.text);
    if (!started) return;
    if (line.role === 'tail') this.ending = 'tail';
    else if (line.role === 'border' || line.facts.some((fact) => fact.field === 'url'))
      this.ending = 'border';
  }

  /** What stands above the first headline is said of the page; front matter is, with its title, of one article. */
  private isMasthead(line: Line): boolean {
    const first = this.section.body.length === 0 && !this.titled;
    return first && line.role === 'fact' && !line.facts.some((fact) => fact.field === 'title');
  }

  /** The day that a heading above those of the items of a programme names holds for all of them. */
  private readEdition({ level, content }: Line): PageFact[] {
    const date = level > 0 && level < this.level ? findDate(content.text) : null;
    if (date === null) return [];
    return [{ field: 'editionOn', value: sliceMapped(content, date.start, date.end), ofPage: true }];
  }

  private findOpening(line: Line, index: number): Opening {
    const { section, level } = this;
    if (section.body.length + section.header.length === 0) return null;
    if (line.facts.some((fact) => fact.field === 'title' || fact.field === 'pageTitle')) return 'page';
    if (section.body.length > 0 && line.facts.some((fact) => fact.field === 'programme')) return 'page';
    if (level > 0 && line.level > 0) return line.level <= level ? 'item' : null;
    if (!this.started) return null;
    if (isAlone(section)) {
      const another =
        this.ending === null && line.role === 'short' && opensTallBlock(this.lines, index, section);
      return another ? 'article' : null;
    }
    if (this.ending === 'border') return isDateLine(line) || isText(line) ? 'page' : null;
    if (this.ending === 'tail') return this.endsTail(line, index) ? 'page' : null;
    // The items of a programme begin with their headings; what looks like a headline between them is a title quoted.
    const mayOpen = line.role === 'short' && !section.headed;
    return mayOpen && opensHeadlineBlock(this.lines, index, section) ? 'article' : null;
  }

  /** Whether the list of other pages is over: running text follows, under a title or under none. */
  private endsTail(line: Line, index: number): boolean {
    if (isLead(line)) return true;
    if (line.role !== 'short') return false;
    return isLead(this.lines[index + 1]) || opensHeadlineBlock(this.lines, index, this.section);
  }
}

function isText(line: Line): boolean {
  return line.role === 'body' || line.role === 'short' || line.role === 'caption' || line.role === 'byline';
}

function isLead(line: Line | undefined): boolean {
  if (line?.role !== 'body') return false;
  return line.content.text.length >= MIN_LEAD && endsSentence(line.content.text);
}

/** Whether the page is named after the headline of the section: then it shows no other article. */
function isAlone(section: Section): boolean {
  const names = section.facts.filter(
    (fact) => fact.ofPage && (fact.field === 'pageTitle' || fact.field === 'title'),
  );
  const titles = section.header.filter((line) => line.role === 'short');
  return names.some((name) => titles.some((line) => isSameTitle(line.content.text, name.value.text)));
}
