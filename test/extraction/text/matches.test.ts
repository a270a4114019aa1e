import { listMatches } from '../../../src/extraction/text/matches.ts';

test('an expression gives all its matches, and the same for the next text', () => {
  const numbers = /([0-9]+)个/g;
  expect(listMatches('3个和12个', numbers).map(({ index, 1: number }) => [index, number])).toEqual([
    [0, '3'],
    [3, '12'],
  ]);
  expect(listMatches('无', numbers)).toEqual([]);
  expect(listMatches('7个', numbers)).toHaveLength(1);
});
