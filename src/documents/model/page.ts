import type { MappedText } from './mapped-text.ts';
import type { PublicationBasis } from './source-document.ts';

/**
 * What a page says about itself outside its text.
 *
 * - `title`: the headline as given; `pageTitle`: the name of the page, in which names of the site may stand beside it;
 * - `publishedOn`: a date that is labelled so; `datedOn`: a date without label; `shownOn`: a date with the day of the
 *   week, which may be that of the visit; `updatedOn`: the day of the last change;
 * - `filedOn`: the day in the dateline of a report, where it names the year;
 * - `editionOn`: the day that the title of a programme or round-up names;
 * - `programme`: the name of a programme of which the page shows one day.
 */
export type FactField =
  | 'title'
  | 'pageTitle'
  | 'publisher'
  | 'author'
  | 'site'
  | 'publishedOn'
  | 'datedOn'
  | 'shownOn'
  | 'updatedOn'
  | 'filedOn'
  | 'editionOn'
  | 'programme'
  | 'url';

/** One statement of a page about itself: a front matter entry, a meta element, a labelled value. */
export interface PageFact {
  readonly field: FactField;
  readonly value: MappedText;
  /** Whether it is said of the page as a whole, so that it holds for each of its articles. */
  readonly ofPage?: boolean;
  /** For dates: what they rest on, where their field does not tell. */
  readonly basis?: PublicationBasis;
}

/**
 * What the format says of a block. `strong` is a line that is bold as a whole, `caption` one that the markup
 * ties to an image, `fact` none that is shown: it only carries facts.
 */
type BlockKind = 'text' | 'heading' | 'strong' | 'caption' | 'fact';

/** One line or paragraph of a page, in the order in which the page shows them. */
export interface Block {
  readonly kind: BlockKind;
  readonly content: MappedText;
  /** 1–6 for headings, else 0. */
  readonly level: number;
  /** The share of its characters that stand in links, 0–1. */
  readonly linkShare: number;
  /** Whether a blank line or the border of an element stands before it. */
  readonly gap: boolean;
  readonly facts: readonly PageFact[];
  /** Whether it stands beside the text of the page, so that it can only carry facts. */
  readonly aside: boolean;
}

const NO_FACTS: readonly PageFact[] = [];

/** A block of the given content, with everything else as in running text. */
export function createBlock(content: MappedText, traits: Partial<Omit<Block, 'content'>> = {}): Block {
  const { kind = 'text', level = 0, linkShare = 0, gap = true, facts = NO_FACTS, aside = false } = traits;
  return { kind, content, level, linkShare, gap, facts, aside };
}
