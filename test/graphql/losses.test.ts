import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { applyChange, saveClaimArticle } from '../support/claim-articles.ts';
import { agreement, signature } from '../support/claims.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await prepareGraph(app.test.database);
});
beforeEach(() => clearGraph(app.test.database));
afterAll(() => app.close());

describe('what did not come into the graph', () => {
  test('C7: pages that could not be read are a list like all others', async () => {
    for (const name of ['a/x.txt', 'b/x.txt', 'c/y.txt'])
      await ingestDocument(app.test.database, { name, bytes: Buffer.from(name) });
    const read = (
      after: string,
    ) => `quarantinedDocuments(first: 2, after: ${after}, orderBy: { field: NAME, direction: ASC }) {
      nodes { name code reason quarantinedAt sizeBytes sha256 } totalCount pageInfo { endCursor hasNextPage } }`;
    const { data } = await app.query(`{ ${read('null')}
      xs: quarantinedDocuments(where: { name: { contains: "x." } }) { groups(by: [CODE]) { keys count } } }`);
    expect(data).toMatchObject({
      quarantinedDocuments: {
        nodes: [
          { name: 'a/x.txt', code: 'DOCUMENT_NOT_CHINESE', sizeBytes: 7 },
          { name: 'b/x.txt', quarantinedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
        ],
        totalCount: 3,
        pageInfo: { hasNextPage: true },
      },
      xs: { groups: [{ keys: ['DOCUMENT_NOT_CHINESE'], count: 2 }] },
    });
    const next = await app.query(`{ ${read(`"${data.quarantinedDocuments?.pageInfo?.endCursor}"`)} }`);
    expect(next.data.quarantinedDocuments).toMatchObject({ nodes: [{ name: 'c/y.txt' }] });
  });

  test('F1: articles say what the graph does not hold of them', async () => {
    const claims = [agreement('共建甲湖合作协议'), signature('乙部')];
    const sources = [
      await saveClaimArticle(app.test.database, { name: 'a', publishedOn: null, claims }),
      await saveClaimArticle(app.test.database, { name: 'b', publishedOn: null, claims: claims.slice(0, 1) }),
    ];
    await applyChange(app.test.database, { added: sources });
    const { data } = await app.query(`{
      some: articles(where: { leftOut: true }) { nodes { document { name } leftOut { kind isWhole code reason quote } } }
      none: articles(where: { leftOut: false }) { nodes { document { name } leftOut { kind } } }
    }`);
    expect(data).toEqual({
      some: {
        nodes: [
          {
            document: { name: 'a' },
            leftOut: [
              {
                kind: 'SIGNATURE',
                isWhole: true,
                code: 'REFERENCE_UNKNOWN',
                reason: 'The article names no organisation 乙部.',
                quote: '文',
              },
            ],
          },
        ],
      },
      none: { nodes: [{ document: { name: 'b' }, leftOut: [] }] },
    });
  });

  test('articles say which doubts their text leaves, and that characters of it could not be read', async () => {
    const text = (name: string) =>
      `# 全省生态环境保护工作会议召开\n\n2024年6月6日，省长${name}主持召开全省生态环境保护工作会议。`;
    for (const [name, person] of [
      ['whole.md', '赵明远'],
      ['broken.md', '赵\ufffd远'],
    ] as const)
      expect(
        await ingestDocument(app.test.database, { name, bytes: Buffer.from(text(person)) }),
      ).toMatchObject({ counts: { warnings: name === 'whole.md' ? 0 : 1 } });
    const { data } = await app.query(`{
      some: articles(where: { warned: true }) { nodes { document { name } text people { nodes { name } } warnings { code message start end } } }
      none: articles(where: { warned: false }) { nodes { document { name } warnings { code } } }
    }`);
    expect(data.none?.nodes).toEqual([{ document: { name: 'whole.md' }, warnings: [] }]);
    const broken = data.some?.nodes?.[0];
    expect(broken).toMatchObject({
      document: { name: 'broken.md' },
      people: { nodes: [] },
      warnings: [{ code: 'CHARACTERS_UNREADABLE', message: expect.stringContaining('after ') }],
    });
    const [start, end] = ['start', 'end'].map((key) => Number(broken?.warnings?.[0]?.[key]));
    expect(String(broken?.text).slice(start, end)).toBe('\ufffd');
  });
});
