import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseDocument } from '../../../src/documents/parse-document.ts';
import { extractClaims } from '../../../src/extraction/extract-claims.ts';
import { readSeedDocuments } from '../../support/seed-documents.ts';

/** What a page states, written by hand after docs/extraction.md; what is not said is as here. */
const USUAL = {
  form: 'LEVEL',
  bound: 'EXACT',
  planned: false,
  organisation: null,
  area: null,
  meeting: null,
  startsOn: null,
  endsOn: null,
};

const gold = JSON.parse(
  readFileSync(new URL('../../fixtures/indicators.json', import.meta.url), 'utf8'),
) as Record<string, object[]>;

test.each(readSeedDocuments().map(({ name, bytes }) => [name, bytes] as const))(
  'the numbers of %s are those that a person reads there',
  (name, bytes) => {
    const found = parseDocument(bytes, name).articles.flatMap((article) =>
      extractClaims(article).claims.flatMap((claim) => {
        if (claim.kind !== 'indicator') return [];
        const { kind: _kind, evidence: _evidence, printed: _printed, ...stated } = claim;
        return [stated];
      }),
    );
    expect(found).toEqual(gold[name]?.map((one) => ({ ...USUAL, ...one })));
  },
);
