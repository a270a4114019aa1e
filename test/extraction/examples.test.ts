// The tables examples.md of each folder: a page a line, in which one rule of extraction decides.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { printFacts } from '../support/print-facts.ts';
import { createArticle } from './article.ts';

const folder = import.meta.dirname;

/** The rows of a table: what the rule is for, the page, the kind of claims, and all that the page gives of them. */
function readTable(subject: string): string[][] {
  const path = join(folder, subject, 'examples.md');
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!---)/.test(line))
    .slice(1);
  return rows.map((row) => [
    subject,
    ...row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  ]);
}

/** The parts of a page: paragraphs, and before them what a label says of it. */
function readPage(cell: string): Parameters<typeof createArticle>[0] {
  const lines = cell.split('<br>').map((line) => line.trim());
  const labelled = lines.map((line) => /^(headline|publisher|publishedOn): (.*)$/.exec(line));
  const labels = labelled.flatMap((match) => (match ? [[match[1], match[2]]] : []));
  return { ...Object.fromEntries(labels), body: lines.filter((_, i) => labelled[i] === null) };
}

const rows = readdirSync(folder).flatMap(readTable);

test.each(rows)('%s: %s', (_subject, _name, page = '', kind = '', facts = '') => {
  const { claims } = extractClaims(createArticle(readPage(page)));
  expect(printFacts(claims, kind).join('; ')).toBe(facts);
});
