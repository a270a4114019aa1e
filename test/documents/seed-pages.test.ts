import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../src/documents/parse-document.ts';

const folder = join(import.meta.dirname, '../../seed/documents');
const names = readdirSync(folder).sort();
const read = (prefix: string) => {
  const name = names.find((entry) => entry.startsWith(prefix)) ?? '';
  return parseDocument(readFileSync(join(folder, name)), name);
};

test('the five pages hold six articles', () => {
  expect(names.map((name) => read(name).articles.length)).toEqual([1, 1, 1, 1, 2]);
});

test('headline, publisher and day of publication are found or known to be absent', () => {
  const about = names.flatMap((name) =>
    read(name).articles.map(({ headline, publisher, publishedOn }) => [headline, publisher, publishedOn]),
  );
  expect(about).toEqual([
    [
      '加快探索生态优先绿色发展新路，携手共建绿色美丽长三角！长三角区域生态环境保护协作小组会议召开',
      '观察者网',
      '2022-08-18',
    ],
    [null, '中共安徽省纪律检查委员会 安徽省监察委员会', null],
    ['长三角毗邻地区生态环境共保联治制度复制推广现场会召开', '谷腾环保网', null],
    ['广东省生态环境保护工作会议召开', '广东省生态环境厅公众网', '2023-02-23'],
    ['长三角区域污染防治协作机制会议在浙江湖州召开', null, null],
    ['上海在线新经济“行动力”爆棚', null, null],
  ]);
});

test('a Traditional page comes out Simplified and says so', () => {
  const [article] = read('001').articles;
  expect(article?.script).toBe('HANT');
  expect(article?.text.startsWith('6月6日下午，长三角区域大气污染防治协作小组第九次工作会议暨')).toBe(true);
});

test('no pinyin annotation is left', () => {
  expect(read('002').articles[0]?.text).not.toMatch(/[（(][a-z]+[）)]/);
});

test('no site furniture is left', () => {
  const text = names.flatMap((name) => read(name).articles.map((article) => article.text)).join('\n');
  expect(text).not.toMatch(/版权所有|备案|邮政编码|验证码|扫一扫|阅读次数|联系电话|声明|客户端/);
});

test('a sentence that a column break has torn is whole again, a caption in between stands apart', () => {
  const [first, second] = read('004').articles;
  expect(first?.text).toContain('保持定力，不断深化');
  expect(first?.text).toContain('建设的大力支持表示感谢');
  expect(second?.text).toContain('在汽车、高端装备等重点领域');
  const captions = second?.paragraphs.filter((paragraph) => paragraph.kind === 'caption');
  expect(captions?.map(({ start, end }) => second?.text.slice(start, end))).toEqual([
    '上海品质生活直播周上，镜头对准了七宝古镇非遗手作集市 本报记者 王凯 摄',
  ]);
});

test('paragraphs cover the text but for the line breaks between them', () => {
  for (const article of names.flatMap((name) => read(name).articles)) {
    const parts = article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
    expect(parts.join('\n')).toBe(article.text);
    expect(parts.every((part) => part !== '' && !part.includes('\n'))).toBe(true);
  }
});
