import { type NumberSpan, numberLexeme, numberPrefix, queryNumbers, spellings } from '../text/numbers.ts';
import { quoteLexeme } from '../text/search-vector.ts';
import { splitRuns } from '../text/split-runs.ts';

/** Where in an entry a term is looked for: anywhere, in its name or headline, or in all but that. */
export type SearchedField = 'any' | 'name' | 'text';

/** What a tsquery asks of the weights of a lexeme: names alone have the weight A. */
const WEIGHTS: Readonly<Record<SearchedField, string>> = { any: '', name: 'A', text: 'BCD' };

/** A lexeme at its place in a phrase. */
interface PlacedLexeme {
  readonly at: number;
  readonly lexeme: string;
  /** Whether it is the beginning of those that are looked for. */
  readonly isPrefix: boolean;
}

/** A lexeme in a tsquery. */
export function lexemeQuery(lexeme: string, field: SearchedField, isPrefix = false): string {
  const suffix = `${isPrefix ? '*' : ''}${WEIGHTS[field]}`;
  return `${quoteLexeme(lexeme)}${suffix && `:${suffix}`}`;
}

/** The longest word that the index may hold as one lexeme, for the words of a language. */
const MAX_WORD = 8;

/**
 * The tsquery of a folded text as it stands: its bigrams in a row, its numbers as units, in each way in which they are spelt. A text that may
 * be one word is first looked for as such, because the index alone answers that; for bigrams Postgres must look at the places in each row.
 */
export function phraseQuery(chars: readonly string[], field: SearchedField): string {
  const alternatives = spellings(chars).map((spelling) => inARow(placeLexemes(spelling), field));
  return [...new Set([...asWord(chars, field), ...alternatives])].join(' | ');
}

/** The tsquery of a folded text whose parts stand anywhere in a row of the index: the index alone answers it. */
export function partsQuery(chars: readonly string[], field: SearchedField): string {
  const alternatives = spellings(chars).map((spelling) => {
    const all = placeLexemes(spelling).map(({ lexeme, isPrefix }) => lexemeQuery(lexeme, field, isPrefix));
    return [...new Set(all)].join(' & ');
  });
  return [...new Set([...asWord(chars, field), ...alternatives])].map((one) => `(${one})`).join(' | ');
}

function asWord(chars: readonly string[], field: SearchedField): string[] {
  const [run, ...others] = splitRuns(chars);
  const isWord =
    run !== undefined &&
    others.length === 0 &&
    run.chars.length === chars.length &&
    chars.length > 2 &&
    chars.length <= MAX_WORD &&
    queryNumbers(chars).length === 0;
  return isWord ? [lexemeQuery(chars.join(''), field)] : [];
}

function inARow(tokens: readonly PlacedLexeme[], field: SearchedField): string {
  return tokens
    .map(({ at, lexeme, isPrefix }, index) => {
      const before = tokens[index - 1];
      return `${before ? ` <${at - before.at}> ` : ''}${lexemeQuery(lexeme, field, isPrefix)}`;
    })
    .join('');
}

/** The lexemes that tell of a folded text, each at its place. */
function placeLexemes(chars: readonly string[]): PlacedLexeme[] {
  const numbers = queryNumbers(chars);
  const placed = numbers.map((span) => ({ at: span.start, ...lexemeOf(chars, span) }));
  return [...placed, ...placePlainly(chars, numbers)].sort((a, b) => a.at - b.at);
}

/** A number that the text ends with may have anything after it. */
function lexemeOf(chars: readonly string[], span: NumberSpan): Pick<PlacedLexeme, 'lexeme' | 'isPrefix'> {
  const isPrefix = span.end === chars.length && !span.isPercentage;
  return { lexeme: isPrefix ? numberPrefix(span) : numberLexeme(chars, span), isPrefix };
}

/** The pairs of characters outside of numbers, and the characters that have none. */
function placePlainly(chars: readonly string[], numbers: readonly NumberSpan[]): PlacedLexeme[] {
  const inNumber = (at: number) => numbers.some(({ start, end }) => start <= at && at < end);
  const follows = (at: number) => numbers.some(({ end, isPercentage }) => end === at && !isPercentage);
  const placed: PlacedLexeme[] = [];
  for (const run of splitRuns(chars))
    for (const [index, char] of run.chars.entries()) {
      const at = run.start + index;
      const next = run.chars[index + 1];
      if (inNumber(at)) continue;
      if (next !== undefined) placed.push({ at, lexeme: char + next, isPrefix: false });
      // What stands in a pair with the one before it needs no more, and what a number's own lexeme tells.
      else if ((index === 0 || inNumber(at - 1)) && !follows(at))
        placed.push({ at, lexeme: char, isPrefix: at + 1 === chars.length });
    }
  return placed;
}
