import { explainClaims } from '../../src/extraction/explain-claims.ts';
import { createArticle } from './article.ts';

test('every fact of an article is explained by a rule', () => {
  const body = ['6月6日，江苏省委副书记、省长张建国主持召开全省生态环境保护工作会议。'];
  const { facts, warnings } = explainClaims(createArticle({ body }));
  expect(facts.every(({ rule }) => rule !== '')).toBe(true);
  expect(facts).toContainEqual({
    claim: expect.objectContaining({ kind: 'person', name: '张建国' }),
    rule: 'name behind an office',
  });
  expect(facts.map(({ claim }) => claim)).toContainEqual(
    expect.objectContaining({ kind: 'position', person: '张建国', title: '江苏省省长' }),
  );
  expect(warnings.map(({ code }) => code)).toContain('YEAR_UNKNOWN');
});
