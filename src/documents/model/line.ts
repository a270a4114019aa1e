import type { MappedText } from './mapped-text.ts';
import type { PageFact } from './page.ts';

/**
 * What a cleaned line is.
 *
 * - `body`: running text; `short`: a headline, a kicker, a deck or a subhead: which one its place decides;
 * - `caption`, `byline`: told apart from the text;
 * - `fact`: it shows nothing of the text, but carries facts (a date line, a source line);
 * - `border`: what stands at the border of a page (copyright, ICP number);
 * - `tail`: a heading under which other pages are listed; `furniture`: everything else that is none of the text.
 */
export type LineRole = 'body' | 'short' | 'caption' | 'byline' | 'fact' | 'border' | 'tail' | 'furniture';

/** A cleaned line of a page and what it is. */
export interface Line {
  readonly role: LineRole;
  /** Single blanks kept. */
  readonly content: MappedText;
  /** 1–6 where the markup says that it is a heading, 0 elsewhere. */
  readonly level: number;
  /** Whether it is bold as a whole. */
  readonly strong: boolean;
  readonly facts: readonly PageFact[];
  /** Whether its blanks are as they shall be: the one behind a dateline stays. */
  readonly spaced?: boolean;
}
