import { findArea, isWithin, listAreas } from '../../../src/extraction/lexicon/areas.ts';

test('every area has a code of its own and a parent that stands before it', () => {
  const seen = new Set<string>();
  for (const { code, parentCode } of listAreas()) {
    expect(seen.has(code)).toBe(false);
    if (parentCode !== null) expect(seen.has(parentCode)).toBe(true);
    seen.add(code);
  }
});

test('short names leave out the level and the peoples', () => {
  expect(findArea('330000')).toMatchObject({ name: '浙江省', shortNames: ['浙江', '浙'], level: 'PROVINCE' });
  expect(findArea('320509')).toMatchObject({ name: '吴江区', shortNames: ['吴江'], parentCode: '320500' });
  expect(findArea('222400')?.shortNames).toEqual(['延边', '延边州']);
  expect(findArea('810000')?.shortNames).toEqual(['香港', '香港特区', '港']);
});

test('counties under a province itself have it for their parent', () => {
  expect(findArea('659004')).toMatchObject({ name: '五家渠市', level: 'COUNTY', parentCode: '650000' });
});

test('China and the foreign states are areas too', () => {
  expect(findArea('100000')).toMatchObject({ name: '中国', level: 'COUNTRY' });
  expect(findArea('CD')).toMatchObject({ name: '刚果（金）', level: 'COUNTRY', parentCode: null });
  expect(findArea('TW')).toBeNull();
  expect(findArea(null)).toBeNull();
});

test('an area lies within itself and what is around it', () => {
  const [county, province, other] = ['310114', '310000', '320000'].map((code) => findArea(code));
  if (!county || !province || !other) throw new Error('the lexicon lacks Shanghai');
  expect([isWithin(county, province), isWithin(county, county), isWithin(county, other)]).toEqual([
    true,
    true,
    false,
  ]);
});
