import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCopies } from '../../../src/documents/copies/compare-copies.ts';
import { readCopyText } from '../../../src/documents/copies/copy-text.ts';
import { sketchText } from '../../../src/documents/copies/sketch-text.ts';
import { parseDocument } from '../../../src/documents/parse-document.ts';
import { edit, OTHER_REPORT, RELEASE, spin } from '../../support/release.ts';
import { readSeedDocuments } from '../../support/seed-documents.ts';

const copy = (text: string) => text.replaceAll('\n', '');

test('a text is a copy of itself', () => {
  expect(compareCopies(copy(RELEASE), copy(RELEASE))).toEqual({ similarity: 1, spun: null });
});

test('a lightly edited copy is one, and not spun', () => {
  const comparison = compareCopies(copy(RELEASE), copy(edit(RELEASE)));
  expect(comparison).toEqual({ similarity: expect.any(Number), spun: null });
  expect(comparison?.similarity).toBeGreaterThan(0.9);
});

test('a copy cut to its first half is one, and not spun', () => {
  const half = RELEASE.slice(0, RELEASE.length / 2);
  expect(compareCopies(copy(RELEASE), copy(half))).toMatchObject({ spun: null });
});

test('a copy with replaced words is spun, on whichever side it stands', () => {
  expect(compareCopies(copy(RELEASE), copy(spin(RELEASE)))).toMatchObject({ spun: 'right' });
  expect(compareCopies(copy(spin(RELEASE)), copy(RELEASE))).toMatchObject({ spun: 'left' });
});

test('another report of the same meeting is no copy', () => {
  expect(compareCopies(copy(RELEASE), copy(OTHER_REPORT))).toBeNull();
});

test('bulletins of one form with the numbers of two days are no copies', () => {
  const bulletin = (...n: number[]) =>
    `${n[0]}月${n[1]}日，全省新增用水${n[2]}万立方米，其中农业用水${n[3]}万立方米，工业用水${n[4]}万立方米，生活用水${n[5]}万立方米。`;
  expect(
    compareCopies(copy(bulletin(7, 14, 331, 187, 96, 48)), copy(bulletin(8, 15, 402, 211, 103, 88))),
  ).toBeNull();
});

test('the seed pages hold one release twice, and no spun copy', () => {
  const articles = readSeedDocuments().flatMap(({ name, bytes }) =>
    parseDocument(bytes, name).articles.map((article, index) => ({
      name: `${name.slice(0, 3)}/${index}`,
      body: readCopyText(article.text, article.paragraphs),
    })),
  );
  const pairs = articles.flatMap((left, at) =>
    articles.slice(at + 1).flatMap((right) => {
      const comparison = compareCopies(left.body, right.body);
      return comparison === null ? [] : [[left.name, right.name, comparison.spun]];
    }),
  );
  expect(pairs).toEqual([['001/0', '004/0', null]]);
});

test('the order of two texts does not matter', () => {
  const text = fc
    .array(fc.constantFrom('会议', '召开', '，', '。', '治理', '8', '水', '江'), { maxLength: 60 })
    .map((words) => words.join(''));
  const mirrored = { left: 'right', right: 'left' } as const;
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [there, back] = [compareCopies(copy(a), copy(b)), compareCopies(copy(b), copy(a))];
      expect(back).toEqual(there && { ...there, spun: there.spun === null ? null : mirrored[there.spun] });
    }),
  );
});

test('copies share more of their sketches than other texts do', () => {
  const shared = (a: string, b: string) => {
    const known = new Set(sketchText(a));
    return sketchText(b).filter((hash) => known.has(hash)).length;
  };
  expect(shared(RELEASE, edit(RELEASE))).toBeGreaterThan(80);
  expect(shared(RELEASE, spin(RELEASE))).toBeGreaterThanOrEqual(10);
  expect(shared(RELEASE, OTHER_REPORT)).toBeLessThan(10);
  expect(sketchText('会议召开。')).toHaveLength(0);
});
