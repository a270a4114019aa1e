import { parseDocument } from '../../../src/documents/parse-document.ts';

const BODY =
  '5月9日，全市绿色转型暨水利工程攻坚现场推进会在青溪县召开。市委书记林远山出席会议并讲话，市长何青主持会议，各县区负责同志参加。';
const LINES = ['全市绿色转型暨水利工程攻坚', '现场推进会在青溪县召开'];
const HEADLINE = LINES.join('');

const read = (page: string) => {
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  const decks = article?.paragraphs.filter(({ kind }) => kind === 'deck') ?? [];
  return [article?.headline, ...decks.map(({ start, end }) => article?.text.slice(start, end))];
};

test('a headline over two lines of plain text is one', () => {
  expect(read(`${LINES.join('\n')}\n\n2023-05-10 来源：某市日报\n\n${BODY}`)).toEqual([HEADLINE]);
});

test('a headline that a br element breaks is one', () => {
  const page = `<html><head><title>${HEADLINE}_某市新闻网</title></head><body><h1>${LINES.join('<br/>')}</h1><p>${BODY}</p></body></html>`;
  expect(read(page)).toEqual([HEADLINE]);
});

test('a headline broken inside quotation marks is one', () => {
  const page = `我市召开“绿色转型\n水利攻坚”现场推进会\n\n${BODY}`;
  expect(read(page)).toEqual(['我市召开“绿色转型水利攻坚”现场推进会']);
});

test('a deck below the headline stays a deck', () => {
  expect(read(`${HEADLINE}\n林远山出席并讲话\n\n2023-05-10 来源：某市日报\n\n${BODY}`)).toEqual([
    HEADLINE,
    '林远山出席并讲话',
  ]);
});

test('titles that stand once more below a summary begin no other article', () => {
  const titles = ['林远山在现场推进会上强调', '全面推进绿色转型', '努力建设人水和谐的青溪'];
  const page = `<html><head><title>${titles.join(' ')}</title></head><body><h1>${titles.join(' ')}</h1><p>${BODY}</p>${titles
    .map((title) => `<p><strong>${title}</strong></p>`)
    .join('')}<p>${BODY.replace('5月9日，', '林远山9日强调，')}</p></body></html>`;
  expect(parseDocument(new TextEncoder().encode(page), 'page').articles).toHaveLength(1);
});
