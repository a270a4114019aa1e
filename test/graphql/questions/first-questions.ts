import { makeCursor } from '../../support/make-cursor.ts';
import { array, grouped, listed, type Question, told, values } from './question.ts';

/** The meetings at which a person was. */
const meetingsOf = (id: string, role = '') =>
  `SELECT meeting_id FROM participation WHERE person_id = '${id}' ${role && `AND '${role}' = ANY (roles)`}`;

/** SQL of the meetings in Zhejiang, by what codes begin with. */
const IN_ZHEJIANG = `SELECT meeting_id FROM meeting_place WHERE area_code LIKE '33%'`;

/** Those who were with a person at meetings, with how many. */
const peersOf = (id: string) => `SELECT p.id, count(*)::integer AS count FROM participation AS own
  JOIN participation AS other ON other.meeting_id = own.meeting_id AND other.person_id <> own.person_id JOIN person AS p ON p.id = other.person_id
  WHERE own.person_id = ${id} GROUP BY p.id ORDER BY count(*) DESC, p.id`;

const PROVINCE = (code: string) => `(SELECT name FROM area WHERE code = left(${code}, 2) || '0000')`;
/** The name of the party of the signature `s`: its organisation, or the area in full. */
const PARTY = `coalesce((SELECT name FROM organisation WHERE id = s.organisation_id), (SELECT name FROM area WHERE code = s.area_code))`;

/** The questions that could be asked from the first: they go on to be one request each. */
export const FIRST_QUESTIONS: readonly Question[] = [
  listed('A1', 'Meetings in an area between two days that a person chaired', 'meetings', {
    where: {
      area: '330000',
      date: { from: '2024-03-01', to: '2025-06-30' },
      participation: { participant: 'per_q3', roles: ['CHAIR'] },
    },
    ids: `SELECT id FROM meeting WHERE coalesce(ends_on, starts_on) >= '2024-03-01' AND starts_on <= '2025-06-30'
      AND id IN (${meetingsOf('per_q3', 'CHAIR')}) AND id IN (${IN_ZHEJIANG})`,
  }),
  listed('A2', 'Meetings of A and B', 'meetings', {
    where: {
      and: [{ participation: { participant: 'per_q0' } }, { participation: { participant: 'per_q2' } }],
    },
    ids: `${meetingsOf('per_q0')} INTERSECT ${meetingsOf('per_q2')}`,
  }),
  listed('A3', 'Meetings of A, but not B', 'meetings', {
    where: { participation: { participant: 'per_q0' }, not: { participation: { participant: 'per_q2' } } },
    ids: `${meetingsOf('per_q0')} EXCEPT ${meetingsOf('per_q2')}`,
  }),
  listed('A4', 'Meetings at which agreements were signed', 'meetings', {
    where: { hasAgreements: true },
    ids: 'SELECT meeting_id FROM agreement',
  }),
  grouped('A5', 'Meetings per month', {
    list: 'meetings(where: { date: { from: "2024-01-01" } })',
    groups: 'groups(by: [MONTH]) { keys count }',
    rows: `SELECT ARRAY[to_char(starts_on, 'YYYY-MM')] AS keys, count(*)::integer AS count FROM meeting
      WHERE starts_on >= '2024-01-01' GROUP BY 1 ORDER BY 1`,
  }),
  grouped('A6', 'Meetings by province and month', {
    list: 'meetings(where: { date: { from: "2024-01-01" } })',
    groups: 'groups(by: [PROVINCE, MONTH], first: 1000) { keys count }',
    rows: `SELECT ARRAY[${PROVINCE('p.area_code')}, to_char(m.starts_on, 'YYYY-MM')] AS keys, count(DISTINCT m.id)::integer AS count
      FROM meeting AS m LEFT JOIN meeting_place AS p ON p.meeting_id = m.id WHERE starts_on >= '2024-01-01'
      GROUP BY 1 ORDER BY (${PROVINCE('min(p.area_code)')}) NULLS LAST, 1`,
  }),
  grouped('A7', 'Meetings per series', {
    list: 'meetings',
    groups: 'groups(by: [SERIES]) { keys ids count }',
    rows: `SELECT ARRAY[s.name] AS keys, ARRAY[s.id] AS ids, count(DISTINCT m.id)::integer AS count FROM meeting AS m
      LEFT JOIN meeting_session AS n ON n.meeting_id = m.id LEFT JOIN meeting_series AS s ON s.id = n.series_id
      WHERE m.merged_into_id IS NULL GROUP BY s.id ORDER BY s.name NULLS LAST`,
  }),
  told('A8', 'The people who are at most meetings', {
    query:
      '{ people(first: 10, orderBy: { field: MEETINGS, direction: DESC }) { nodes { id meetings { totalCount } } } }',
    json: `json_build_object('people', json_build_object('nodes', ${array(`SELECT id, json_build_object('totalCount', n) AS meetings
      FROM (SELECT p.id, (SELECT count(*) FROM participation AS t WHERE t.person_id = p.id) AS n FROM person AS p WHERE merged_into_id IS NULL) AS x
      ORDER BY n DESC, id DESC LIMIT 10`)}))`,
  }),
  grouped('A9', 'Agreements per party', {
    list: 'agreements(where: { title: { startsWith: "问湖" } })',
    groups: 'groups(by: [PARTY], orderBy: COUNT) { keys count }',
    rows: `SELECT ARRAY[${PARTY}] AS keys, count(*)::integer AS count FROM signature AS s WHERE agreement_id LIKE 'agr\\_q%'
      GROUP BY s.organisation_id, s.area_code ORDER BY count(*) DESC, 1`,
  }),
  grouped('A10', 'Who chaired most meetings', {
    list: 'meetings(where: { participation: { roles: [CHAIR] } })',
    groups: 'groups(by: [CHAIR], orderBy: COUNT, first: 10) { ids count }',
    rows: `SELECT ARRAY[p.id] AS ids, count(*)::integer AS count FROM participation AS t JOIN person AS p ON p.id = t.person_id
      WHERE 'CHAIR' = ANY (t.roles) GROUP BY p.id ORDER BY count(*) DESC, p.name, p.id LIMIT 10`,
  }),
  grouped('A11', 'Pairs of cosigners, each with itself and in both directions', {
    list: 'agreements(where: { title: { startsWith: "问湖" } })',
    groups: 'groups(by: [PARTY, PARTY], orderBy: COUNT, first: 1000) { keys count }',
    rows: `WITH party AS (SELECT s.agreement_id AS id, ${PARTY} AS name FROM signature AS s WHERE agreement_id LIKE 'agr\\_q%')
      SELECT ARRAY[a.name, b.name] AS keys, count(*)::integer AS count FROM party AS a JOIN party AS b ON b.id = a.id GROUP BY a.name, b.name
      ORDER BY count(*) DESC, a.name, b.name`,
  }),
  told('A12', 'Who was at meetings with a person', {
    query: '{ person(id: "per_q1") { peers(first: 100) { person { id } count } } }',
    json: `json_build_object('person', json_build_object('peers', ${array(
      `SELECT json_build_object('id', id) AS person, count FROM (${peersOf("'per_q1'")}) AS y`,
    )}))`,
  }),
  told('A13', 'Who was at meetings with those', {
    query:
      '{ person(id: "per_q1") { peers(first: 3) { person { id peers(first: 5) { person { id } count } } } } }',
    json: `json_build_object('person', json_build_object('peers', ${array(
      `SELECT json_build_object('id', y.id, 'peers', ${array(
        `SELECT json_build_object('id', id) AS person, count FROM (${peersOf('y.id')}) AS z LIMIT 5`,
      )}) AS person FROM (${peersOf("'per_q1'")}) AS y LIMIT 3`,
    )}))`,
  }),
  told('A14', 'The positions of a person on a day', {
    query: '{ person(id: "per_q2") { positions(on: "2025-02-01") { nodes { title observedOn } } } }',
    json: `json_build_object('person', json_build_object('positions', json_build_object('nodes', ${array(
      `SELECT title, observed_on AS "observedOn" FROM position WHERE person_id = 'per_q2' AND observed_on = date '2025-03-01' + 2`,
    )})))`,
  }),
  listed('A15', 'Who held a post between two days', 'people', {
    where: { position: { role: { equals: '副局长' }, observedOn: { from: '2025-03-14', to: '2025-03-18' } } },
    ids: `SELECT person_id FROM position WHERE role = '副局长' AND observed_on BETWEEN '2025-03-14' AND '2025-03-18'`,
  }),
  told('A16', "An organisation's posts of a role", {
    query: `{ organisation(id: "org_q2") { positions(where: { role: { equals: "局长" } }) { nodes { title person { id } observedOn } } } }`,
    json: `json_build_object('organisation', json_build_object('positions', json_build_object('nodes', ${array(
      `SELECT title, json_build_object('id', person_id) AS person, observed_on AS "observedOn" FROM position
        WHERE organisation_id = 'org_q2' AND role = '局长' ORDER BY observed_on, id`,
    )})))`,
  }),
  told(
    'A17',
    'How many meetings of a year each of some people chaired, and how many agreements were signed at them',
    {
      query: `{ people(where: { ids: ["per_q1", "per_q3"] }) { nodes { id
      meetings(where: { date: { from: "2024-01-01", to: "2024-12-31" }, participation: { roles: [CHAIR] } }) { totalCount nodes { id agreements { totalCount } } } } } }`,
      json: `json_build_object('people', json_build_object('nodes', ${array(`SELECT p.id, json_build_object('totalCount', count(*), 'nodes',
        json_agg(json_build_object('id', m.id, 'agreements', json_build_object('totalCount', (SELECT count(*) FROM agreement AS a WHERE a.meeting_id = m.id)))
          ORDER BY m.starts_on DESC)) AS meetings
      FROM person AS p JOIN participation AS t ON t.person_id = p.id JOIN meeting AS m ON m.id = t.meeting_id
      WHERE p.id IN ('per_q1', 'per_q3') AND coalesce(m.ends_on, m.starts_on) >= '2024-01-01' AND m.starts_on <= '2024-12-31'
        AND EXISTS (SELECT FROM participation AS c WHERE c.meeting_id = m.id AND 'CHAIR' = ANY (c.roles))
      GROUP BY p.id, p.name ORDER BY p.name`)}))`,
    },
  ),
  told('A18', 'Three levels of areas with the numbers of their meetings and organisations', {
    query: `{ area(code: "330000") { name meetings { totalCount } children { name meetings { totalCount } organisations { totalCount }
      children { code meetings { totalCount } } } } }`,
    json: `json_build_object('area', (SELECT json_build_object('name', a.name, 'meetings', (${totalAt('33')}), 'children', ${array(
      `SELECT b.name, (${totalAt("' || left(b.code, 4) || '")}) AS meetings,
        (SELECT json_build_object('totalCount', count(*)) FROM organisation AS o WHERE o.merged_into_id IS NULL AND o.area_code = b.code) AS organisations,
        ${array(`SELECT c.code, (${totalAt("' || c.code || '")}) AS meetings FROM area AS c WHERE c.parent_code = b.code ORDER BY c.code LIMIT 50`)} AS children
      FROM area AS b WHERE b.parent_code = a.code ORDER BY b.code LIMIT 50`,
    )}) FROM area AS a WHERE a.code = '330000'))`,
  }),
  told('A19', 'The evidence of facts of five types', {
    query: `{ meeting(id: "mtg_q2") { evidence { ...said } participations(first: 1) { nodes { evidence { ...said }
        participant { ... on Person { positions(first: 1) { nodes { evidence { ...said } } } } } } }
        agreements { nodes { evidence { ...said } signatures(first: 1) { evidence { ...said } } } } } }
      fragment said on Evidence { quote wordsStart article { id } }`,
    json: `json_build_object('meeting', json_build_object('evidence', ${saidOf("meeting_id = 'mtg_q2'")}, 'participations', json_build_object('nodes', ${array(
      `SELECT ${saidOf('participation_id = p.id')} AS evidence, json_build_object('positions', json_build_object('nodes',
          ${array(`SELECT ${saidOf('position_id = o.id')} AS evidence FROM position AS o WHERE o.person_id = p.person_id ORDER BY o.observed_on LIMIT 1`)})) AS participant
        FROM participation AS p WHERE meeting_id = 'mtg_q2' ORDER BY ordinal LIMIT 1`,
    )}), 'agreements', json_build_object('nodes', ${array(
      `SELECT ${saidOf('agreement_id = g.id')} AS evidence, ${array(
        `SELECT ${saidOf('signature_id = s.id')} AS evidence FROM signature AS s WHERE s.agreement_id = g.id ORDER BY s.ordinal LIMIT 1`,
      )} AS signatures FROM agreement AS g WHERE meeting_id = 'mtg_q2'`,
    )})))`,
  }),
  {
    number: 'A20',
    question: '`node` for seven types',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`,
    variables: { ids: ['per_q1', 'org_q1', 'mtg_q1', 'agr_q1', 'ser_q1', 'art_q1', 'doc_q1'] },
    expected: () => ({
      nodes: [
        ['Person', 'per_q1'],
        ['Organisation', 'org_q1'],
        ['Meeting', 'mtg_q1'],
        ['Agreement', 'agr_q1'],
        ['MeetingSeries', 'ser_q1'],
        ['Article', 'art_q1'],
        ['SourceDocument', 'doc_q1'],
      ].map(([__typename, id]) => ({ __typename, id })),
    }),
  },
  told('A21', 'One relation several times, each with its own filter', {
    query: `{ meeting(id: "mtg_q3") { chairs: participations(where: { roles: [CHAIR] }) { nodes { nameAsPrinted } }
      others: participations(where: { not: { roles: [CHAIR] } }) { totalCount nodes { nameAsPrinted } } } }`,
    json: `json_build_object('meeting', json_build_object('chairs', json_build_object('nodes', ${array(
      `SELECT name_as_printed AS "nameAsPrinted" FROM participation WHERE meeting_id = 'mtg_q3' AND 'CHAIR' = ANY (roles)`,
    )}), 'others', (SELECT json_build_object('totalCount', count(*), 'nodes', json_agg(json_build_object('nameAsPrinted', name_as_printed) ORDER BY ordinal))
      FROM participation WHERE meeting_id = 'mtg_q3' AND NOT 'CHAIR' = ANY (roles))))`,
  }),
  told('A22', 'Parties and participants, whatever they are', {
    query: `{ agreement(id: "agr_q4") { signatures { party { __typename ...of } } meeting { participations { nodes { participant { __typename ... on Person { id } ...of } } } } } }
      fragment of on Node { ... on Organisation { id name } ... on Area { code name } }`,
    json: `json_build_object('agreement', json_build_object('signatures', ${array(`SELECT CASE WHEN s.area_code IS NULL
        THEN json_build_object('__typename', 'Organisation', 'id', s.organisation_id, 'name', ${PARTY})
        ELSE json_build_object('__typename', 'Area', 'code', s.area_code, 'name', ${PARTY}) END AS party
      FROM signature AS s WHERE agreement_id = 'agr_q4' ORDER BY ordinal`)}, 'meeting', json_build_object('participations', json_build_object('nodes', ${array(
      `SELECT CASE WHEN t.person_id IS NOT NULL THEN json_build_object('__typename', 'Person', 'id', t.person_id)
          ELSE json_build_object('__typename', 'Organisation', 'id', t.organisation_id, 'name', t.name_as_printed) END AS participant
        FROM participation AS t WHERE meeting_id = 'mtg_q8' ORDER BY ordinal`,
    )}))))`,
  }),
  {
    number: 'A23',
    question: 'Variables that are left out or null, and fields that are included or not',
    query: `query ($who: ID!, $day: DateRange, $first: Int, $withPosts: Boolean!) { person(id: $who) { id
      positions(first: $first) @include(if: $withPosts) { totalCount } meetings(first: $first, where: { date: $day }) { totalCount } } }`,
    variables: { who: 'per_q4', first: null, withPosts: false },
    expected: async (look) => {
      const [totalCount] = await look<{ n: number }>(
        `SELECT count(*)::integer AS n FROM participation WHERE person_id = 'per_q4'`,
      );
      return { person: { id: 'per_q4', meetings: { totalCount: totalCount?.n } } };
    },
  },
  told('A24', 'Pages in both directions', {
    query: `query ($at: String) { next: meetings(first: 4, after: $at) { nodes { id } pageInfo { hasNextPage hasPreviousPage } }
      former: meetings(last: 4, before: $at) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
    variables: { at: makeCursor(['Meeting STARTS_ON DESC', ['2025-01-04'], 'mtg_q30']) },
    json: `json_build_object('next', ${pageOf("m.starts_on < '2025-01-04'", 'DESC')}, 'former', ${pageOf("m.starts_on > '2025-01-04'", 'ASC')})`,
  }),
  listed('A25', 'Articles by person, organisation, date and publisher', 'articles', {
    where: {
      person: 'per_q4',
      organisation: 'org_q4',
      publishedOn: { from: '2024-01-01', to: '2024-12-31' },
      publisher: { equals: '新華問社' },
    },
    ids: `SELECT id FROM article WHERE publisher = '新华问社' AND published_on BETWEEN '2024-01-01' AND '2024-12-31'
      AND id IN (SELECT article_id FROM evidence WHERE person_id = 'per_q4') AND id IN (SELECT article_id FROM evidence WHERE organisation_id = 'org_q4')`,
  }),
  listed('A26', 'Meetings of any of several people', 'meetings', {
    where: { participation: { person: { ids: ['per_q7', 'per_q9'] } } },
    ids: `${meetingsOf('per_q7')} UNION ${meetingsOf('per_q9')}`,
  }),
  listed('A27', 'People in no meeting', 'people', {
    where: { not: { participation: {} } },
    ids: `SELECT id FROM person WHERE merged_into_id IS NULL EXCEPT SELECT person_id FROM participation`,
  }),
  listed('A28', 'People without a post', 'people', {
    where: { not: { position: {} } },
    ids: `SELECT id FROM person WHERE merged_into_id IS NULL EXCEPT SELECT person_id FROM position`,
  }),
  grouped('A29', 'Articles per month', {
    list: 'articles(where: { publishedOn: { from: "2024-01-01" } })',
    groups: 'groups(by: [MONTH]) { keys count }',
    rows: `SELECT ARRAY[to_char(published_on, 'YYYY-MM')] AS keys, count(*)::integer AS count FROM article
      WHERE published_on >= '2024-01-01' AND superseded_by_id IS NULL GROUP BY 1 ORDER BY 1`,
  }),
  listed('A30', 'Agreements that four provinces all signed', 'agreements', {
    where: { and: ['310000', '320000', '330000', '340000'].map((partyArea) => ({ partyArea })) },
    ids: `SELECT agreement_id FROM signature WHERE area_code IN ('310000', '320000', '330000', '340000') GROUP BY 1 HAVING count(*) = 4`,
  }),
  listed('A31', 'And, or, not', 'meetings', {
    where: {
      date: { from: '2024-01-01' },
      or: [{ format: ['VIDEO'] }, { and: [{ hasAgreements: true }, { not: { area: '330000' } }] }],
    },
    ids: `SELECT id FROM meeting WHERE starts_on >= '2024-01-01' AND (format = 'VIDEO'
      OR id IN (SELECT meeting_id FROM agreement) AND id NOT IN (${IN_ZHEJIANG}))`,
  }),
  told('A32', 'The latest meeting of each series', {
    query:
      '{ meetingSeries(where: { name: { contains: "问会" } }) { nodes { id meetings(first: 1) { nodes { id startsOn } } } } }',
    json: `json_build_object('meetingSeries', json_build_object('nodes', ${array(
      `SELECT s.id, json_build_object('nodes', ${array(
        `SELECT m.id, m.starts_on AS "startsOn" FROM meeting AS m JOIN meeting_session AS n ON n.meeting_id = m.id WHERE n.series_id = s.id
        ORDER BY m.starts_on DESC NULLS LAST LIMIT 1`,
      )}) AS meetings FROM meeting_series AS s WHERE s.name LIKE '%问会' ORDER BY s.name`,
    )}))`,
  }),
  {
    number: 'A33',
    question: 'Thirty fields of the root',
    query: `{ ${Array.from({ length: 30 }, (_, n) => `m${n}: meeting(id: "mtg_q${n}") { name participations { totalCount } }`).join(' ')} }`,
    expected: async (look) => {
      const rows = await look<{
        id: string;
        name: string;
        n: number;
      }>(`SELECT m.id, m.name, count(p.id)::integer AS n FROM meeting AS m
        LEFT JOIN participation AS p ON p.meeting_id = m.id WHERE m.id LIKE 'mtg\\_q%' GROUP BY m.id`);
      const byId = new Map(rows.map(({ id, name, n }) => [id, { name, participations: { totalCount: n } }]));
      return Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`m${n}`, byId.get(`mtg_q${n}`)]));
    },
  },
];

/** SQL of the number of meetings at places whose codes begin with something. */
function totalAt(code: string): string {
  return `SELECT json_build_object('totalCount', count(DISTINCT meeting_id)) FROM meeting_place WHERE area_code LIKE '${code}%'`;
}

/** SQL of the sentences that state something, as the fragment `said` asks for them. */
function saidOf(fact: string): string {
  return array(`SELECT quote, start AS "wordsStart", json_build_object('id', article_id) AS article FROM evidence WHERE ${fact}
    ORDER BY article_id, start, evidence.id LIMIT 20`);
}

/** SQL of four meetings on one side of a day, the latest first. */
function pageOf(side: string, direction: 'ASC' | 'DESC'): string {
  return `json_build_object('nodes', ${values(`SELECT json_build_object('id', id) FROM (SELECT m.id, m.starts_on FROM meeting AS m
      WHERE m.merged_into_id IS NULL AND ${side} ORDER BY m.starts_on ${direction} LIMIT 4) AS p ORDER BY p.starts_on DESC`)},
    'pageInfo', json_build_object('hasNextPage', TRUE, 'hasPreviousPage', TRUE))`;
}
