import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';

/** Each folder holds a page, `source.*`, and what is read from it, `expected.json`. `UPDATE=1` writes the latter. */
const folder = join(import.meta.dirname, '../fixtures/documents');
const update = process.env.UPDATE === '1';
if (update && process.env.CI !== undefined) throw new Error('Fixtures are not rewritten in CI.');

function describeDocument({ mediaType, url, articles }: SourceDocument) {
  return {
    mediaType,
    url,
    articles: articles.map(
      ({ headline, publisher, publishedOn, publishedOnBasis, script, text, paragraphs }) => ({
        headline,
        publisher,
        publishedOn,
        publishedOnBasis,
        script,
        paragraphs: paragraphs.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
      }),
    ),
  };
}

test.each(readdirSync(folder).sort())('the page of the fixture %s reads as expected', (name) => {
  const file = readdirSync(join(folder, name)).find((entry) => entry.startsWith('source.')) ?? 'source.txt';
  const actual = describeDocument(parseDocument(readFileSync(join(folder, name, file)), file));
  const path = join(folder, name, 'expected.json');
  if (update || !existsSync(path)) {
    if (process.env.CI !== undefined) throw new Error(`${path} is missing: run the tests with UPDATE=1.`);
    writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
  }
  expect(actual).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});
