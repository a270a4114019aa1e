import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/documents/model/source-document.ts';
import type { Claim } from '../../src/extraction/model/claim.ts';
import { readGoldDocuments } from '../support/gold-documents.ts';
import { readFacts, readGold, readSeedGold, score } from '../support/gold-facts.ts';
import { sharedFolder } from '../support/shared-folder.ts';

const facts = () => readFacts(readGoldDocuments());
const scored = sharedFolder === null ? test.skip : test;

test('the five seed pages score at least 0.97, no kind under 0.9', () => {
  const { meanF1, rows } = score(facts(), readSeedGold());
  expect(meanF1).toBeGreaterThanOrEqual(0.97);
  for (const { kind, f1 } of rows) expect({ kind, good: f1 >= 0.9 }).toEqual({ kind, good: true });
});

scored(
  'the shared pages and these score at least 0.95, no kind under 0.9, precision nowhere under 0.92',
  () => {
    const { meanF1, rows } = score(facts());
    expect(meanF1).toBeGreaterThanOrEqual(0.95);
    for (const { kind, f1, precision } of rows) {
      expect({ kind, good: f1 >= 0.9 && precision >= 0.92 }).toEqual({ kind, good: true });
    }
  },
);

test('no person, meeting or agreement of the gold files stands in the source', () => {
  const names = readGold().flatMap(({ articles }) => {
    const facts = articles.flatMap(({ people, meetings, agreements }) => [
      ...people.map(({ name }) => name),
      ...meetings.map(({ name }) => name),
      ...agreements.map(({ title }) => title),
    ]);
    return facts.flatMap((fact) => fact.replace(/^\?/, '').split('|'));
  });
  // Words of the language that a gold file also accepts for a meeting without a name.
  const common = new Set(['座谈会', '调研座谈会']);
  const folder = join(import.meta.dirname, '../../src/extraction');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const found = [...new Set(names)].filter(
    (name) => name.length > 1 && !common.has(name) && source.includes(name),
  );
  expect(found).toEqual([]);
});

/** What the words of a fact's evidence must hold: the name, or a part of it that the page prints in its place. */
function holdsName(claim: Claim, quotes: readonly string[]): boolean {
  const holds = (...names: readonly string[]) =>
    quotes.some((quote) => names.some((name) => quote.includes(name)));
  switch (claim.kind) {
    case 'person':
      return holds(claim.name, ...claim.name.split('·'));
    case 'organisation':
      return claim.implied || holds(claim.name, ...claim.otherNames);
    case 'position':
      return holds(claim.role.slice(-2)) && holds(claim.person, ...claim.person.split('·'));
    case 'participation':
      return holds(claim.nameAsPrinted);
    case 'agreement':
      return holds(claim.title);
    default:
      return quotes.every((quote) => quote.length > 0);
  }
}

function listBare(article: Article, claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => {
    const quotes = claim.evidence.map(({ start, end }) => article.text.slice(start, end));
    return quotes.length === 0 || !holdsName(claim, quotes);
  });
}

test('every fact has evidence whose words hold its name or the short form printed there', () => {
  for (const { document, extractions } of facts()) {
    document.articles.forEach((article, i) => {
      expect(listBare(article, extractions[i]?.claims ?? [])).toEqual([]);
    });
  }
});
