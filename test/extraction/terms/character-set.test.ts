import { CharacterSet } from '../../../src/extraction/terms/character-set.ts';

const set = new CharacterSet('省市县');

test('a set knows its characters by their code units', () => {
  expect(set.has('市'.charCodeAt(0))).toBe(true);
  expect(set.has('区'.charCodeAt(0))).toBe(false);
  expect(set.hasAt('杭州市', 2)).toBe(true);
  expect(set.hasAll('省市县', 0, 3)).toBe(true);
  expect(set.hasAll('省市区', 0, 3)).toBe(false);
});

test('beyond a text stands none of them', () => {
  expect(set.hasAt('市', 1)).toBe(false);
  expect(set.hasAt('市', -1)).toBe(false);
});

test('characters of two code units are left out', () => {
  const rare = new CharacterSet('𬭊');
  expect([...'𬭊'.split('')].some((unit) => rare.has(unit.charCodeAt(0)))).toBe(false);
});

test('the next of them is found before the limit, else the limit', () => {
  expect(set.findNext('杭州市和县', 0, 5)).toBe(2);
  expect(set.findNext('杭州市和县', 3, 5)).toBe(4);
  expect(set.findNext('杭州市和县', 3, 4)).toBe(4);
});
