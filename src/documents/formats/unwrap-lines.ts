import { joinMapped } from '../mapped-text.ts';
import { type Block, createBlock } from '../page.ts';

const MIN_WIDTH = 12;
const MIN_LINES = 4;
/** The share of the text, as far as it stands in lines no longer than the width, that full lines must hold … */
const MIN_SHARE = 0.6;
/** … and where next to no line is longer: short paragraphs leave much of it in their last lines. */
const MIN_SHARE_BOUNDED = 0.35;
const BOUNDED_SHARE = 0.95;
/** The share of full lines with punctuation inside: lists of titles have little. */
const MIN_PROSE = 0.15;
const INNER_PUNCTUATION = /[，。、；：！？,;()（）][^\s]/;

/**
 * Joins the lines of hard-wrapped text: where most of the text stands in lines of one and the same width, a line
 * of that width goes on in the next unless a gap parts them.
 */
export function unwrapLines(blocks: readonly Block[]): readonly Block[] {
  const width = findWrapWidth(blocks);
  if (width === null) return blocks;
  const result: Block[][] = [];
  for (const block of blocks) {
    const run = result.at(-1);
    const before = run?.at(-1);
    const goesOn =
      before !== undefined && !block.gap && isFull(before, width) && isPlain(block) && isPlain(before);
    if (run !== undefined && goesOn) run.push(block);
    else result.push([block]);
  }
  return result.map(joinRun);
}

function isPlain(block: Block): boolean {
  return block.kind === 'text' || block.kind === 'strong';
}

function lineWidth(block: Block): number {
  return block.content.text.trimEnd().length;
}

function isFull(block: Block, width: number): boolean {
  const own = lineWidth(block);
  return own === width || own === width - 1;
}

/** The width at which the text was wrapped, in UTF-16 code units; null where it was not. */
function findWrapWidth(blocks: readonly Block[]): number | null {
  const width = mostFrequentWidth(blocks);
  if (width === null) return null;
  const full = blocks.filter((block) => isFull(block, width));
  const within = blocks.filter((block) => lineWidth(block) <= width);
  const share = sumWidths(full) / sumWidths(within);
  const prose = full.filter((block) => INNER_PUNCTUATION.test(block.content.text)).length / full.length;
  const bounded = within.length >= BOUNDED_SHARE * blocks.length;
  const enough = share >= (bounded ? MIN_SHARE_BOUNDED : MIN_SHARE);
  return full.length >= MIN_LINES && enough && prose >= MIN_PROSE ? width : null;
}

function sumWidths(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lineWidth(block), 0);
}

function mostFrequentWidth(blocks: readonly Block[]): number | null {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    const width = lineWidth(block);
    if (width >= MIN_WIDTH) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [width, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = width;
  return best;
}

function joinRun(run: readonly Block[]): Block {
  const [first] = run;
  if (first === undefined || run.length === 1) return first ?? createBlock(joinMapped([]));
  return { ...first, content: joinMapped(run.map((block) => block.content)) };
}
