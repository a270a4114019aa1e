import { parseDocument } from '../../../src/documents/parse-document.ts';

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

test.each([
  ['何田出席战略合作协议签订仪式', '青岭市与海城大学缔结合作关系'],
  ['共同推动产教融合 谱写合作新篇', '青岭市与海城大学签署合作协议'],
  ['战略合作 交流发言', '青岭市与海城大学达成合作'],
])('the headline says what happened, kicker and deck who was there or how: %s', (beside, headline) => {
  const dated = '\n\n2025-05-10 来源：青岭日报\n';
  expect(read(`${headline}\n${beside}${dated}`)).toEqual([headline]);
  expect(read(`${beside}\n${headline}${dated}`)).toEqual([headline]);
});

test('who attended is the headline where no other line is', () => {
  expect(read('何田出席青岭市与海城大学签约仪式')).toEqual(['何田出席青岭市与海城大学签约仪式']);
});

test('headline and two decks are equally near to the date line below them', () => {
  const [headline, ...decks] = ['青岭市召开校地合作座谈会', '推动战略合作走深走实', '何田讲话 周山主持'];
  expect(read(`${[headline, ...decks].join('\n')}\n\n2025-05-10 来源：青岭日报\n`)).toEqual([headline]);
});

test.each([
  ['校地行|我市与海城大学签署合作协议', '我市与海城大学签署合作协议'],
  ['［要闻］我市与海城大学签署合作协议', '我市与海城大学签署合作协议'],
  ['我市与海城大学签署合作协议_青岭新闻网', '我市与海城大学签署合作协议'],
  ['我市与海城大学签署合作协议-青岭日报', '我市与海城大学签署合作协议'],
])('columns and sites in the line of the headline are none of it: %s', (line, headline) => {
  expect(read(line)).toEqual([headline]);
});

test.each([
  '青岭市|市校签署全面战略合作协议',
  '【走进大学城】我市与海城大学签署合作协议',
  '合作协议签署之后——青岭市与海城大学',
  '我市与海城大学签署合作协议——走进青岭日报',
])('what the text takes up, series and subtitles stay in the headline: %s', (line) => {
  expect(read(line)).toEqual([line]);
});

test('a title with its label above the text is the headline', () => {
  const title = '青岭市与海城大学签署全面战略合作协议';
  expect(read(`标题：${title}\n时间：2025-05-10\n`)).toEqual([title]);
  expect(
    read(`Title: ${title}-青岭新闻网\n\nURL Source: http://ql.example.cn/1.html\n\nMarkdown Content:`),
  ).toEqual([title]);
});
