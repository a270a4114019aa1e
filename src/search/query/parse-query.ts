import { ENTITY_TYPES, type EntityType } from '../entities/entity-type.ts';
import { foldText } from '../text/fold-text.ts';
import { keyOf } from '../text/folded-key.ts';
import { findNumbers } from '../text/numbers.ts';
import { splitRuns } from '../text/split-runs.ts';
import { type Days, readDays } from './day-range.ts';
import { kindNamed } from './kind-names.ts';
import type { SearchedField } from './phrase-query.ts';
import { type Lexeme, readLexemes } from './query-lexemes.ts';
import type { QueryNote } from './query-notes.ts';
import { createTerm, type SearchTerm } from './search-term.ts';

/** What a search asks of an entity beside its words. */
export type SearchTest =
  | { readonly of: 'kind'; readonly types: readonly EntityType[] }
  | { readonly of: 'days'; readonly days: Days }
  | { readonly of: RelatedField; readonly key: string };

/** The fields whose values are names of what an entity has to do with. */
export type RelatedField = 'person' | 'org' | 'place' | 'publisher' | 'series';

/** What a query means. */
export type Expression =
  | { readonly op: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly op: 'not'; readonly part: Expression }
  | { readonly op: 'term'; readonly term: SearchTerm }
  | { readonly op: 'test'; readonly test: SearchTest };

/** A query, parsed. */
export interface ParsedQuery {
  /** Null where there is nothing to look for. */
  readonly expression: Expression | null;
  readonly notes: readonly QueryNote[];
}

/** The most terms and tests that are looked for; in deeper parentheses there is no more. */
const [MAX_LEAVES, MAX_DEPTH] = [24, 8];

const TEXT_FIELDS: ReadonlyMap<string, SearchedField> = new Map([
  ['headline', 'name'],
  ['text', 'text'],
]);
const RELATED_FIELDS: ReadonlySet<string> = new Set<RelatedField>([
  'person',
  'org',
  'place',
  'publisher',
  'series',
]);
const TEST_FIELDS: ReadonlySet<string> = new Set([...RELATED_FIELDS, 'kind', 'after', 'before']);

/** The fields of `field:value`. */
const QUERY_FIELDS: readonly string[] = [...TEXT_FIELDS.keys(), ...TEST_FIELDS];

/**
 * Parses the language of queries. Every text is a query: what is not understood is a text to look for, and said in the notes.
 *
 * @example parseQuery('(太湖 OR 巢湖) -会见 headline:"常务会议" after:2022-08')
 */
export function parseQuery(text: string): ParsedQuery {
  // PostgreSQL has no text with a NUL in it.
  const parser = new QueryParser(readLexemes(text.replaceAll('\0', ' ')));
  return { expression: parser.parse(), notes: parser.notes };
}

class QueryParser {
  readonly notes: QueryNote[] = [];
  private readonly lexemes: readonly Lexeme[];
  private at = 0;
  private leaves = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.lexemes = lexemes;
  }

  parse(): Expression | null {
    const parts: Expression[] = [];
    // A parenthesis that was never opened closes nothing.
    while (this.at < this.lexemes.length) {
      const part = this.all({ field: null, depth: 0 });
      if (part) parts.push(part);
      if (this.lexemes[this.at]?.kind === 'close') this.at += 1;
    }
    const whole = join('and', parts);
    if (this.leaves > MAX_LEAVES)
      this.note('TOO_MANY_TERMS', `Only the first ${MAX_LEAVES} terms are looked for.`, null);
    const bounded = whole && withPositive(whole);
    if (whole && !bounded)
      this.note(
        'ONLY_EXCLUDED',
        'What is excluded leaves nothing to look for: name something to find.',
        null,
      );
    if (!whole) this.note('EMPTY', 'There is no letter, digit or character to look for.', null);
    return bounded;
  }

  /** What stands side by side, up to a closing parenthesis: all of it. */
  private all(within: Within): Expression | null {
    const parts: Expression[] = [];
    for (;;) {
      const kind = this.lexemes[this.at]?.kind;
      if (kind === undefined || kind === 'close') return join('and', parts);
      const part = this.any(within);
      if (part) parts.push(part);
    }
  }

  /** One or more between which OR stands: any of them. */
  private any(within: Within): Expression | null {
    const parts: Expression[] = [];
    for (;;) {
      const part = this.one(within);
      if (part) parts.push(part);
      const next = this.lexemes[this.at + 1]?.kind;
      if (this.lexemes[this.at]?.kind !== 'or' || next === undefined || next === 'close') break;
      this.at += 1;
    }
    return join('or', parts);
  }

  private one(within: Within): Expression | null {
    const lexeme = this.lexemes[this.at];
    this.at += 1;
    switch (lexeme?.kind) {
      case 'not': {
        const part = this.one(within);
        return part && { op: 'not', part };
      }
      case 'open': {
        const { depth, field } = within;
        const part = depth < MAX_DEPTH ? this.all({ field, depth: depth + 1 }) : this.skip();
        if (this.lexemes[this.at]?.kind === 'close') this.at += 1;
        return part;
      }
      case 'field':
        return this.field(lexeme, within);
      case 'or':
        return this.texts('or', { within, isQuoted: false });
      case 'quoted':
        return this.texts(lexeme.text, { within, isQuoted: true });
      case 'word':
        return this.texts(lexeme.text, { within, isQuoted: false });
      default:
        return null;
    }
  }

  /** Leaves out what is nested too deep. */
  private skip(): null {
    let depth = 1;
    for (; this.at < this.lexemes.length; this.at += 1) {
      const kind = this.lexemes[this.at]?.kind;
      if (kind === 'open') depth += 1;
      if (kind === 'close') depth -= 1;
      if (depth === 0) break;
    }
    this.note('TOO_MANY_TERMS', `What stands in more than ${MAX_DEPTH} parentheses is left out.`, null);
    return null;
  }

  private field({ text: typed }: Lexeme, within: Within): Expression | null {
    const name = typed.toLowerCase();
    const next = this.lexemes[this.at];
    const hasValue = next?.kind === 'word' || next?.kind === 'quoted' || next?.kind === 'open';
    if (hasValue && (TEXT_FIELDS.has(name) || TEST_FIELDS.has(name)))
      return this.one({ ...within, field: name });
    this.note(
      'UNKNOWN_FIELD',
      hasValue
        ? `There is no field ${typed}: it is looked for as text. The fields are ${QUERY_FIELDS.join(', ')}.`
        : `Nothing stands after ${typed}: it is looked for as text.`,
      `${typed}:`,
    );
    return this.texts(typed, { within: { ...within, field: null }, isQuoted: false });
  }

  /** The terms of a text, all of them; those of a field. */
  private texts(
    text: string,
    { within, isQuoted }: { within: Within; isQuoted: boolean },
  ): Expression | null {
    const { field } = within;
    if (field !== null && TEST_FIELDS.has(field)) {
      const test = readTest(field, text);
      if (test) return this.leaf({ op: 'test', test });
      this.note('UNKNOWN_VALUE', `${field}: does not know this value: it is looked for as text.`, text);
    }
    const options = { field: TEXT_FIELDS.get(field ?? '') ?? 'any', isQuoted } as const;
    const { chars } = foldText(text);
    const slices = isQuoted ? [chars] : adjoining(chars);
    const terms = slices.flatMap((slice) => {
      const term = this.leaves < MAX_LEAVES ? createTerm(slice, options) : null;
      const leaf =
        this.leaves >= MAX_LEAVES || term ? this.leaf({ op: 'term', term: term as SearchTerm }) : null;
      return leaf ? [leaf] : [];
    });
    return join('and', terms);
  }

  /** Counts a leaf; null where there are too many. */
  private leaf(leaf: Expression): Expression | null {
    this.leaves += 1;
    return this.leaves > MAX_LEAVES ? null : leaf;
  }

  private note(reason: QueryNote['reason'], message: string, text: string | null): void {
    if (!this.notes.some((note) => note.reason === reason && note.text === text))
      this.notes.push({ reason, message, text });
  }
}

/** Where a part of a query stands. */
interface Within {
  readonly field: string | null;
  readonly depth: number;
}

function join(op: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  const flat = parts.flatMap((part) => (part.op === op ? part.parts : [part]));
  const [first] = flat;
  if (!first) return null;
  return flat.length === 1 ? first : { op, parts: flat };
}

/** The part of an expression that names something to find: what only excludes would be nearly everything. */
function withPositive(expression: Expression): Expression | null {
  switch (expression.op) {
    case 'and':
      return expression.parts.some((part) => withPositive(part))
        ? join(
            'and',
            expression.parts.map((part) => (part.op === 'or' ? (withPositive(part) ?? part) : part)),
          )
        : null;
    case 'or':
      return join(
        'or',
        expression.parts.flatMap((part) => withPositive(part) ?? []),
      );
    case 'not':
      return null;
    default:
      return expression;
  }
}

function readTest(field: string, text: string): SearchTest | null {
  const folded = foldText(text);
  const value = folded.chars.join('').trim();
  if (field === 'kind') {
    const type = kindNamed(value) ?? ENTITY_TYPES.find((known) => known.toLowerCase() === value);
    return type ? { of: 'kind', types: [type] } : null;
  }
  if (field === 'after' || field === 'before') {
    const days = readDays(value);
    if (!days) return null;
    return {
      of: 'days',
      days: field === 'after' ? { from: days.from, to: null } : { from: null, to: dayBefore(days) },
    };
  }
  const key = keyOf(folded);
  return key === '' ? null : { of: field as RelatedField, key };
}

function dayBefore({ from }: Days): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Cuts a text where something stands that is neither searched nor part of a number: PM2.5浓度 and 1,000人 are one each. */
function adjoining(chars: readonly string[]): string[][] {
  const numbers = findNumbers(chars).map(({ start, end }) => ({
    start,
    end: chars[end] === '%' ? end + 1 : end,
  }));
  const spans = [
    ...splitRuns(chars).map((run) => ({ start: run.start, end: run.start + run.chars.length })),
    ...numbers,
  ];
  const slices: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = slices.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else slices.push({ ...span });
  }
  return slices.map(({ start, end }) => chars.slice(start, end));
}

/** The most terms that a filter looks for. */
const MAX_WORDS_TERMS = 16;

const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」/g;

/** The terms of a text in which nothing is a sign but quotes, each once. */
export function parseWords(text: string): SearchTerm[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, plain, curly, corner]) => plain ?? curly ?? corner ?? '');
  const terms = [
    ...quoted.map((passage) => createTerm(foldText(passage).chars, { field: 'any', isQuoted: true })),
    ...adjoining(foldText(text.replace(QUOTED, ' ')).chars).map((slice) =>
      createTerm(slice, { field: 'any', isQuoted: false }),
    ),
  ].filter((term) => term !== null);
  return [...new Map(terms.map((term) => [term.query, term])).values()].slice(0, MAX_WORDS_TERMS);
}
