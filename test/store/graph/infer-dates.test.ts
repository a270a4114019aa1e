import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../../support/claim-articles.ts';
import { meeting, organisation, participation, person, position } from '../../support/claims.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { provideGraph } from '../../support/provide-graph.ts';

const series = '甲组工作会议';

/** A page that reports a session, chaired by the mayor, on a day; without a year where the day has none. */
function page(name: string, ordinal: number, day: string, mayor = '赵明远'): ClaimArticle {
  const isOpen = day.startsWith('--');
  return {
    name,
    publishedOn: null,
    claims: [
      organisation('甲市政府', { area: '330500' }),
      person(mayor),
      position(mayor, '甲市政府', '市长'),
      meeting(`甲组第${ordinal}次工作会议`, {
        startsOn: isOpen ? null : day,
        dateBasis: isOpen ? 'UNKNOWN' : 'STATED',
        monthDay: isOpen ? day : null,
        sessions: [{ series, ordinal, organisation: null }],
      }),
      participation(mayor, { roles: ['CHAIR'], positions: ['甲市政府市长'] }),
    ],
  };
}

describe('what one page leaves open of a day', () => {
  const database = provideGraph();

  async function add(...pages: ClaimArticle[]) {
    const sources = [];
    for (const one of pages) sources.push(await saveClaimArticle(database(), one));
    await applyChange(database(), { added: sources });
    return sources;
  }
  async function takeBack(sources: Awaited<ReturnType<typeof add>>) {
    const ids = sources.map(({ id }) => id);
    await database().pool.query('UPDATE article SET superseded_by_id = id WHERE id = ANY ($1)', [ids]);
    await applyChange(database(), { removed: ids });
  }
  const day = (text: string) => new Date(text);
  const findSession = (ordinal: number) =>
    database().prisma.meeting.findFirstOrThrow({ where: { sessions: { some: { ordinal } } } });

  test('another page that states it settles, and with it when the posts were held', async () => {
    await add(page('a', 9, '--06-06'));
    await add(page('b', 9, '2020-06-06'));
    expect(await findSession(9)).toMatchObject({
      startsOn: day('2020-06-06'),
      dateBasis: 'STATED',
      monthDay: null,
    });
    const posts = await database().prisma.position.findMany({ include: { evidence: true } });
    expect(posts).toEqual([expect.objectContaining({ observedOn: day('2020-06-06') })]);
    expect(new Set(posts[0]?.evidence.map(({ articleId }) => articleId)).size).toBe(2);
  });

  test('the sessions before and after it settle, as inferred and with the reason, and no more once one is gone', async () => {
    await add(page('a', 9, '--06-06'));
    const before = await dumpGraph(database());
    const eighth = await add(page('b', 8, '2019-07-23'));
    expect(await findSession(9)).toMatchObject({
      startsOn: null,
      dateBasis: 'UNKNOWN',
      dateBasisReason: null,
    });
    const tenth = await add(page('c', 10, '2021-05-26'));
    expect(await findSession(9)).toMatchObject({
      startsOn: day('2020-06-06'),
      dateBasis: 'INFERRED',
      dateBasisReason: expect.stringMatching(/8th session of 甲组工作会议 \(2019-07-23\).+10th/),
      monthDay: '--06-06',
    });
    await takeBack([...eighth, ...tenth]);
    expect(await findSession(9)).toMatchObject({
      startsOn: null,
      dateBasis: 'UNKNOWN',
      dateBasisReason: null,
    });
    expect(await dumpGraph(database())).toEqual(before);
  });

  test('what was inferred says nothing of other meetings', async () => {
    await add(page('a', 8, '2019-07-23'), page('b', 9, '--06-06'), page('c', 10, '2021-05-26'));
    await add(page('d', 11, '--01-06'), page('e', 13, '2022-12-26'));
    expect(await findSession(9)).toMatchObject({ dateBasis: 'INFERRED' });
    expect(await findSession(11)).toMatchObject({ startsOn: day('2022-01-06'), dateBasis: 'INFERRED' });
    const posts = await database().prisma.position.findMany({ where: { observedOn: null } });
    expect(posts).toHaveLength(1);
  });

  test('who held an office before and after settles', async () => {
    await add(page('a', 9, '--06-06', '钱立'));
    await add(page('b', 7, '2018-06-01', '赵明远'), page('c', 8, '2019-07-23', '赵明远'));
    expect(await findSession(9)).toMatchObject({ dateBasis: 'UNKNOWN' });
    const posts = (name: string, mayor: string, publishedOn: string): ClaimArticle => ({
      name,
      publishedOn,
      claims: page(name, 1, publishedOn, mayor).claims.slice(0, 3),
    });
    await add(posts('d', '孙三', '2021-01-20'), posts('e', '钱立', '2020-12-12'));
    expect(await findSession(9)).toMatchObject({
      startsOn: day('2020-06-06'),
      dateBasisReason: expect.stringContaining('before 孙三 was 甲市政府市长 (2021-01-20)'),
    });
  });

  test('is settled the same in whatever order pages come, and go', async () => {
    const pages = [
      page('a', 9, '--06-06', '钱立'),
      page('b', 8, '2019-07-23'),
      page('c', 10, '2021-05-26', '孙三'),
      page('d', 10, '--05-26', '孙三'),
      page('e', 9, '--06-08', '钱立'),
      page('f', 11, '--06-08', '孙三'),
      page('g', 11, '2022-06-09', '孙三'),
    ];
    await add(...pages);
    const expected = await dumpGraph(database());
    expect(expected.some((line) => line.includes('"INFERRED"'))).toBe(true);
    const order = fc.shuffledSubarray(pages, { minLength: pages.length });
    await fc.assert(
      fc.asyncProperty(order, fc.constantFrom(...pages), async (shuffled, passing) => {
        await clearGraph(database());
        for (const [index, one] of shuffled.entries()) {
          await add(one);
          if (index !== 3) continue;
          await takeBack(await add({ ...passing, name: 'passing' }));
        }
        expect(await dumpGraph(database())).toEqual(expected);
      }),
      { numRuns: 8, seed: 23 },
    );
  }, 120_000);
});
