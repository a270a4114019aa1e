import type { Block } from '../model/page.ts';
import { endsSentence } from '../text/characters.ts';

/** Fewer torn lines say nothing of a page. */
const MIN_TORN = 4;
/** The share of the lines of prose that must end in mid-sentence. */
const MIN_SHARE = 0.4;
const MIN_LENGTH = 12;
/** A first line without punctuation is prose where it is so long, measured by those that have some: behind a gap or not. */
const [LONG_BEHIND_GAP, LONG] = [0.4, 0.8];
/** Where more lines are indented, that says nothing of paragraphs. */
const MAX_INDENTED = 0.5;
const CLAUSE_MARK = /[，。；,;]/;
const INNER_MARK = /[，。；、,;]/;
const NOTE_AT_END = /[（(【[][^（）()【】[\]]{1,40}[）)】\]]$/;
const INDENTED = /^(?:[\u3000\u2003]|[ \t\u00a0]{2})/;
/** Numbers of lists, marks of lists and headings: what begins a line of its own. */
const BEGINS_ANEW =
  /^\s{0,8}(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|——|[①-⑳◆●■□▲▶#>*+|!-])/;
/** A date, or a label of the line under a headline: 来源：, 責任編輯：. */
const FACT =
  /^\s{0,8}(?:\d{4}\s?[-年./]\s?\d|[^，。；：:]{0,20}(?:来源|來源|时间|時間|日期|作者|记者|記者|编辑|編輯|责编|責編|审核|審核)\s?[：:])/;

/**
 * Lines that were broken anywhere, as copying and printing break them: where many lines of prose end in mid-sentence,
 * such a line goes on in the next unless a gap, an indentation, a label or the number of a list parts them.
 */
export class TornLines {
  private constructor(
    /** The median length of the lines of prose, in UTF-16 code units. */
    private readonly width: number,
    private readonly indented: boolean,
    private readonly wrapped: boolean,
  ) {}

  /**
   * Null where few lines of prose are torn: they are paragraphs as they stand.
   *
   * @param wrapped whether the lines have a common width, so that a shorter one is more likely a subhead.
   */
  static find(blocks: readonly Block[], wrapped: boolean): TornLines | null {
    const lengths: number[] = [];
    const torn: number[] = [];
    for (const [index, block] of blocks.entries()) {
      const text = block.content.text.trim();
      const prose = CLAUSE_MARK.test(text) || isProseBelow(blocks[index + 1]);
      if (text.length < MIN_LENGTH || !prose || !mayJoin(block)) continue;
      lengths.push(text.length);
      if (isOpen(text)) torn.push(text.length);
    }
    const width = findMedian(lengths);
    const few = torn.length < MIN_TORN || torn.length < MIN_SHARE * lengths.length;
    // Subheads with a comma in them are torn too, but shorter than what stands below them.
    if (few || findMedian(torn) < LONG * width) return null;
    return new TornLines(width, usesIndents(blocks), wrapped);
  }

  /** Whether the last line of `run`, which stands behind `above`, goes on in `next`. */
  goesOn(run: readonly Block[], next: Block, above: Block | undefined): boolean {
    const before = run.at(-1);
    if (before === undefined || next.gap || !mayJoin(before) || !mayJoin(next)) return false;
    const [text, following] = [before.content.text.trim(), next.content.text];
    if (!isOpen(text)) return false;
    if (/^[，。；：、！？”’》）]/.test(following)) return true;
    if (following.trim().length === 1) return /\p{Script=Han}/u.test(following);
    if ((this.indented && INDENTED.test(following)) || BEGINS_ANEW.test(following)) return false;
    if (FACT.test(following) || FACT.test(text) || /^[#|!]/.test(text)) return false;
    return run.some(isProse) || this.isFirst(before, above, following);
  }

  /** Whether a line without punctuation begins a paragraph: it is no title that happens to stand above text. */
  private isFirst(line: Block, above: Block | undefined, following: string): boolean {
    const text = line.content.text.trim();
    if (
      (this.wrapped && !INNER_MARK.test(text)) ||
      !INNER_MARK.test(following) ||
      BEGINS_ANEW.test(text) ||
      above === undefined
    )
      return false;
    const last = above.content.text.trim();
    return (
      (FACT.test(last) || !isOpen(last)) && text.length >= (line.gap ? LONG_BEHIND_GAP : LONG) * this.width
    );
  }
}

function findMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Whether a line begins a paragraph by its indentation, where paragraphs of the page begin so. */
export function usesIndents(blocks: readonly Block[]): boolean {
  const indented = blocks.filter(isIndented).length;
  return indented > 0 && indented <= MAX_INDENTED * blocks.length;
}

/** Whether white space of two columns or more stands before the line. */
export function isIndented(block: Block): boolean {
  return INDENTED.test(block.content.text);
}

function isProse(block: Block): boolean {
  return CLAUSE_MARK.test(block.content.text);
}

/** Whether a line of prose stands right below another line. */
function isProseBelow(block: Block | undefined): boolean {
  return block !== undefined && !block.gap && isProse(block);
}

function mayJoin(block: Block): boolean {
  return !block.aside && (block.kind === 'text' || block.kind === 'strong');
}

/** Whether a line ends in mid-sentence; notes in brackets at its end are looked through. */
function isOpen(text: string): boolean {
  if (/[：:]$/.test(text) || endsSentence(text)) return false;
  return !endsSentence(text.replace(NOTE_AT_END, ''));
}
