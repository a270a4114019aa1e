import { makeCursor } from '../../support/make-cursor.ts';
import { array, grouped, type Look, type Question, told } from './question.ts';

/** SQL of a list in the order of a number, the largest first; of equals that with the greater id. */
const byNumber = (list: string, table: string, number: string, limit = 20) =>
  `json_build_object('${list}', json_build_object('nodes', ${array(`SELECT id FROM (SELECT t.id, (${number}) AS n FROM ${table} AS t
    WHERE merged_into_id IS NULL) AS y ORDER BY n DESC, id DESC LIMIT ${limit}`)}))`;

/** SQL of the meetings of an organisation: its own parts, those of holders of its posts, sessions of its series. */
const OF_BODY = (id: string) => `SELECT meeting_id FROM participation WHERE organisation_id = ${id}
  UNION SELECT p.meeting_id FROM participation AS p JOIN participation_position AS l ON l.participation_id = p.id JOIN position AS o ON o.id = l.position_id
    WHERE o.organisation_id = ${id}
  UNION SELECT n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE s.organisation_id = ${id}`;

/** SQL of those of a kind who were at meetings with one of them, with the number of these. */
const peersOf = (
  kind: 'person' | 'organisation',
  self: string,
  test: string,
) => `SELECT json_build_object('id', other.${kind}_id) AS ${kind}, count(*)::integer AS count
  FROM participation AS own JOIN participation AS other ON other.meeting_id = own.meeting_id AND other.${kind}_id <> own.${kind}_id
    JOIN meeting AS m ON m.id = own.meeting_id WHERE own.${kind}_id = '${self}' AND ${test} GROUP BY other.${kind}_id ORDER BY count(*) DESC, other.${kind}_id`;

/** SQL of the party of the signature `s`, and of the province of its area. */
const PARTY = 'coalesce(s.organisation_id, s.area_code)';
const PROVINCE = `(SELECT name FROM area WHERE code = left(coalesce(s.area_code, (SELECT area_code FROM organisation WHERE id = s.organisation_id)), 2) || '0000')`;

interface Published {
  readonly day: string;
  readonly keywords: readonly string[];
}

/** The keywords of some articles as they rose since others, counted by hand. */
async function trends(look: Look): Promise<object> {
  const all = await look<Published>(
    `SELECT published_on::text AS day, keywords FROM article WHERE superseded_by_id IS NULL AND published_on >= '2024-01-01'`,
  );
  const now = all.filter(({ day }) => day >= '2024-12-01' && day <= '2025-01-31');
  const before = all.filter(({ day }) => day <= '2024-11-30');
  const countIn = (articles: readonly Published[], word: string) =>
    articles.filter(({ keywords }) => keywords.includes(word)).length;
  const groups = [...new Set(now.flatMap(({ keywords }) => keywords))].map((word) => {
    const [count, compared] = [countIn(now, word), countIn(before, word)];
    const expected = ((compared + 1) * now.length) / (before.length + 1);
    return { keys: [word], count, compared, rise: round((count - expected) / Math.sqrt(expected)) };
  });
  return { articles: { groups: groups.sort((one, other) => other.rise - one.rise) } };
}

const round = (rise: number) => Math.round(rise * 1e4) / 1e4;

interface Trends {
  readonly articles: { readonly groups: readonly { readonly rise: number }[] };
}

/** How far one is from another over meetings and agreements, step by step. */
async function distance(look: Look, from: string, to: string): Promise<number> {
  const rows = await look<{
    link: string;
    member: string;
  }>(`SELECT meeting_id AS link, coalesce(person_id, organisation_id) AS member FROM participation
    UNION SELECT agreement_id, unnest(ARRAY[organisation_id, signer_id]) FROM signature`);
  let [reached, steps] = [new Set([from]), 0];
  while (!reached.has(to)) {
    const links = new Set(rows.filter(({ member }) => reached.has(member)).map(({ link }) => link));
    const next = new Set([
      ...reached,
      ...rows.filter(({ link, member }) => member && links.has(link)).map(({ member }) => member),
    ]);
    if (next.size === reached.size) return Number.POSITIVE_INFINITY;
    [reached, steps] = [next, steps + 1];
  }
  return steps;
}

interface Path {
  readonly path: readonly { readonly node: { readonly id: string } }[];
}

interface Pairs {
  readonly cosigners: readonly {
    readonly count: number;
    readonly agreements: readonly object[];
    readonly parties: readonly { readonly id?: string; readonly code?: string }[];
  }[];
}

/** SQL of all triples of people at one meeting in Shanghai, as groups in their order; beside meetings without people. */
const TRIPLES = `SELECT json_build_array(a.name, b.name, c.name) AS keys, json_build_array(a.id, b.id, c.id) AS ids, count(DISTINCT m.id)::integer AS count
  FROM meeting AS m ${['a', 'b', 'c'].map((one) => `LEFT JOIN (SELECT t.meeting_id, p.id, p.name FROM participation AS t JOIN person AS p ON p.id = t.person_id) AS ${one} ON ${one}.meeting_id = m.id`).join(' ')}
  WHERE m.id IN (SELECT meeting_id FROM meeting_place WHERE area_code LIKE '31%') GROUP BY a.name, a.id, b.name, b.id, c.name, c.id
  ORDER BY a.name, a.id, b.name, b.id, c.name, c.id`;

/** Questions for numbers, the most and the least, pairs, ways and trends that no request answered once. */
export const FIGURE_QUESTIONS: readonly Question[] = [
  grouped('12', 'Meetings per organisation that took part', {
    list: 'meetings(where: { name: { contains: "问会" }, participation: { participantType: ORGANISATION } })',
    groups: 'groups(by: [ORGANISATION], orderBy: COUNT) { keys ids count }',
    rows: `SELECT ARRAY[o.name] AS keys, ARRAY[o.id] AS ids, count(*)::integer AS count FROM participation AS p JOIN organisation AS o ON o.id = p.organisation_id
      WHERE p.meeting_id LIKE 'mtg\\_q%' GROUP BY o.id ORDER BY count(*) DESC, o.name`,
  }),
  told('13', 'The ten people who were at most meetings in 2025', {
    query: `query ($in: MeetingFilter!) { people(first: 10, orderBy: { count: { meetings: $in }, direction: DESC }) { nodes { id } } }`,
    variables: { in: { date: { from: '2025-01-01', to: '2025-12-31' } } },
    json: byNumber(
      'people',
      'person',
      `SELECT count(*) FROM participation AS p JOIN meeting AS m ON m.id = p.meeting_id
      WHERE p.person_id = t.id AND coalesce(m.ends_on, m.starts_on) >= '2025-01-01' AND m.starts_on <= '2025-12-31'`,
      10,
    ),
  }),
  told('14', 'Organisations by the number of agreements', {
    query: '{ organisations(orderBy: { count: { agreements: {} }, direction: DESC }) { nodes { id } } }',
    json: byNumber(
      'organisations',
      'organisation',
      'SELECT count(*) FROM signature AS s WHERE s.organisation_id = t.id',
    ),
  }),
  told('15', 'Organisations by the number of meetings', {
    query: '{ organisations(orderBy: { count: { meetings: {} }, direction: DESC }) { nodes { id } } }',
    json: byNumber('organisations', 'organisation', `SELECT count(*) FROM (${OF_BODY('t.id')}) AS m`),
  }),
  told('16', 'Meetings by the number of agreements', {
    query: '{ meetings(orderBy: { count: { agreements: {} }, direction: DESC }) { nodes { id } } }',
    json: byNumber('meetings', 'meeting', 'SELECT count(*) FROM agreement AS a WHERE a.meeting_id = t.id'),
  }),
  told('17', 'People by the number of articles', {
    query: '{ people(orderBy: { count: { articles: {} }, direction: DESC }) { nodes { id } } }',
    json: byNumber(
      'people',
      'person',
      `SELECT count(DISTINCT e.article_id) FROM evidence AS e JOIN article AS a ON a.id = e.article_id
      WHERE e.person_id = t.id AND a.superseded_by_id IS NULL`,
    ),
  }),
  told('18', 'Who was at meetings with a person within a period', {
    query:
      '{ person(id: "per_q2") { peers(first: 100, where: { date: { from: "2025-01-01" } }) { person { id } count } } }',
    json: `json_build_object('person', json_build_object('peers', ${array(peersOf('person', 'per_q2', "coalesce(m.ends_on, m.starts_on) >= '2025-01-01'"))}))`,
  }),
  told('19', 'The organisations at the meetings of an organisation', {
    query: '{ organisation(id: "org_q4") { peers(first: 100) { organisation { id } count } } }',
    json: `json_build_object('organisation', json_build_object('peers', ${array(peersOf('organisation', 'org_q4', 'TRUE'))}))`,
  }),
  grouped('20', 'The average number of participants by series', {
    list: 'meetings(where: { inSeries: { name: { contains: "问会" } } })',
    groups: 'groups(by: [SERIES], average: { participations: {} }) { ids average count }',
    rows: `SELECT ARRAY[n.series_id] AS ids, avg((SELECT count(*) FROM participation AS p WHERE p.meeting_id = n.meeting_id))::float8 AS average,
      count(*)::integer AS count FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE s.name LIKE '%问会' GROUP BY n.series_id, s.name ORDER BY s.name`,
  }),
  grouped('21', 'Only groups of at least so many', {
    list: 'meetings',
    groups: 'groups(by: [MONTH], atLeast: 3) { keys count }',
    rows: `SELECT ARRAY[to_char(starts_on, 'YYYY-MM')] AS keys, count(*)::integer AS count FROM meeting WHERE merged_into_id IS NULL
      GROUP BY 1 HAVING count(*) >= 3 ORDER BY to_char(min(starts_on), 'YYYY-MM') NULLS LAST`,
  }),
  {
    number: '22',
    question: 'Groups beyond the first thousand',
    query:
      'query ($at: String) { area(code: "310000") { meetings { groups(by: [PERSON, PERSON, PERSON], first: 1000, after: $at) { keys ids count } } } }',
    variables: async (look) => {
      const { keys, ids } = (await look<{ keys: string[]; ids: string[] }>(TRIPLES))[999] ?? {
        keys: [],
        ids: [],
      };
      const place = keys.flatMap((key, at) => [key, ids[at] ?? null]);
      return { at: makeCursor(['Meeting groups PERSON, PERSON, PERSON by KEYS', place, '']) };
    },
    expected: async (look) => ({ area: { meetings: { groups: (await look(TRIPLES)).slice(1000, 2000) } } }),
  },
  grouped('23', 'Groups with what their keys stand for', {
    list: 'agreements(where: { title: { startsWith: "问湖" } })',
    groups:
      'groups(by: [PARTY], first: 8) { keys ids nodes { __typename ... on Organisation { id } ... on Area { code } } count }',
    rows: `SELECT ARRAY[name] AS keys, ARRAY[id] AS ids, json_build_array(CASE WHEN id LIKE 'org%' THEN json_build_object('__typename', 'Organisation', 'id', id)
        ELSE json_build_object('__typename', 'Area', 'code', id) END) AS nodes, count(*)::integer AS count
      FROM (SELECT ${PARTY} AS id, coalesce((SELECT name FROM organisation WHERE id = s.organisation_id), (SELECT name FROM area WHERE code = s.area_code)) AS name
        FROM signature AS s WHERE agreement_id LIKE 'agr\\_q%') AS y GROUP BY name, id ORDER BY name, id LIMIT 8`,
  }),
  told('24', 'By quarter, and by week', {
    query: `{ meetings(where: { date: { from: "2024-01-01" } }) { quarters: groups(by: [QUARTER]) { keys count } weeks: groups(by: [WEEK], orderBy: COUNT) { keys count } } }`,
    json: `json_build_object('meetings', json_build_object('quarters', ${periods('YYYY"-Q"Q', '1')}, 'weeks', ${periods('IYYY"-W"IW', 'count(*) DESC, 1')}))`,
  }),
  {
    number: '26',
    question: 'Trending keywords of a month',
    query: `{ articles(where: { publishedOn: { from: "2024-12-01", to: "2025-01-31" } }) { groups(by: [KEYWORD], orderBy: RISE,
      comparedWith: { publishedOn: { from: "2024-01-01", to: "2024-11-30" } }) { keys count compared rise } } }`,
    shown: ({ articles }: Trends) => ({
      articles: { groups: articles.groups.map((group) => ({ ...group, rise: round(group.rise) })) },
    }),
    expected: trends,
  },
  {
    number: '27',
    question: 'A way from one person to another',
    query:
      '{ path(from: "per_q1", to: "per_q8") { node { ... on Person { id } ... on Organisation { id } } via { ... on Meeting { id } ... on Agreement { id } } } }',
    shown: ({ path }: Path) => ({ from: path[0]?.node.id, to: path.at(-1)?.node.id, steps: path.length - 1 }),
    expected: async (look) => ({
      from: 'per_q1',
      to: 'per_q8',
      steps: await distance(look, 'per_q1', 'per_q8'),
    }),
  },
  told('47', 'Five counts and three charts at once', {
    query: `{ articles { totalCount } meetings { totalCount byYear: groups(by: [YEAR]) { keys count } byFormat: groups(by: [FORMAT]) { keys count } }
      people { totalCount } organisations { totalCount } agreements { totalCount byKind: groups(by: [KIND]) { keys count } } }`,
    json: `json_build_object('articles', json_build_object('totalCount', (SELECT count(*) FROM article WHERE superseded_by_id IS NULL)),
      'meetings', json_build_object('totalCount', ${unmerged('meeting')}, 'byYear', ${chart('meeting', "to_char(starts_on, 'YYYY')")}, 'byFormat', ${chart('meeting', 'format::text')}),
      'people', json_build_object('totalCount', ${unmerged('person')}), 'organisations', json_build_object('totalCount', ${unmerged('organisation')}),
      'agreements', json_build_object('totalCount', ${unmerged('agreement')}, 'byKind', ${chart('agreement', 'kind::text')}))`,
  }),
  {
    number: '48',
    question: 'Pairs that signed together, each once and none with itself, by number',
    query: `{ cosigners(first: 1000, where: { title: { startsWith: "问湖" } }) { count agreements(first: 100) { id } parties { ... on Organisation { id } ... on Area { code } } } }`,
    shown: ({ cosigners }: Pairs) => ({
      counts: cosigners.map(({ count }) => count),
      pairs: cosigners
        .map(
          ({ agreements, parties }) =>
            `${parties
              .map(({ id, code }) => id ?? code)
              .sort()
              .join(' ')} ${agreements.length}`,
        )
        .sort(),
    }),
    expected: async (look) => {
      const rows = await look<{
        one: string;
        other: string;
        n: number;
      }>(`SELECT one.id AS one, other.id AS other, count(*)::integer AS n
        FROM (${PARTIES}) AS one JOIN (${PARTIES}) AS other ON other.agreement_id = one.agreement_id AND one.id < other.id GROUP BY one.id, other.id`);
      return {
        counts: rows.map(({ n }) => n).sort((one, other) => other - one),
        pairs: rows.map(({ one, other, n }) => `${[one, other].sort().join(' ')} ${n}`).sort(),
      };
    },
  },
  grouped('49', 'Provinces by provinces: how many agreements each two signed', {
    list: 'agreements(where: { title: { startsWith: "问湖" } })',
    groups: 'groups(by: [PROVINCE, PROVINCE]) { keys count }',
    rows: `WITH party AS (SELECT DISTINCT agreement_id AS id, ${PROVINCE} AS name FROM signature AS s WHERE agreement_id LIKE 'agr\\_q%')
      SELECT json_build_array(a.name, b.name) AS keys, count(*)::integer AS count FROM party AS a JOIN party AS b ON b.id = a.id GROUP BY a.name, b.name ORDER BY a.name, b.name`,
  }),
  told('50', "A person's timeline: a row a post, with its first and its last day", {
    query: `{ person(id: "per_q1") { positions { groups(by: [TITLE, ORGANISATION], orderBy: FIRST_DAY) { keys ids firstDay lastDay count } } } }`,
    json: `json_build_object('person', json_build_object('positions', json_build_object('groups', ${array(`SELECT json_build_array(p.title, o.name) AS keys,
        json_build_array(NULL, o.id) AS ids, min(p.observed_on) AS "firstDay", max(p.observed_on) AS "lastDay", count(*) AS count
      FROM position AS p LEFT JOIN organisation AS o ON o.id = p.organisation_id WHERE p.person_id = 'per_q1' GROUP BY p.title, o.id ORDER BY min(p.observed_on)`)})))`,
  }),
];

/** SQL of the parties of the invented agreements. */
const PARTIES = `SELECT agreement_id, ${PARTY} AS id FROM signature AS s WHERE agreement_id LIKE 'agr\\_q%'`;

/** SQL of the meetings since 2024 by a part of their first day. */
function periods(format: string, order: string): string {
  return array(
    `SELECT ARRAY[to_char(starts_on, '${format}')] AS keys, count(*) AS count FROM meeting WHERE starts_on >= '2024-01-01' GROUP BY 1 ORDER BY ${order}`,
  );
}

/** SQL of the rows of a table by a value. */
function chart(table: string, value: string): string {
  return array(
    `SELECT ARRAY[${value}] AS keys, count(*) AS count FROM ${table} WHERE merged_into_id IS NULL GROUP BY ${value} ORDER BY ${value} NULLS LAST`,
  );
}

/** SQL of the number of rows of a table that were not merged into others. */
function unmerged(table: string): string {
  return `(SELECT count(*) FROM ${table} WHERE merged_into_id IS NULL)`;
}
