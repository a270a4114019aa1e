import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { agreement, meeting, participation, person } from '../support/claims.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const series = '甲组工作会议';

/** A page that reports a session: its number, day and place, its chair, and when an agreement was signed. */
interface Report {
  readonly name: string;
  readonly ordinal: number;
  readonly startsOn: string;
  readonly place: string;
  readonly chair: string;
  readonly signedOn: string;
}

const base: Report = {
  name: 'a',
  ordinal: 9,
  startsOn: '2020-06-06',
  place: '330500',
  chair: '赵明远',
  signedOn: '2020-06-06',
};

const page = ({ name, ordinal, startsOn, place, chair, signedOn }: Report): ClaimArticle => ({
  name,
  publishedOn: null,
  claims: [
    person(chair),
    meeting(`甲组第${ordinal}次工作会议`, {
      startsOn,
      dateBasis: 'STATED',
      places: [place],
      sessions: [{ series, ordinal, organisation: null }],
    }),
    participation(chair, { roles: ['CHAIR'] }),
    agreement('共建甲湖合作协议', { meeting: 'm1', signedOn }),
  ],
});

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await prepareGraph(app.test.database);
});
beforeEach(() => clearGraph(app.test.database));
afterAll(() => app.close());

async function add(...reports: Partial<Report>[]): Promise<void> {
  const sources = [];
  for (const [index, report] of reports.entries())
    sources.push(
      await saveClaimArticle(app.test.database, page({ ...base, name: `page-${index}`, ...report })),
    );
  await applyChange(app.test.database, { added: sources });
}

const CONTRADICTIONS = `{
  meetings { nodes { startsOn places { name } contradictions { ...said } } }
  agreements { nodes { signedOn contradictions { ...said } } }
}
fragment said on Contradiction {
  field
  statements { value isShown articles { document { name } } evidence { article { document { name } } } }
}`;

describe('contradictions', () => {
  test('are listed with all that is said, what is shown first, and with the words of each page', async () => {
    await add({}, { startsOn: '2020-06-07', place: '310000', chair: '钱立', signedOn: '2020-06-07' }, {});
    const { data } = await app.query(CONTRADICTIONS);
    const held = data.meetings?.nodes?.[0];
    expect(held).toMatchObject({ startsOn: '2020-06-06', places: [{ name: '湖州市' }] });
    const said = (value: string, isShown: boolean, ...pages: string[]) => ({
      value,
      isShown,
      articles: pages.map((name) => ({ document: { name } })),
      evidence: pages.map((name) => ({ article: { document: { name } } })),
    });
    const both = (field: string, shown: string, other: string) => ({
      field,
      statements: [said(shown, true, 'page-0', 'page-2'), said(other, false, 'page-1')],
    });
    expect(held?.contradictions).toEqual([
      both('DATE', '2020-06-06', '2020-06-07'),
      both('PLACE', '湖州市', '上海市'),
      both('CHAIR', '赵明远', '钱立'),
    ]);
    expect(data.agreements?.nodes).toEqual([
      { signedOn: '2020-06-06', contradictions: [both('SIGNED_ON', '2020-06-06', '2020-06-07')] },
    ]);
  });

  test('are none where pages agree', async () => {
    await add({}, { place: '330000' });
    const { data } = await app.query(CONTRADICTIONS);
    expect(data.meetings?.nodes).toEqual([
      { startsOn: '2020-06-06', places: [{ name: '湖州市' }], contradictions: [] },
    ]);
  });
});

describe('a series', () => {
  const SERIES = `{
    meetingSeries { nodes {
      sessions { ordinal meeting { startsOn } }
      missingOrdinals
      clashes { ordinal meetings { startsOn } }
    } }
    openQuestions { nodes { type score reasons } }
  }`;

  test('lists its sessions in order, and the numbers that are missing between them', async () => {
    await add({ ordinal: 12, startsOn: '2023-06-06' }, { ordinal: 8, startsOn: '2019-06-06' }, {});
    const { data } = await app.query(SERIES);
    expect(data.meetingSeries?.nodes).toEqual([
      {
        sessions: [
          { ordinal: 8, meeting: { startsOn: '2019-06-06' } },
          { ordinal: 9, meeting: { startsOn: '2020-06-06' } },
          { ordinal: 12, meeting: { startsOn: '2023-06-06' } },
        ],
        missingOrdinals: [10, 11],
        clashes: [],
      },
    ]);
    expect(data.openQuestions?.nodes).toEqual([]);
  });

  test('says which meetings claim one number, and asks about them', async () => {
    await add({}, { startsOn: '2021-06-06', signedOn: '2021-06-06' });
    const { data } = await app.query(SERIES);
    expect(data.meetingSeries?.nodes).toMatchObject([
      { clashes: [{ ordinal: 9, meetings: [{ startsOn: '2020-06-06' }, { startsOn: '2021-06-06' }] }] },
    ]);
    expect(data.openQuestions?.nodes).toContainEqual({
      type: 'MEETING',
      score: 0.5,
      reasons: [expect.stringContaining('both claim to be session 9 of 甲组工作会议')],
    });
  });
});

describe('the five pages', () => {
  beforeEach(async () => {
    for (const input of readSeedDocuments()) await ingestDocument(app.test.database, input);
  });

  test('leave the year of the Huzhou meeting unknown: nothing in them settles it', async () => {
    const { data } = await app.query(
      `{ meetings(where: { area: "330500" }) { nodes { startsOn dateBasis dateBasisReason monthDay contradictions { field } } } }`,
    );
    expect(data.meetings?.nodes).toEqual([
      {
        startsOn: null,
        dateBasis: 'UNKNOWN',
        dateBasisReason: null,
        monthDay: '--06-06',
        contradictions: [],
      },
    ]);
  });

  const timelineOf = async (name: string) => {
    const { data } = await app.query(
      `query ($name: String!) { people(where: { name: { equals: $name } }) { nodes {
        positions { nodes { title observedOn evidence(first: 1) { quote article { document { name } } } } }
      } } }`,
      { name },
    );
    expect(data.people?.nodes).toHaveLength(1);
    return data.people?.nodes?.[0]?.positions?.nodes;
  };

  test('show a career as posts in their order, each with the page that says it', async () => {
    const posts = await timelineOf('龚正');
    const post = (title: string, observedOn: string | null, words: string) =>
      expect.objectContaining({
        title,
        observedOn,
        evidence: [expect.objectContaining({ quote: expect.stringContaining(words) })],
      });
    expect(posts).toContainEqual(post('上海市市长', '2022-08-17', '市长龚正'));
    expect(posts).toContainEqual(post('上海市代市长', null, '代市长龚正'));
    const days = Array.from(posts ?? [], ({ observedOn }) => String(observedOn ?? '9999'));
    expect(days).toEqual([...days].sort());
  });

  test('show an office under two holders, each with the page that says it', async () => {
    for (const name of ['吴政隆', '许昆林'])
      expect(await timelineOf(name)).toContainEqual(
        expect.objectContaining({
          title: '江苏省省长',
          evidence: [expect.objectContaining({ quote: expect.stringContaining(`省长${name}`) })],
        }),
      );
  });

  test('say who held which post on a day', async () => {
    const { data } = await app.query(
      `{ people(where: { name: { equals: "龚正" } }) { nodes { positions(on: "2022-09-01") { nodes { title observedOn } } } } }`,
    );
    expect(data.people?.nodes?.[0]?.positions?.nodes).toEqual([
      { title: '上海市委副书记', observedOn: '2022-08-17' },
      { title: '上海市市长', observedOn: '2022-08-17' },
    ]);
  });

  test('A12: have ids by which they are found, also posts, participations and signatures', async () => {
    const { data } = await app.query(`{
      meetings(first: 1, where: { name: { contains: "第二次工作会议" } }) { nodes {
        participations(first: 1) { nodes { id positions(first: 1) { id } } }
        agreements(first: 1) { nodes { signatures(first: 1) { id } } }
      } }
    }`);
    const meeting = data.meetings?.nodes?.[0];
    const participation = meeting?.participations?.nodes?.[0];
    const ids = [
      participation?.id,
      participation?.positions?.[0]?.id,
      meeting?.agreements?.nodes?.[0]?.signatures?.[0]?.id,
      '0'.repeat(32),
    ];
    const found = await app.query(
      `query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { __typename id } node(id: $id) { ... on Participation { nameAsPrinted } } }`,
      { ids, id: participation?.id },
    );
    expect(found.data).toEqual({
      nodes: [
        { __typename: 'Participation', id: ids[0] },
        { __typename: 'Position', id: ids[1] },
        { __typename: 'Signature', id: ids[2] },
        null,
      ],
      node: { nameAsPrinted: expect.any(String) },
    });
  });

  test('are listed in their last version, and in former ones when asked for', async () => {
    const [first] = readSeedDocuments();
    const text = new TextDecoder().decode(first?.bytes).replaceAll('李强', '李大强');
    await ingestDocument(app.test.database, {
      name: first?.name ?? '',
      bytes: new TextEncoder().encode(text),
    });
    const { data } = await app.query(`{
      articles { totalCount }
      former: articles(where: { superseded: true }) { nodes { document { name } supersededBy { supersededBy { id } supersedes { document { name } } } } }
      all: articles(where: { or: [{ superseded: true }, { superseded: false }] }) { totalCount }
    }`);
    expect(data.articles?.totalCount).toBe(6);
    expect(data.former?.nodes).toEqual([
      {
        document: { name: first?.name },
        supersededBy: { supersededBy: null, supersedes: [{ document: { name: first?.name } }] },
      },
    ]);
    expect(data.all?.totalCount).toBe(7);
  });
});
