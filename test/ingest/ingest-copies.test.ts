import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { edit, OTHER_REPORT, RELEASE, spin } from '../support/release.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let testDatabase: TestDatabase;
const prisma = () => testDatabase.database.prisma;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await prepareGraph(testDatabase.database);
});
afterAll(() => testDatabase.drop());
async function clear(): Promise<void> {
  await testDatabase.database.pool.query(
    `TRUNCATE source_document, person, organisation, meeting, meeting_series, agreement, evidence, identity_decision,
      article_shingle, search_entry, search_term CASCADE`,
  );
}
beforeEach(clear);

const page = (name: string, headline: string, source: string, text: string) => ({
  name,
  text: `${headline}\n2023年11月9日 来源：${source}\n${text}`,
});
const PAGES = [
  page('first.txt', '滨江流域生态环境协作小组召开第四次工作会议', '滨江日报', RELEASE),
  page('headline.txt', '陆远山：共同守护一江清水', '云河日报', RELEASE),
  page(
    'furniture.txt',
    '滨江流域生态环境协作小组召开第四次工作会议',
    '临江新闻网',
    `${RELEASE}\n责任编辑：小江\n相关阅读\n版权所有 临江新闻网`,
  ),
  page('edited.txt', '协作小组召开会议', '流域快报', edit(RELEASE)),
  page('spun.txt', '协作小组举行第四次事情集会', '天天资讯网', spin(RELEASE)),
  page('other.txt', '一江清水怎么守', '滨江晚报', OTHER_REPORT),
];

async function ingest(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const found = PAGES.find((candidate) => candidate.name === name);
    const bytes = new TextEncoder().encode(found?.text);
    expect(await ingestDocument(testDatabase.database, { name, bytes })).toMatchObject({
      status: 'ingested',
    });
  }
}

async function readClusters() {
  const articles = await prisma().article.findMany({
    include: { document: true, duplicateOf: { include: { document: true } } },
  });
  return Object.fromEntries(
    articles
      .map(({ document, duplicateOf, isSpun, similarity }) => {
        const copy = {
          of: duplicateOf?.document.name ?? null,
          isSpun,
          similarity: similarity === null ? null : Number(similarity.toFixed(2)),
        };
        return [document.name, copy] as const;
      })
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

async function readFacts() {
  const [people, organisations, meetings, agreements] = await Promise.all([
    prisma().person.findMany(),
    prisma().organisation.findMany(),
    prisma().meeting.findMany(),
    prisma().agreement.findMany(),
  ]);
  return {
    people: people.map(({ name }) => name).sort(),
    organisations: organisations.map(({ name }) => name).sort(),
    meetings: meetings.map(({ name }) => name).sort(),
    agreements: agreements.map(({ title }) => title).sort(),
  };
}

const NAMES = PAGES.map(({ name }) => name);
const ORDERS = [
  NAMES,
  NAMES.toReversed(),
  ['spun.txt', 'other.txt', 'edited.txt', 'first.txt', 'headline.txt', 'furniture.txt'],
];

test.each(ORDERS.map((names) => [names]))(
  'copies that come as %j are one cluster, with the spun one told apart',
  async (names) => {
    await ingest(names);
    const clusters = await readClusters();
    expect(clusters['other.txt']).toEqual({ of: null, isSpun: false, similarity: null });
    expect(clusters['spun.txt']).toMatchObject({ isSpun: true });
    const copies = ['first.txt', 'headline.txt', 'furniture.txt', 'edited.txt', 'spun.txt'];
    const best = copies.filter((name) => clusters[name]?.of === null);
    expect(best).toHaveLength(1);
    for (const name of copies) expect([best[0], null]).toContain(clusters[name]?.of);
    expect(copies.filter((name) => clusters[name]?.isSpun)).toEqual(['spun.txt']);
  },
);

test('neither the clusters nor the facts depend on the order in which copies come', async () => {
  const results: unknown[] = [];
  for (const names of ORDERS) {
    await clear();
    await ingest(names);
    results.push({ clusters: await readClusters(), facts: await readFacts() });
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

describe('the facts of a spun copy', () => {
  test('count no more once the good copy is there, and nothing of them is left', async () => {
    await ingest(['first.txt']);
    const facts = await readFacts();
    await clear();
    await ingest(['spun.txt']);
    expect(await readFacts()).not.toEqual(facts);
    await ingest(['first.txt']);
    expect(await readFacts()).toEqual(facts);
    const spun = await prisma().article.findFirstOrThrow({
      where: { isSpun: true },
      include: { evidence: true },
    });
    expect(spun.evidence).toEqual([]);
    const { rows } = await testDatabase.database.pool.query(
      `SELECT entity_id FROM search_entry WHERE entity_type = 'MEETING'
         AND NOT EXISTS (SELECT FROM meeting WHERE meeting.id = entity_id)`,
    );
    expect(rows).toEqual([]);
  });

  test('never enter the graph when the good copy is there already', async () => {
    await ingest(['first.txt']);
    const facts = await readFacts();
    await ingest(['spun.txt']);
    expect(await readFacts()).toEqual(facts);
  });
});

test('the release that stands in two seed pages is one cluster, both give evidence, and no seed page is spun', async () => {
  for (const input of readSeedDocuments()) await ingestDocument(testDatabase.database, input);
  const copies = await prisma().article.findMany({
    where: { duplicateOfId: { not: null } },
    include: { document: true, duplicateOf: { include: { document: true } } },
  });
  const pairs = copies.map(({ document, duplicateOf }) =>
    [document.name.slice(0, 3), duplicateOf?.document.name.slice(0, 3)].sort(),
  );
  expect(pairs).toEqual([['001', '004']]);
  expect(await prisma().article.count({ where: { isSpun: true } })).toBe(0);
  for (const { id, duplicateOfId } of copies) {
    expect(await prisma().evidence.count({ where: { articleId: id } })).toBeGreaterThan(0);
    expect(await prisma().evidence.count({ where: { articleId: duplicateOfId ?? '' } })).toBeGreaterThan(0);
  }
});
