import { parseDocument } from '../../../src/documents/parse-document.ts';

const PARAGRAPHS = [
  '5月9日上午，全市河湖长制工作会议在市政务中心召开，总结去年工作，部署今年任务。市委书记林远山出席会议并讲话，市长何青主持会议。',
  '林远山指出，要压实各级河湖长责任，加强上下游、左右岸协同，推动问题整改到位，让群众看到实实在在的变化。',
  '会上，市水利局、市生态环境局和临江县作了交流发言，与会人员还观看了专题片，并到城北污水处理厂实地察看运行情况。',
];

/** Breaks a text after each of the widths in turn. */
function breakAt(text: string, widths: readonly number[]): string {
  const lines: string[] = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn++) {
    const width = widths[turn % widths.length] ?? 1;
    lines.push(text.slice(at, at + width));
    at += width;
  }
  return lines.join('\n');
}

function readBody(page: string): readonly string[] {
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  const body = article?.paragraphs.filter(({ kind }) => kind === 'body') ?? [];
  return body.map(({ start, end }) => article?.text.slice(start, end) ?? '');
}

const HEAD = '全市河湖长制工作会议召开\n2023-05-10 来源：某市日报\n';
const WIDTHS = [23, 31, 26, 35, 28];

test('lines of no common width are joined up to the gap between paragraphs', () => {
  const page = `${HEAD}\n${PARAGRAPHS.map((text) => breakAt(text, WIDTHS)).join('\n\n')}`;
  expect(readBody(page)).toEqual(PARAGRAPHS);
});

test('lines of no common width are joined up to the next indentation', () => {
  const page = `${HEAD}${PARAGRAPHS.map((text) => breakAt(`　　${text}`, WIDTHS)).join('\n')}`;
  expect(readBody(page)).toEqual(PARAGRAPHS);
});

test('lines that a page breaks with br elements are joined', () => {
  const lines = PARAGRAPHS.map((text) => breakAt(`　　${text}`, WIDTHS)).join('\n');
  const page = `<html><head><title>某市要闻</title></head><body><div>${lines.replaceAll('\n', '<br>\n')}</div></body></html>`;
  expect(readBody(page)).toEqual(PARAGRAPHS);
});

test('in text of one width, lines that were broken before it are joined too', () => {
  const [first = '', second = '', third = ''] = PARAGRAPHS;
  const torn = `${second.slice(0, 11)}\n${second.slice(11, 19)}\n${breakAt(second.slice(19), [24])}`;
  const page = `${HEAD}\n${breakAt(first, [24])}\n\n${torn}\n\n${breakAt(third, [24])}`;
  expect(readBody(page)).toEqual(PARAGRAPHS);
});

test('titles, labels and the items of a list are not joined to what stands below them', () => {
  const list = ['一、加强组织领导', '二、压实各方责任'].join('\n');
  const page = `${HEAD}\n${PARAGRAPHS.map((text) => breakAt(text, WIDTHS)).join('\n\n')}\n${list}\n来源：某市日报`;
  const body = readBody(page);
  expect(body.slice(0, 3)).toEqual(PARAGRAPHS);
  expect(body.join('')).not.toContain('领导二、');
});

test('a page of whole paragraphs stays as it is', () => {
  expect(readBody(`${HEAD}${PARAGRAPHS.join('\n')}`)).toEqual(PARAGRAPHS);
});
