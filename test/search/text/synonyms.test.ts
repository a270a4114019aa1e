import { shortNames } from '../../../src/search/entities/short-names.ts';
import { withSynonyms } from '../../../src/search/text/synonyms.ts';

test.each<[string, string]>([
  ['长三角一体化', '长江三角洲一体化'],
  ['沪苏浙皖', '三省一市'],
  ['央行行长', '中国人民银行行长'],
  ['g20峰会', '二十国集团峰会'],
  ['二十国集团', 'g20'],
  ['国家发改委', '国家发展和改革委员会'],
  ['美国防长', '美国国防部长'],
  ['第一季度gdp', '第一季度国内生产总值'],
])('%s means %s too', (term, other) => {
  expect(withSynonyms(term)[0]).toBe(term);
  expect(withSynonyms(term)).toContain(other);
});

test.each(['g201次列车', 'gdpr', 'unicef', 'main', '太湖'])('%s has no synonym in it', (term) => {
  expect(withSynonyms(term)).toEqual([term]);
});

test('short forms of bodies leave out what people leave out, and make nothing longer', () => {
  expect(shortNames(['国家发展和改革委员会'], [])).toEqual(
    expect.arrayContaining(['国家发改委', '发改委', '发展和改革委员会']),
  );
  expect(shortNames(['浙江省生态环境厅'], ['浙江省', '浙江'])).toContain('浙江生态环境厅');
  expect(shortNames(['东北大学'], [])).toEqual([]);
  expect(shortNames(['国家队'], [])).toEqual([]);
});
