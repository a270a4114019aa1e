import type { FactSheet } from '../../src/report/fact-sheet.ts';

/** How well one kind of fact was found. */
export interface Score {
  readonly kind: string;
  /** How many there are to find. */
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

type ArticleFacts = FactSheet['articles'][number];

/** A fact as the strings that tell it: a meeting and its place. */
type Fact = readonly string[];

interface Kind {
  readonly name: string;
  /** Whether the first string, a title, need be alike only. */
  readonly isTitled?: true;
  list(article: ArticleFacts): Fact[];
}

const SEPARATORS = /[\s“”"'‘’《》〈〉「」『』,，、。.·:：;；!！?？()（）\-—–~～]/g;

const one = (...parts: readonly (string | null)[]): Fact[] =>
  parts.every((part) => part) ? [parts as Fact] : [];

const KINDS: readonly Kind[] = [
  { name: 'article', isTitled: true, list: ({ title }) => one(title) },
  { name: 'article date', isTitled: true, list: ({ title, publishedOn }) => one(title, publishedOn) },
  { name: 'meeting', isTitled: true, list: ({ meetings }) => meetings.map(({ name }) => [name]) },
  {
    name: 'meeting date',
    isTitled: true,
    list: ({ meetings }) => meetings.flatMap(({ name, startsOn }) => one(name, startsOn)),
  },
  {
    name: 'meeting place',
    isTitled: true,
    list: ({ meetings }) => meetings.flatMap(({ name, places }) => places.map((place) => [name, place])),
  },
  { name: 'person', list: ({ people }) => people.map(({ name }) => [name]) },
  {
    name: 'position',
    list: ({ people }) => people.flatMap(({ name, positions }) => positions.map((post) => [name, post])),
  },
  {
    name: 'role',
    list: ({ people }) =>
      people.flatMap(({ name, participations }) =>
        participations.flatMap(({ roles }) => roles.map((role) => [name, role])),
      ),
  },
  { name: 'organisation', list: ({ organisations }) => (organisations as string[]).map((name) => [name]) },
  { name: 'agreement', isTitled: true, list: ({ agreements }) => agreements.map(({ title }) => [title]) },
  {
    name: 'signatory',
    isTitled: true,
    list: ({ agreements }) =>
      agreements.flatMap(({ title, signatories }) => signatories.map((party) => [title, party])),
  },
];

const strip = (text: string) => text.normalize('NFKC').replace(SEPARATORS, '');

/** The forms that a string of a gold file takes for right: `?` before it says that it may be missing, `|` parts them. */
const formsOf = (text: string) => text.replace(/^\?/, '').split('|').map(strip);

const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** Whether two titles have four fifths of their pairs of characters in common. */
function areAlike(a: string, b: string): boolean {
  const left = pairsOf(b);
  const all = pairsOf(a).length + left.length;
  const both = pairsOf(a).filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1));
  return a === b || (all > 0 && (2 * both.length) / all >= 0.8);
}

function isSame(gold: Fact, found: Fact, isTitled = false): boolean {
  return gold.every((part, i) => {
    const said = strip(found[i] ?? '');
    return formsOf(part).some((form) => form === said || (isTitled && i === 0 && areAlike(form, said)));
  });
}

const isOptional = (fact: Fact) => fact.some((part) => part.startsWith('?'));

/** How many facts of a kind in one page are right, wrong and missing; of two that say the same one counts. */
function count({ list, isTitled }: Kind, gold: FactSheet, found: FactSheet | undefined) {
  const wanted = gold.articles.flatMap(list);
  const said = new Map(found?.articles.flatMap(list).map((fact) => [fact.map(strip).join('|'), fact]));
  const left = new Set(wanted);
  let right = 0;
  let wrong = 0;
  for (const fact of said.values()) {
    const hit = [...left].find((candidate) => isSame(candidate, fact, isTitled));
    if (hit) {
      left.delete(hit);
      if (!isOptional(hit)) right++;
    } else if (!wanted.some((candidate) => isSame(candidate, fact, isTitled))) wrong++;
  }
  return { right, wrong, missing: [...left].filter((fact) => !isOptional(fact)).length };
}

function scoreKind(kind: Kind, gold: readonly FactSheet[], found: ReadonlyMap<string, FactSheet>): Score {
  const counts = gold.map((sheet) => count(kind, sheet, found.get(sheet.document)));
  const sum = (of: 'right' | 'wrong' | 'missing') => counts.reduce((all, { [of]: n }) => all + n, 0);
  const [right, wrong, missing] = [sum('right'), sum('wrong'), sum('missing')];
  const precision = right + wrong ? right / (right + wrong) : 1;
  const recall = right + missing ? right / (right + missing) : 1;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { kind: kind.name, gold: right + missing, precision, recall, f1 };
}

/** Scores the facts found in pages against those of the gold files, pooled over pages; the mean is that of the kinds. */
export function scoreFacts(
  gold: readonly FactSheet[],
  found: readonly FactSheet[],
): { meanF1: number; rows: Score[] } {
  const byName = new Map(found.map((sheet) => [sheet.document, sheet]));
  const rows = KINDS.map((kind) => scoreKind(kind, gold, byName));
  return { meanF1: rows.reduce((all, { f1 }) => all + f1, 0) / rows.length, rows };
}
