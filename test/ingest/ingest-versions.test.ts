import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { enqueueFiles } from '../../src/queue/enqueue-files.ts';
import { PageQueue } from '../../src/queue/page-queue.ts';
import { workQueue } from '../../src/queue/work-queue.ts';
import { provideGraph } from '../support/provide-graph.ts';

const HEADLINE = '全省生态环境保护工作会议召开';

/** A year's report, whose headline each year has anew. */
const report = (day: string, place: string, tasks: string) =>
  `<html><body><h1>${HEADLINE}</h1><p>${day}，全省生态环境保护工作会议在${place}召开。省长赵明远出席会议并讲话。</p><p>会议要求，${tasks}。</p></body></html>`;

const IN_2021 = report('2021年1月15日', '杭州', '深入打好蓝天保卫战，完成钢铁行业改造三百项');
const IN_2022 = report('2022年2月20日', '宁波', '推进近岸海域治理，建成美丽海湾十个以上');

describe('pages of one file name', () => {
  const database = provideGraph();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiezuo-versions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  /** Names of pages, and whether a newer version took their place. */
  const listPages = async () => {
    const { rows } = await database().pool.query<{ name: string; isOld: boolean }>(
      `SELECT d.name, a.superseded_by_id IS NOT NULL AS "isOld" FROM article AS a
        JOIN source_document AS d ON d.id = a.document_id ORDER BY d.id, a.ordinal`,
    );
    return rows.map(({ name, isOld }) => (isOld ? `(${name})` : name));
  };
  const listDays = async () => {
    const { rows } = await database().pool.query<{ day: string }>(
      'SELECT starts_on::text AS day FROM meeting ORDER BY starts_on',
    );
    return rows.map(({ day }) => day);
  };

  test('F2: in two folders are two pages, also over the queue', async () => {
    write({ '2021/index.html': IN_2021, '2022/index.html': IN_2022 });
    await ingestFiles(database(), [folder]);
    expect(await listPages()).toEqual(['2021/index.html', '2022/index.html']);
    expect(await listDays()).toEqual(['2021-01-15', '2022-02-20']);
    write({ '2023/index.html': IN_2022.replaceAll('2022年2月20日', '2023年3月3日') });
    const queue = await PageQueue.open(database());
    try {
      await enqueueFiles(database(), { queue, paths: [folder] }, () => undefined);
      await workQueue(database(), { queue, watch: false });
    } finally {
      await queue.close();
    }
    expect(await listDays()).toEqual(['2021-01-15', '2022-02-20', '2023-03-03']);
  });

  test('F2: named alike are two pages where their texts and days say so, whatever the headline', async () => {
    write({ '2021/index.html': IN_2021, '2022/index.html': IN_2022 });
    await ingestFiles(database(), [join(folder, '2021')]);
    await ingestFiles(database(), [join(folder, '2022')]);
    expect(await listPages()).toEqual(['index.html', 'index.html']);
    expect(await listDays()).toEqual(['2021-01-15', '2022-02-20']);
  });

  test('F2: are two pages, by whatever way they come', async () => {
    write({
      'pages.jsonl': [IN_2021, IN_2022]
        .map((html) => JSON.stringify({ name: 'index.html', html }))
        .join('\n'),
    });
    await ingestFiles(database(), [join(folder, 'pages.jsonl')]);
    for (const html of [IN_2021, IN_2022])
      await ingestDocument(database(), { name: 'index.html', bytes: new TextEncoder().encode(html) });
    expect(await listDays()).toEqual(['2021-01-15', '2022-02-20']);
    expect(await listPages()).toEqual(['(index.html)', '(index.html)', 'index.html', 'index.html']);
  });

  test('F2: are versions of one where little was corrected, from whatever folder on they are named', async () => {
    const correct = (html: string, name: string) => html.replaceAll('赵明远', name);
    write({ 'site/2021/index.html': IN_2021, 'site/2022/index.html': IN_2022 });
    await ingestFiles(database(), [join(folder, 'site')]);
    write({ 'site/2021/index.html': correct(IN_2021, '钱立') });
    await ingestFiles(database(), [folder]);
    expect(await listPages()).toEqual(['(2021/index.html)', '2022/index.html', 'site/2021/index.html']);
    write({ 'site/2021/index.html': correct(IN_2021, '孙立言') });
    await ingestFiles(database(), [join(folder, 'site/2021')]);
    expect(await listPages()).toEqual([
      '(2021/index.html)',
      '2022/index.html',
      '(site/2021/index.html)',
      'index.html',
    ]);
    expect(await listDays()).toEqual(['2021-01-15', '2022-02-20']);
  });

  test('F2: are versions of those that were stored under the name of the file alone', async () => {
    await ingestDocument(database(), { name: 'index.html', bytes: new TextEncoder().encode(IN_2021) });
    write({
      '2021/index.html': IN_2021.replaceAll('赵明远', '钱立'),
      '2022/index.html': IN_2022,
    });
    await ingestFiles(database(), [folder]);
    expect(await listPages()).toEqual(['(index.html)', '2021/index.html', '2022/index.html']);
  });
});
