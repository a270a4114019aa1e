import { parseDocument } from '../../src/documents/parse-document.ts';

const TEXT =
  '5月9日，青岭市与海城大学签署全面战略合作协议。市委书记何田会见海城大学校长周山，并共同见证协议签署。';

const read = (above: string) => {
  const page = `${above}\n${TEXT}\n签约仪式上，双方代表作了交流发言。\n`;
  const { articles } = parseDocument(new TextEncoder().encode(page), 'page');
  return articles.map((article) => article.headline);
};

test.each(['特派记者何田周山', '见习记者何田', '全媒体记者 何田', '本报通讯员何田 周山', '□本报记者 何田'])(
  'the line of the reporters is no headline: %s',
  (byline) => {
    expect(read(byline)).toEqual([null]);
    expect(read(`我市与海城大学签署合作协议\n${byline}`)).toEqual(['我市与海城大学签署合作协议']);
  },
);

test.each(['全媒体记者培训班开班', '通讯员队伍建设工作会议召开'])(
  'a headline about reporters is one: %s',
  (headline) => {
    expect(read(headline)).toEqual([headline]);
  },
);

test('the line that says who saw it signed stands beside the headline, in whatever order', () => {
  const [headline, deck] = ['我市与海城大学签署全面战略合作协议', '何田会见周山并共同见证协议签署'];
  expect(read(`${headline}\n${deck}\n\n2025-05-10 来源：青岭日报\n`)).toEqual([headline]);
  expect(read(`${deck}\n${headline}\n\n2025-05-10 来源：青岭日报\n`)).toEqual([headline]);
  expect(read(deck)).toEqual([deck]);
});

test('the title below a teaser that gives the beginning of the page is the headline', () => {
  const title = '青岭市与海城大学签署全面战略合作协议';
  const teaser = `${title}${TEXT.slice(0, 40)}...`;
  expect(read(`${teaser}\n${title}`)).toEqual([title]);
});
