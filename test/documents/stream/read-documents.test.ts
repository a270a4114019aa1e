import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { type ReadDocument, readDocuments } from '../../../src/documents/stream/read-documents.ts';

const TEXT =
  '滨江市召开水环境治理会议\n11月8日，滨江市水环境治理工作会议在市行政中心召开，市长出席会议并讲话。';
const HTML =
  '<html><body><h1>滨江市召开水环境治理会议</h1><p>11月8日，滨江市水环境治理工作会议在市行政中心召开，市长出席会议并讲话。</p></body></html>';

async function* cut(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, name: string, size?: number): Promise<ReadDocument[]> {
  const found: ReadDocument[] = [];
  for await (const one of readDocuments(cut(Buffer.from(content), size), name)) found.push(one);
  return found;
}

/** The name of each document and its headline, or the code of the error. */
const outline = (found: readonly ReadDocument[]) =>
  found.map((one) =>
    'document' in one ? [one.document.name, one.document.articles[0]?.headline] : [one.name, one.error.code],
  );

const line = (record: unknown) => `${JSON.stringify(record)}\n`;
const HEADLINE = '滨江市召开水环境治理会议';

describe('JSON Lines', () => {
  test('give a document for each line, with what the record says of it', async () => {
    const source = line({
      name: 'a.html',
      url: 'https://example.org/a',
      html: HTML,
      publishedOn: '2023-11-09',
    });
    const [first] = await read(source, 'pages.jsonl');
    expect(first).toMatchObject({
      document: {
        name: 'a.html',
        url: 'https://example.org/a',
        mediaType: 'application/json',
        articles: [{ headline: HEADLINE, publishedOn: '2023-11-09', publishedOnBasis: 'GIVEN' }],
      },
    });
  });

  test('are told by their content, and records without a name are named after file and line', async () => {
    const source = `\ufeff${line({ text: TEXT })}\n${line({ text: TEXT, url: null, publishedOn: '' })}`;
    expect(outline(await read(source, 'pages.txt'))).toEqual([
      ['pages.txt:1', HEADLINE],
      ['pages.txt:3', HEADLINE],
    ]);
  });

  test('go on after lines that are broken, each with its reason', async () => {
    const source = [
      '{"name": "cut", "text": "会议\n',
      line({ name: 'good', text: TEXT }),
      'no JSON\n',
      line(['text']),
      line({ name: 'nothing' }),
      line({ text: 5 }),
      line({ name: 'nul', text: `${TEXT}\0` }),
      line({ name: 'empty', text: ' ' }),
      line({ name: 'half', text: `${TEXT}\ud800` }),
      line({ name: 'deep', html: `${'<div>'.repeat(10_000)}${TEXT}` }),
      line({ text: TEXT }).trimEnd(),
    ].join('');
    expect(outline(await read(source, 'p.jsonl'))).toEqual([
      ['p.jsonl:1', 'RECORD_BROKEN'],
      ['good', HEADLINE],
      ['p.jsonl:3', 'RECORD_BROKEN'],
      ['p.jsonl:4', 'RECORD_INVALID'],
      ['p.jsonl:5', 'RECORD_INVALID'],
      ['p.jsonl:6', 'RECORD_INVALID'],
      ['nul', 'DOCUMENT_BINARY'],
      ['empty', 'DOCUMENT_EMPTY'],
      ['half', HEADLINE],
      ['deep', 'DOCUMENT_TOO_DEEP'],
      ['p.jsonl:11', HEADLINE],
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '/2022/a.html', `https://a.cn/${'b'.repeat(4_000)}`])(
    'H20: are set aside where their address leads to no page, number %#',
    async (url) => {
      const [found] = await read(line({ name: 'a', url, text: TEXT }), 'p.jsonl');
      expect(found).toMatchObject({
        name: 'p.jsonl:1',
        error: { code: 'RECORD_INVALID', message: expect.stringContaining('"url" is no address') },
      });
    },
  );

  test('are set aside where their day of publication is none', async () => {
    const days = ['2023-11-09', '9 Nov 2023', 'yesterday', '2023-13-41'];
    const found = await read(
      days.map((publishedOn, name) => line({ name: `${name}`, publishedOn, text: TEXT })).join(''),
      'p.jsonl',
    );
    expect(outline(found)).toEqual([
      ['0', HEADLINE],
      ['1', HEADLINE],
      ['p.jsonl:3', 'RECORD_INVALID'],
      ['p.jsonl:4', 'RECORD_INVALID'],
    ]);
  });

  test('H20: take no address from a page that is none of http or https', async () => {
    for (const [url, stored] of [
      ['javascript:alert(1)', null],
      ['https://a.cn/b.html', 'https://a.cn/b.html'],
    ]) {
      const [found] = await read(`---\ntitle: ${HEADLINE}\nurl: ${url}\n---\n\n${TEXT}`, 'a.md');
      expect((found as Extract<ReadDocument, { document: unknown }>).document.url).toBe(stored);
    }
  });

  test('may be in GB18030', async () => {
    const source = iconv.encode(line({ name: 'a', text: TEXT }), 'gb18030');
    expect(outline(await read(source, 'p.jsonl'))).toEqual([['a', HEADLINE]]);
  });

  test('skip a line of 200 MB and go on', async () => {
    async function* chunks() {
      yield Buffer.from('{"name": "long", "text": "');
      const chunk = Buffer.alloc(1_000_000, '会');
      for (let sent = 0; sent < 200; sent++) yield chunk;
      yield Buffer.from(`"}\n${line({ name: 'next', text: TEXT })}`);
    }
    const found: ReadDocument[] = [];
    for await (const one of readDocuments(chunks(), 'p.jsonl')) found.push(one);
    expect(outline(found)).toEqual([
      ['p.jsonl:1', 'DOCUMENT_TOO_LARGE'],
      ['next', HEADLINE],
    ]);
  });

  test('have articles whose characters lead back to the value of the record', async () => {
    const [first] = await read(line({ name: 'a', text: TEXT }), 'p.jsonl');
    const { articles } = (first as Extract<ReadDocument, { document: unknown }>).document;
    for (const { text, sourceOffsets } of articles)
      for (const [at, offset] of sourceOffsets.entries())
        if (text[at] !== '\n') expect(TEXT[offset]).toBe(text[at]);
  });
});

describe('gzip', () => {
  test.each([
    ['plain text', TEXT],
    ['HTML', HTML],
    ['Markdown', `# ${TEXT.replace('\n', '\n\n')}`],
    ['JSON Lines', line({ text: TEXT })],
  ])('of %s is read as what it holds', async (_, content) => {
    const [found] = await read(gzipSync(content), 'page.gz');
    expect(found).toMatchObject({ document: { articles: [{ headline: HEADLINE }] } });
  });

  test('of several members is read to its end', async () => {
    const both = Buffer.concat([
      gzipSync(line({ name: 'a', text: TEXT })),
      gzipSync(line({ name: 'b', text: TEXT })),
    ]);
    expect(outline(await read(both, 'p.jsonl.gz'))).toEqual([
      ['a', HEADLINE],
      ['b', HEADLINE],
    ]);
  });

  test('that is cut short or damaged is refused, and what came before it stands', async () => {
    const lines = Array.from({ length: 2000 }, (_, at) =>
      line({ name: `${at}`, text: `${TEXT}${Math.sin(at)}` }),
    );
    const packed = gzipSync(lines.join(''));
    const found = outline(await read(packed.subarray(0, -20), 'p.jsonl.gz'));
    expect(found[0]).toEqual(['0', HEADLINE]);
    expect(found.at(-1)).toEqual(['p.jsonl.gz', 'GZIP_BROKEN']);
    const damaged = Buffer.from(gzipSync(TEXT)).fill(0xff, 10, 20);
    expect(outline(await read(damaged, 'page.gz'))).toEqual([['page.gz', 'GZIP_BROKEN']]);
  });

  test.each([
    ['one page', Buffer.alloc(100_000_000)],
    ['one line', Buffer.concat([Buffer.from('{"text":"'), Buffer.alloc(100_000_000, 'a')])],
    ['blank lines', Buffer.concat([Buffer.from(line({ text: TEXT })), Buffer.alloc(100_000_000, '\n')])],
  ])('that is a bomb of %s is refused', async (_, content) => {
    const found = outline(await read(gzipSync(content), 'bomb.gz'));
    expect(found.at(-1)).toEqual(['bomb.gz', 'GZIP_BOMB']);
  });
});

test.each([
  ['nothing', '', 'DOCUMENT_EMPTY'],
  ['a gzip file of nothing', gzipSync(''), 'DOCUMENT_EMPTY'],
  ['a gzip file in a gzip file', gzipSync(gzipSync(TEXT)), 'DOCUMENT_BINARY'],
  ['one byte', Uint8Array.of(0x1f), null],
  ['200 MB in one line', Buffer.alloc(200_000_000, '会'), 'DOCUMENT_TOO_LARGE'],
])('%s is refused with a code', async (_, content, code) => {
  const [found] = await read(content, 'page', 1 << 20);
  expect(found).toMatchObject({ name: 'page', error: { code: code ?? expect.any(String) } });
});

test('whatever the bytes, and wherever they are cut, there are documents or codes', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .constantFrom('{"text":"', '"}', '\n', '{"', TEXT, '\\u0000', '\\ud800', line({ text: TEXT }))
      .map((text) => Uint8Array.from(Buffer.from(text))),
    fc.constantFrom(TEXT, line({ text: TEXT })).map((text) => Uint8Array.from(gzipSync(text))),
  );
  const bytes = fc.array(piece, { maxLength: 8 }).map((parts) => Buffer.concat(parts));
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 100 }), async (content, size) => {
      const whole = outline(await read(content, 'p.jsonl', content.length || 1));
      expect(outline(await read(content, 'p.jsonl', size))).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});
