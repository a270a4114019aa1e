import { joinMapped } from '../model/mapped-text.ts';
import { type Block, createBlock } from '../model/page.ts';
import { endsSentence } from '../text/characters.ts';
import { isIndented, TornLines, usesIndents } from './torn-lines.ts';

const MIN_WIDTH = 12;
const MIN_LINES = 4;
/** The share of the text, as far as it stands in lines no longer than the width, that full lines must hold … */
const MIN_SHARE = 0.6;
/** … and where next to no line is longer: short paragraphs leave much of it in their last lines. */
const MIN_SHARE_BOUNDED = 0.35;
const BOUNDED_SHARE = 0.95;
/** Next to the full lines, how many longer ones may be torn. */
const MAX_TORN_BEYOND = 0.5;
/** The share of full lines with punctuation inside: lists of titles have little. */
const MIN_PROSE = 0.15;
const INNER_PUNCTUATION = /[，。、；：！？,;()（）][^\s]/;

/**
 * Joins the lines of hard-wrapped text: where most of the text stands in lines of one and the same width, a line of that
 * width goes on in the next unless a gap parts them; where lines were broken anywhere, those that are torn do.
 */
export function unwrapLines(blocks: readonly Block[]): readonly Block[] {
  const width = findWrapWidth(blocks);
  const torn = TornLines.find(blocks, width !== null);
  if (width === null && torn === null) return blocks;
  const indents = usesIndents(blocks);
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1) ?? [];
    const full = width !== null && goesOn(run.at(-1), block, width) && !(indents && isIndented(block));
    if (full || torn?.goesOn(run, block, runs.at(-2)?.at(-1))) run.push(block);
    else runs.push([block]);
  }
  return runs.map(joinRun);
}

/** Whether a line of the width that the text was wrapped at goes on in the next. */
function goesOn(before: Block | undefined, block: Block, width: number): boolean {
  if (before === undefined || block.gap) return false;
  return isFull(before, width) && isPlain(block) && isPlain(before);
}

function isPlain(block: Block): boolean {
  return !block.aside && (block.kind === 'text' || block.kind === 'strong');
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
  if (countTornBeyond(blocks, width) > MAX_TORN_BEYOND * full.length) return null;
  const share = sumWidths(full) / sumWidths(within);
  const prose = full.filter((block) => INNER_PUNCTUATION.test(block.content.text)).length / full.length;
  const bounded = within.length >= BOUNDED_SHARE * blocks.length;
  const enough = share >= (bounded ? MIN_SHARE_BOUNDED : MIN_SHARE);
  return full.length >= MIN_LINES && enough && prose >= MIN_PROSE ? width : null;
}

/** How many lines are longer than the width and torn all the same: those that were broken elsewhere. */
function countTornBeyond(blocks: readonly Block[], width: number): number {
  return blocks.filter((block) => lineWidth(block) > width && !endsSentence(block.content.text.trimEnd()))
    .length;
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
