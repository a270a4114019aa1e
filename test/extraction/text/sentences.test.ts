import { listSentences } from '../../../src/extraction/text/sentences.ts';
import { createArticle } from '../article.ts';

test('a sentence without end is cut behind a comma', () => {
  const clause = '各地认真落实河湖长制';
  const article = createArticle({ body: [Array.from({ length: 300 }, () => clause).join('，')] });
  const [first, second] = listSentences(article);
  expect(article.text.slice(0, first?.end).endsWith(`${clause}，`)).toBe(true);
  expect(first?.end).toBeGreaterThan(2000);
  expect(second?.end).toBe(article.text.length);
});
