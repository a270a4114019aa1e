import fc from 'fast-check';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { createArticle } from './article.ts';

const SENTENCE =
  '6月6日，上海市委书记、协作小组组长李甲在浙江湖州主持召开某某协作小组会议，《某某协议》由三省一市生态环境部门签署。';

test('no text makes it throw, and every piece of evidence lies in its sentence', () => {
  const words = [
    ...SENTENCE,
    '，',
    '。',
    '《',
    '”',
    '\ud800',
    '·',
    ' ',
    '2023年',
    '主持',
    '会见',
    '签署',
    '部长',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 120 }), (parts) => {
      const article = createArticle({
        body: [parts.join('').replaceAll('\n', '')],
        publishedOn: '2023-06-07',
      });
      for (const { evidence } of extractClaims(article).claims) {
        expect(evidence.length).toBeGreaterThan(0);
        for (const { start, end, sentence } of evidence) {
          expect(sentence.start).toBeLessThanOrEqual(start);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(sentence.end);
          expect(sentence.end).toBeLessThanOrEqual(article.text.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('claims refer to persons, bodies and meetings of the same article', () => {
  const { claims } = extractClaims(createArticle({ body: [SENTENCE] }));
  const named = (kind: string) =>
    new Set(claims.filter((c) => c.kind === kind).map((c) => ('name' in c ? c.name : '')));
  for (const claim of claims) {
    if (claim.kind === 'position') expect(named('person')).toContain(claim.person);
    if (claim.kind === 'position' && claim.organisation)
      expect(named('organisation')).toContain(claim.organisation);
    if (claim.kind === 'signature' && 'organisation' in claim.party)
      expect(named('organisation')).toContain(claim.party.organisation);
  }
});

test('nothing gives nothing', () => {
  expect(extractClaims(createArticle({ body: [] }))).toEqual({ claims: [], warnings: [] });
});

test('one paragraph of a hundred thousand characters is read to its end', () => {
  const sentence = SENTENCE.replace('。', '，');
  const { claims } = extractClaims(
    createArticle({ body: [sentence.repeat(Math.ceil(100_000 / sentence.length))] }),
  );
  const last = Math.max(...claims.flatMap(({ evidence }) => evidence.map(({ end }) => end)));
  expect(last).toBeGreaterThan(100_000 - 2 * sentence.length);
});
