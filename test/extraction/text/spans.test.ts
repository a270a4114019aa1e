import { findFirst, listWithin, sortByPlace, sortByStart } from '../../../src/extraction/text/spans.ts';

const spans = [
  { start: 0, end: 3 },
  { start: 3, end: 9 },
  { start: 5, end: 6 },
];

test('spans in order are looked up by where they begin', () => {
  expect(findFirst(spans, 3)).toBe(1);
  expect(findFirst(spans, 10)).toBe(3);
  expect(listWithin(spans, { start: 3, end: 8 })).toEqual([{ start: 5, end: 6 }]);
});

test('spans out of order are sorted, the shorter of two first; others stay the same list', () => {
  expect(sortByPlace(spans)).toBe(spans);
  expect(sortByPlace([spans[2], { start: 5, end: 5 }, spans[0]].flatMap((span) => span ?? []))).toEqual([
    { start: 0, end: 3 },
    { start: 5, end: 5 },
    { start: 5, end: 6 },
  ]);
});

test('spans are sorted by their starts alone, those alike as they stood', () => {
  expect(sortByStart(spans)).toBe(spans);
  const alike = [
    { start: 5, end: 9 },
    { start: 5, end: 6 },
  ];
  expect(sortByStart(alike)).toBe(alike);
  expect(sortByStart([...alike, ...spans.slice(0, 1)])).toEqual([{ start: 0, end: 3 }, ...alike]);
});
