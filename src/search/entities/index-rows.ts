import { type FoldedText, foldText } from '../text/fold-text.ts';
import { isCrowded } from '../text/is-crowded.ts';
import { searchVector, type WeightedChars } from '../text/search-vector.ts';
import type { EntityField } from './load-entity-texts.ts';

/** What a row is found by. */
export interface RowTerms {
  /** tsvector of the passages. */
  readonly terms: string;
  /** tsvector of the name or headline; empty in rows after the first. */
  readonly titleTerms: string;
}

/** A part of an entity's texts, as the index keeps it. */
export interface IndexRow extends RowTerms {
  /** From 0. */
  readonly part: number;
  /** How many rows the entity has. */
  readonly parts: number;
  /** The passages of the row, for highlights. */
  readonly passages: readonly { readonly field: string; readonly text: string }[];
}

/** The most characters of a row: a tsvector keeps no position beyond 16,383. */
const ROW_LENGTH = 4_000;

/** The beginning of a text that has a headline says what it is about: so many characters count more than the rest. */
const LEAD = 60;

/** Unused positions between two passages, so that no phrase spans them. */
const GAP = 10;

/** The passages of a row, which `indexPassages` makes a row of. */
export type RowPassages = readonly EntityField[];

interface Passage extends EntityField {
  readonly folded: FoldedText;
}

/**
 * The passages of each index row of an entity: its fields one after the other, long ones cut at the end of sentences. A row holds no
 * more of one lexeme than a tsvector keeps: a list of 400 companies would hide the last of them.
 */
export function layRows(fields: readonly EntityField[]): RowPassages[] {
  const passages = fields.flatMap((field) => cutPassages(field, ROW_LENGTH - GAP));
  return packRows(passages)
    .flatMap(spreadRow)
    .map((row) => row.map(({ field, text, weight }) => ({ field, text, weight })));
}

/** A row, or rows in its place where it is crowded. */
function spreadRow(row: readonly Passage[]): (readonly Passage[])[] {
  if (!isCrowded(row.map(({ folded }) => folded.chars))) return [row];
  const [first, ...others] = row;
  if (first !== undefined && others.length === 0) {
    const half = Math.ceil(first.folded.chars.length / 2);
    return cutPassages(first, half).flatMap((passage) => spreadRow([passage]));
  }
  const middle = Math.ceil(row.length / 2);
  return [row.slice(0, middle), row.slice(middle)].flatMap(spreadRow);
}

/** The terms of a row: it needs the segmenter, which only the thread of words has (`words.ts`). */
export function indexPassages(row: RowPassages): RowTerms {
  const passages = row.map((passage) => ({ ...passage, folded: foldText(passage.text) }));
  return {
    terms: searchVector(layOut(passages)),
    titleTerms: searchVector(layOut(passages.filter(({ weight }) => weight === 'A'))),
  };
}

function packRows(passages: readonly Passage[]): Passage[][] {
  const rows: Passage[][] = [[]];
  let length = 0;
  for (const passage of passages) {
    const size = passage.folded.chars.length + GAP;
    if (length > 0 && length + size > ROW_LENGTH) {
      rows.push([]);
      length = 0;
    }
    rows.at(-1)?.push(passage);
    length += size;
  }
  return rows;
}

function layOut(passages: readonly Passage[]): WeightedChars[] {
  let offset = 0;
  const hasName = passages.some(({ weight }) => weight === 'A');
  return passages.map(({ folded: { chars }, weight }) => {
    const placed = { chars, weight, lead: hasName && weight === 'D' ? LEAD : 0, offset };
    offset += chars.length + GAP;
    return placed;
  });
}

/** A text in passages of at most `length` characters. */
function cutPassages({ field, text, weight }: EntityField, length: number): Passage[] {
  const folded = foldText(text);
  if (folded.chars.length > 0 && folded.chars.length <= length) return [{ field, weight, text, folded }];
  const passages: Passage[] = [];
  let start = 0;
  while (start < folded.chars.length) {
    const end = endOfPassage(folded, start, length);
    const piece = text.slice(folded.starts[start], folded.ends[end - 1]);
    passages.push({ field, weight, text: piece, folded: foldText(piece) });
    start = end;
  }
  return passages;
}

/** What passages end with, the best first. */
const ENDS = ['。！？\n', '；;', '，、,'];

/** Where to end the passage that begins at `start`: at the end of the text, or of the last sentence, clause or name that fits. */
function endOfPassage({ chars, starts }: FoldedText, start: number, length: number): number {
  const limit = start + length;
  if (chars.length <= limit) return chars.length;
  for (const ends of ENDS)
    for (let end = limit; end > start + length / 2; end--)
      if (ends.includes(chars[end - 1] ?? ' ')) return end;
  // One character may fold to several: they stay together.
  let end = limit;
  while (end > start + 1 && starts[end] === starts[end - 1]) end -= 1;
  return end;
}
