import { parseDocument } from '../../../src/documents/parse-document.ts';

const LONG = `5月9日，全市河湖长制工作会议在市政务中心召开，${'总结去年工作，部署今年任务，'.repeat(10)}要求各级河湖长认真履职。`;
const NEXT = '市委副书记何田主持会议，副市长周山通报有关情况。';

const read = (ending: string) => {
  const page = `全市河湖长制工作会议召开\n${LONG}${ending}\n${NEXT}\n`;
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  return article?.paragraphs.map(({ start, end }) => article.text.slice(start, end)).at(-1);
};

test.each(['图片来源：青岭发布微信', '图源：青岭发布', '素材来源：青岭日报', '何田 摄', '青岭发布供图'])(
  'a paragraph that ends with a credit does not go on in the next: %s',
  (credit) => {
    expect(read(credit)).toBe(NEXT);
  },
);

test('a paragraph that ends in mid-sentence goes on in the next', () => {
  expect(read('会议由')).toMatch(`会议由${NEXT}`);
});
