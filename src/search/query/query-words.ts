import { jieba } from '../text/jieba.ts';
import { queryNumbers } from '../text/numbers.ts';
import { cutWords } from '../text/segment.ts';
import { splitRuns } from '../text/split-runs.ts';
import { withSynonyms } from '../text/synonyms.ts';
import { lexemeQuery, partsQuery, phraseQuery, type SearchedField } from './phrase-query.ts';

/** A word of a query. */
export interface QueryWord {
  /** As it was typed, folded. */
  readonly text: string;
  /** Where it begins in its term. */
  readonly start: number;
  /** tsquery of the word. */
  readonly query: string;
  /** tsquery that finds all rows with the word, and maybe more: the index alone answers it. */
  readonly parts: string;
  /** The lexeme by which PostgreSQL's statistics know how frequent it is. */
  readonly lexeme: string;
  /** How rare it is in texts of all kinds: the logarithm of how many of them there are for one with the word. */
  readonly rarity: number;
  /** What it counts: less than 1 for what is no word, but the place where two meet, which texts have that have them side by side. */
  readonly share: number;
  /** Whether what has all words has it. */
  readonly isNeeded: boolean;
  readonly field: SearchedField;
}

/** Words of one character that say nothing of what is looked for. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  '的了在和与及等为是于对将把被从向以之其也都就而或但并到由着过这那有'.split(''),
);

/** How rare the words are that the segmenter's dictionary does not tell of. */
const [UNKNOWN, NUMBER, SINGLE] = [9, 6, 5];

/** What the place between two words counts, beside them. */
const JOINT = 0.25;

/** A word of the segmenter at its place. */
interface Piece {
  readonly start: number;
  readonly chars: readonly string[];
}

/**
 * The words of a folded text in order, and then the places where they meet. Of a word of one character the pair with the one after it, or
 * before it, is needed: alone it stands in nearly every text, and it makes a difference (副总理, 总理).
 */
export function wordsOf(chars: readonly string[], field: SearchedField): QueryWord[] {
  if (isOneWord(chars)) return [createWord(0, chars, chars, { field, rarity: rarityOfWhole(chars) })];
  const pieces = cutPieces(chars);
  const words = pieces.flatMap((piece) => wordOf(piece, chars, field));
  const known = new Map(words.map((word) => [word.query, word]));
  const joints = pieces
    .slice(1)
    .flatMap((piece, index) => jointOf(pieces[index], piece, field))
    .filter(({ query }) => !known.has(query));
  return [...known.values(), ...new Map(joints.map((joint) => [joint.query, joint])).values()];
}

/** Longer texts are taken apart: of shorter ones what a part of them means is another thing (副总理, 总理). */
const ONE_WORD = 3;

/** Whether a text is one word, or nothing but numbers with what they count (1月8日, 500亿元, 第12次): a part of it says nothing. */
function isOneWord(chars: readonly string[]): boolean {
  const numbers = queryNumbers(chars);
  if (numbers.length === 0) return chars.length <= ONE_WORD;
  const counted = numbers.map(({ end }, index) =>
    chars.slice(end, numbers[index + 1]?.start ?? chars.length),
  );
  const before = chars.slice(0, numbers[0]?.start).join('');
  return (before === '' || before === '第') && counted.every((unit) => unit.length <= 2);
}

const rarityOfWhole = (chars: readonly string[]) =>
  queryNumbers(chars).length > 0 ? NUMBER : rarityOf(chars.join(''));

/** The words of a text: its numbers, with what they count, and between them what the segmenter finds. */
function cutPieces(chars: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const numbers = queryNumbers(chars).map(({ start, end, isPercentage }) => ({
    start,
    end: isPercentage && chars[end] === '%' ? end + 1 : end,
  }));
  let at = 0;
  for (const number of [...numbers, { start: chars.length, end: chars.length }]) {
    for (const run of splitRuns(chars.slice(at, number.start))) pieces.push(...cutRun(run, at));
    if (number.end > number.start)
      pieces.push({ start: number.start, chars: chars.slice(number.start, number.end) });
    at = number.end;
  }
  return pieces;
}

function cutRun({ kind, start, chars }: ReturnType<typeof splitRuns>[number], offset: number): Piece[] {
  if (kind === 'word') return [{ start: offset + start, chars }];
  return cutWords(chars.join('')).map((word) => ({
    start: offset + start + word.start,
    chars: Array.from(word.lexeme),
  }));
}

function wordOf({ start, chars }: Piece, all: readonly string[], field: SearchedField): QueryWord[] {
  const [number] = queryNumbers(chars);
  if (number) {
    // What stands after a number belongs to it, save after a percentage.
    const withNext = number.isPercentage ? chars : [...chars, ...neighbour(all, start + chars.length)];
    return [createWord(start, chars, withNext, { field, rarity: NUMBER })];
  }
  if (chars.length > 1) return [createWord(start, chars, chars, { field, rarity: rarityOf(chars.join('')) })];
  const [char = ''] = chars;
  if (EMPTY_WORDS.has(char)) return [];
  const [next] = neighbour(all, start + 1);
  const [before] = neighbour(all, start - 1);
  const isLeft = next === undefined || EMPTY_WORDS.has(next);
  const only = singleWord(start, char, field);
  if (isLeft && (before === undefined || EMPTY_WORDS.has(before)))
    return [{ ...only, isNeeded: all.length === 1 }];
  const pair = isLeft ? [before ?? '', char] : [char, next];
  const paired = createWord(isLeft ? start - 1 : start, pair, pair, { field, rarity: SINGLE });
  return [{ ...paired, share: JOINT }, only];
}

/** A character wherever it stands: as the first of a pair, or as the last before something that is not searched. */
function singleWord(start: number, char: string, field: SearchedField): QueryWord {
  const query = lexemeQuery(char, field, true);
  return {
    text: char,
    start,
    query,
    parts: query,
    lexeme: char,
    rarity: SINGLE,
    share: 1,
    isNeeded: false,
    field,
  };
}

/** A character of a text at a place, if it is one of Chinese. */
function neighbour(all: readonly string[], at: number): string[] {
  const [run] = splitRuns(all.slice(Math.max(at, 0), at + 1));
  return run?.kind === 'han' ? [...run.chars] : [];
}

function createWord(
  start: number,
  shown: readonly string[],
  searched: readonly string[],
  { field, rarity }: { field: SearchedField; rarity: number },
): QueryWord {
  const variants = withSynonyms(searched.join('')).map((variant) => Array.from(variant));
  const query = variants.map((variant) => phraseQuery(variant, field)).join(' | ');
  const parts = variants.map((variant) => partsQuery(variant, field)).join(' | ');
  const [, lexeme = searched.join('')] = /^\(?'((?:[^']|'')*)'/.exec(parts) ?? [];
  return { text: shown.join(''), start, query, parts, lexeme, rarity, share: 1, isNeeded: true, field };
}

function jointOf(before: Piece | undefined, { start, chars }: Piece, field: SearchedField): QueryWord[] {
  if (before === undefined || before.start + before.chars.length !== start) return [];
  const [left, right] = [before.chars.at(-1) ?? '', chars[0] ?? ''];
  const [run, ...others] = splitRuns([left, right]);
  if (run?.chars.length !== 2 || others.length > 0 || run.kind !== 'han') return [];
  if (queryNumbers(before.chars).length + queryNumbers(chars).length > 0) return [];
  if (EMPTY_WORDS.has(left) || EMPTY_WORDS.has(right)) return [];
  const rarity = Math.min(rarityOf(before.chars.join('')), rarityOf(chars.join('')));
  const lexeme = left + right;
  const query = lexemeQuery(lexeme, field);
  return [
    {
      text: lexeme,
      start: start - 1,
      query,
      parts: query,
      lexeme,
      rarity,
      share: JOINT,
      isNeeded: false,
      field,
    },
  ];
}

const rarities = new Map<string, number>();

/** How many words are remembered with how rare they are. */
const CACHE_SIZE = 20_000;

/** How rare a word is, by the segmenter's dictionary of such weights. */
function rarityOf(word: string): number {
  const known = rarities.get(word);
  if (known !== undefined) return known;
  if (rarities.size >= CACHE_SIZE) rarities.clear();
  // It weighs no words of one character, and none that say nothing.
  const [found] = jieba().extract(word, 1);
  const rarity =
    Array.from(word).length === 1 ? SINGLE : found?.word === word ? found.weight : found ? UNKNOWN : 1;
  rarities.set(word, rarity);
  return rarity;
}
