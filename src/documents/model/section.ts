import type { Line } from './line.ts';
import type { PageFact } from './page.ts';

/** The lines of one article. */
export interface Section {
  /** Which of the pages in the document it stands on, from 0. */
  readonly page: number;
  /** Whether it begins with the heading of an item of a programme: its headline. */
  readonly headed: boolean;
  /** What stands above the text: site names, kickers, the headline, decks. */
  readonly header: readonly Line[];
  /** From the first line of running text on: body, subheads, captions, bylines. */
  readonly body: readonly Line[];
  /** In page order. */
  readonly facts: readonly PageFact[];
}

/** A section that is being filled. */
export interface OpenSection extends Section {
  readonly header: Line[];
  readonly body: Line[];
  readonly facts: PageFact[];
}

/** A section of nothing on the given page. */
export function createSection(page: number, headed = false): OpenSection {
  return { page, headed, header: [], body: [], facts: [] };
}
