import { makeCursor } from '../../support/make-cursor.ts';
import { array, listed, type Question, told, values } from './question.ts';

const AT = (like: string) => `SELECT meeting_id FROM meeting_place WHERE area_code LIKE '${like}%'`;
/** The parts of people who came as holders of posts. */
const HELD = `SELECT p.id, p.meeting_id, p.person_id, o.organisation_id, o.title FROM participation AS p
  JOIN participation_position AS l ON l.participation_id = p.id JOIN position AS o ON o.id = l.position_id`;
const NAMED = (column: string, id: string) => `SELECT article_id FROM evidence WHERE ${column} = '${id}'`;

/** What pages say of meetings. */
interface Said {
  readonly meetings: {
    readonly nodes: readonly {
      readonly statements: readonly {
        readonly places: readonly { readonly name: string }[];
        readonly evidence: readonly {
          readonly quote: string;
          readonly start: number;
          readonly wordsStart: number;
          readonly wordsEnd: number;
        }[];
      }[];
    }[];
  };
}

/** Questions for rows of lists, and for what belongs to one row, that no request answered once. */
export const LIST_QUESTIONS: readonly Question[] = [
  listed(
    '1',
    'Meetings with a participant from an organisation, also through holders of its posts',
    'meetings',
    {
      where: { body: 'org_q5' },
      ids: `SELECT meeting_id FROM participation WHERE organisation_id = 'org_q5'
      UNION SELECT meeting_id FROM (${HELD}) AS h WHERE organisation_id = 'org_q5'`,
    },
  ),
  listed('2', 'Meetings with a participant who holds a post', 'meetings', {
    where: { participation: { position: { title: { equals: '甲问局局长' } } } },
    ids: `SELECT meeting_id FROM (${HELD}) AS h WHERE title = '甲问局局长'`,
  }),
  listed('3', 'Meetings chaired by a person of this name', 'meetings', {
    where: { participation: { roles: ['CHAIR'], person: { name: { equals: '王一鸣' } } } },
    ids: `SELECT meeting_id FROM participation WHERE 'CHAIR' = ANY (roles) AND person_id IN ('per_q0', 'per_q5')`,
  }),
  listed('4', 'People at meetings in an area between two days', 'people', {
    where: { participation: { at: { area: '310000', date: { from: '2024-06-01', to: '2025-03-31' } } } },
    ids: `SELECT p.person_id FROM participation AS p JOIN meeting AS m ON m.id = p.meeting_id
      WHERE coalesce(m.ends_on, m.starts_on) >= '2024-06-01' AND m.starts_on <= '2025-03-31' AND m.id IN (${AT('31')})`,
  }),
  listed('5', 'Who held a post and was at meetings in an area', 'people', {
    where: { position: { role: { equals: '省长' } }, participation: { at: { area: '330500' } } },
    ids: `SELECT person_id FROM position WHERE role = '省长' INTERSECT SELECT person_id FROM participation WHERE meeting_id IN (${AT('3305')})`,
  }),
  listed('6', 'Organisations with agreements of a kind since a day', 'organisations', {
    where: { agreement: { kind: ['DECLARATION'], signedOn: { from: '2025-10-01' } } },
    ids: `SELECT s.organisation_id FROM signature AS s JOIN agreement AS a ON a.id = s.agreement_id
      WHERE a.kind = 'DECLARATION' AND a.signed_on >= '2025-10-01'`,
  }),
  listed('7', 'Articles that report no meeting', 'articles', {
    where: { not: { meetings: {} } },
    ids: `SELECT id FROM article WHERE superseded_by_id IS NULL EXCEPT SELECT article_id FROM evidence WHERE meeting_id IS NOT NULL`,
  }),
  listed('8', "Meetings whose text matches words, in another list's filter", 'people', {
    where: { participation: { roles: ['SPEAKER'], at: { matches: '"大氣防治" 問會' } } },
    ids: `SELECT p.person_id FROM participation AS p JOIN meeting AS m ON m.id = p.meeting_id
      WHERE 'SPEAKER' = ANY (p.roles) AND m.name LIKE '%大气防治%' AND m.name LIKE '%问会%'`,
  }),
  told('9', 'A search within one person, organisation or publisher', {
    query: `{ person: articles(first: 100, where: { matches: "蓝藻", person: "per_q6" }) { nodes { id } }
      organisation: articles(first: 100, where: { matches: "蓝藻", organisation: "org_q6" }) { nodes { id } }
      publisher: articles(first: 100, where: { matches: "蓝藻", publisher: { equals: "湖州问报" } }) { nodes { id } } }`,
    json: `json_build_object('person', ${foundIn(NAMED('person_id', 'per_q6'))}, 'organisation', ${foundIn(NAMED('organisation_id', 'org_q6'))},
      'publisher', ${foundIn(`SELECT id FROM article WHERE publisher = '湖州问报'`)})`,
  }),
  listed('10', 'Agreements with exactly this area or state as a party', 'agreements', {
    where: { or: [{ partyArea: 'SG' }, { partyArea: '320000' }] },
    ids: `SELECT agreement_id FROM signature WHERE area_code IN ('SG', '320000')`,
  }),
  listed('11', 'Meetings with more than five participants', 'meetings', {
    where: { count: { participations: { atLeast: 6 } } },
    ids: `SELECT meeting_id FROM participation GROUP BY 1 HAVING count(*) > 5`,
  }),
  told('25', 'A list in an order of several keys', {
    query: `{ meetings(first: 30, where: { name: { contains: "问会" } }, orderBy: [{ field: PARTICIPATIONS, direction: DESC }, { count: { agreements: {} } }, { field: NAME }]) { nodes { id } } }`,
    json: `json_build_object('meetings', json_build_object('nodes', ${array(`SELECT id FROM (SELECT m.id, m.name,
        (SELECT count(*) FROM participation AS p WHERE p.meeting_id = m.id) AS parts, (SELECT count(*) FROM agreement AS a WHERE a.meeting_id = m.id) AS signed
      FROM meeting AS m WHERE m.name LIKE '%问会%' AND m.merged_into_id IS NULL) AS y ORDER BY parts DESC, signed, name, id LIMIT 30`)}))`,
  }),
  listed('28', 'All participations of a period', 'participations', {
    where: { at: { date: { from: '2024-05-01', to: '2024-07-31' } } },
    ids: `SELECT p.id FROM participation AS p JOIN meeting AS m ON m.id = p.meeting_id
      WHERE coalesce(m.ends_on, m.starts_on) >= '2024-05-01' AND m.starts_on <= '2024-07-31'`,
  }),
  listed('29', 'All positions named 省长 on a day', 'positions', {
    where: { role: { equals: '省長' }, observedOn: { from: '2025-06-30', to: '2025-06-30' } },
    ids: `SELECT id FROM position WHERE role = '省长' AND observed_on = '2025-06-30'`,
  }),
  listed('30', 'Who holds posts in an area', 'people', {
    where: { position: { area: '320000' } },
    ids: `SELECT o.person_id FROM position AS o LEFT JOIN organisation AS b ON b.id = o.organisation_id WHERE coalesce(o.area_code, b.area_code) LIKE '32%'`,
  }),
  told('31', 'Positions of one person, filtered and paged', {
    query: `query ($at: String) { person(id: "per_q1") { positions(first: 1, after: $at, where: { observedOn: { from: "2025-01-01" } }) {
      totalCount nodes { title observedOn } pageInfo { hasNextPage hasPreviousPage } } } }`,
    variables: { at: makeCursor(['Position TIMELINE ASC', ['2025-03-02', '0'], 'zzz']) },
    json: `json_build_object('person', json_build_object('positions', json_build_object('totalCount', 2, 'nodes', ${array(
      `SELECT title, observed_on AS "observedOn" FROM position WHERE person_id = 'per_q1' AND observed_on > '2025-03-02'`,
    )}, 'pageInfo', json_build_object('hasNextPage', FALSE, 'hasPreviousPage', TRUE))))`,
  }),
  told('32', 'All facts of one article in the order of its text', {
    query: '{ article(id: "art_q2") { facts(first: 1000) { fact { id } evidence { wordsStart quote } } } }',
    json: `json_build_object('article', json_build_object('facts', ${array(`SELECT json_build_object('id', coalesce(person_id, organisation_id,
        position_id, meeting_id, participation_id, agreement_id, signature_id)) AS fact, json_build_object('wordsStart', start, 'quote', quote) AS evidence
      FROM evidence WHERE article_id = 'art_q2' ORDER BY start, "end", id`)}))`,
  }),
  told('33', 'What says the name, the session, the place, the day and the chair of a meeting', {
    query: `{ meeting(id: "mtg_q0") { statements { article { id } names startsOn endsOn dateBasis places { code } chairs { id } evidence { quote wordsStart wordsEnd } } } }`,
    json: `json_build_object('meeting', json_build_object('statements', json_build_array(
      json_build_object('article', '{"id": "art_q0"}'::json, 'names', '["太湖治理问会"]'::json, 'startsOn', '2024-01-10', 'endsOn', '2024-01-11',
        'dateBasis', 'STATED', 'places', '[{"code": "330500"}, {"code": "330100"}]'::json, 'chairs', '[{"id": "per_q0"}]'::json, 'evidence', ${spans('art_q0')}),
      json_build_object('article', '{"id": "art_q40"}'::json, 'names', '["太湖治理第零次问会", "问会"]'::json, 'startsOn', '2024-01-11', 'endsOn', NULL,
        'dateBasis', 'STATED', 'places', '[{"code": "310118"}]'::json, 'chairs', '[]'::json, 'evidence', ${spans('art_q40')}))))`,
  }),
  {
    number: '33',
    question: 'In which sentences a page says as what, when and where a meeting was held',
    query: `{ meetings(where: { name: { contains: "生态环境保护协作小组第二次工作会议" } }) { nodes { statements { places { name } evidence { quote start wordsStart wordsEnd } } } } }`,
    shown: ({ meetings: { nodes } }: Said) =>
      nodes.map(({ statements }) =>
        statements.map(({ places, evidence }) => ({
          places: places.map(({ name }) => name),
          said: evidence.map(({ quote, start, wordsStart, wordsEnd }) => [
            quote.slice(wordsStart - start, wordsEnd - start),
            quote.slice(0, 12),
          ]),
        })),
      ),
    expected: () => [
      [
        {
          places: ['上海市', '北京市'],
          said: [
            ['长三角区域生态环境保护协作小组会议', '长三角区域生态环境保护协'],
            ['长三角区域生态环境保护协作小组第二次工作会议', '长三角区域生态环境保护协'],
            ['8月17日', '长三角区域生态环境保护协'],
            ['上海', '会议在上海、北京分设会场'],
            ['北京', '会议在上海、北京分设会场'],
          ],
        },
      ],
    ],
  },
  {
    number: '34',
    question: '`node` for a position, a participation, a signature, a decision and an area',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    variables: async (look) => ({ ids: (await look<{ id: string }>(HASHED)).map(({ id }) => id) }),
    expected: async (look) => ({ nodes: await look(HASHED) }),
  },
  told('36', 'Pages by address, and by the day on which they were taken in', {
    query: `{ byAddress: documents(where: { url: { startsWith: "https://wen.example/1" } }, orderBy: { field: URL }) { totalCount nodes { url } }
      byDay: documents(where: { retrievedAt: { from: "2025-01-03T00:00:00+08:00", to: "2025-01-03T23:59:59.999+08:00" } }) { nodes { id } } }`,
    json: `json_build_object('byAddress', (SELECT json_build_object('totalCount', count(*), 'nodes', json_agg(json_build_object('url', url) ORDER BY url))
        FROM source_document WHERE url LIKE 'https://wen.example/1%'),
      'byDay', json_build_object('nodes', ${array(`SELECT id FROM source_document WHERE (retrieved_at AT TIME ZONE 'Asia/Shanghai')::date = '2025-01-03'
        ORDER BY retrieved_at DESC`)}))`,
  }),
  listed('37', 'Areas by name', 'areas', {
    where: { name: { in: ['浙江', '湖州市', '新加坡'] } },
    ids: `SELECT code FROM area WHERE name IN ('浙江', '湖州市', '新加坡') OR short_names && '{浙江,湖州市,新加坡}'`,
  }),
  told('38', 'What has no parent, no day, no place, no address', {
    query: `{ organisations(first: 100, where: { parent: null, name: { contains: "问" } }) { totalCount } undated: meetings(where: { date: null }) { totalCount }
      placeless: meetings(where: { area: null }) { totalCount } documents(where: { url: { equals: null } }) { totalCount } }`,
    json: `json_build_object('organisations', ${total(`organisation WHERE parent_id IS NULL AND name LIKE '%问%'`)},
      'undated', ${total('meeting WHERE starts_on IS NULL AND merged_into_id IS NULL')},
      'placeless', ${total('meeting WHERE merged_into_id IS NULL AND id NOT IN (SELECT meeting_id FROM meeting_place)')},
      'documents', ${total('source_document WHERE url IS NULL')})`,
  }),
  listed('39', 'A filter in Traditional characters', 'meetings', {
    where: { name: { contains: '長江保護' } },
    ids: `SELECT id FROM meeting WHERE name LIKE '%长江保护%'`,
  }),
  told('40', 'Series of which sessions are missing', {
    query:
      '{ meetingSeries(where: { hasGaps: true, name: { contains: "问会" } }) { nodes { id missingOrdinals } } }',
    json: `json_build_object('meetingSeries', json_build_object('nodes', ${array(
      `SELECT s.id, ${values(
        `SELECT n FROM generate_series((SELECT min(ordinal) FROM meeting_session WHERE series_id = s.id), (SELECT max(ordinal) FROM meeting_session WHERE series_id = s.id)) AS n
        WHERE n NOT IN (SELECT ordinal FROM meeting_session WHERE series_id = s.id) ORDER BY n`,
      )} AS "missingOrdinals" FROM meeting_series AS s WHERE s.name LIKE '%问会' ORDER BY s.name`,
    )}))`,
  }),
  told('41', 'All contradictions', {
    query:
      '{ contradictions(first: 100) { totalCount nodes { field entity { id } statements { value isShown articles { id } } } } }',
    json: `(SELECT json_build_object('contradictions', json_build_object('totalCount', count(*), 'nodes', json_agg(json_build_object('field', c ->> 'field',
        'entity', json_build_object('id', y.id), 'statements', ${array(`SELECT CASE c ->> 'field' WHEN 'PLACE' THEN (SELECT name FROM area WHERE code = s -> 'values' ->> 0)
            ELSE s -> 'values' ->> 0 END AS value, place = 1 AS "isShown", ${array(`SELECT a.id FROM jsonb_array_elements_text(s -> 'articleIds') AS a(id)`)} AS articles
          FROM jsonb_array_elements(c -> 'alternatives') WITH ORDINALITY AS l(s, place) ORDER BY place`)}) ORDER BY y.day DESC, y.id || ' ' || (c ->> 'field') DESC)))
      FROM (SELECT id, starts_on AS day, contradictions FROM meeting UNION ALL SELECT id, signed_on, contradictions FROM agreement) AS y, jsonb_array_elements(y.contradictions) AS c)`,
  }),
  told('42', 'All copies, and those that were spun', {
    query: `{ copies: articles(first: 100, where: { isCopy: true }) { nodes { id duplicateOf { id } similarity } } spun: articles(where: { isSpun: true }) { nodes { id } } }`,
    json: `json_build_object('copies', json_build_object('nodes', ${array(`SELECT id, json_build_object('id', duplicate_of_id) AS "duplicateOf", similarity FROM article
        WHERE duplicate_of_id IS NOT NULL ORDER BY published_on DESC NULLS LAST, id DESC`)}),
      'spun', json_build_object('nodes', ${array('SELECT id FROM article WHERE is_spun')}))`,
  }),
  told('43', 'Pages in quarantine, with the reasons', {
    query: '{ quarantinedDocuments { totalCount nodes { id code } groups(by: [CODE]) { keys count } } }',
    json: `json_build_object('quarantinedDocuments', json_build_object('totalCount', (SELECT count(*) FROM quarantined_document),
      'nodes', ${array('SELECT id, code FROM quarantined_document ORDER BY quarantined_at DESC')},
      'groups', ${array('SELECT ARRAY[code] AS keys, count(*) FROM quarantined_document GROUP BY code ORDER BY code')}))`,
  }),
  told('44', 'Decisions beyond the first hundred', {
    query: `query ($at: String) { decisions(first: 100, after: $at) { totalCount nodes { id action } pageInfo { hasNextPage } } }`,
    variables: {
      at: makeCursor([
        'Decision DECIDED_AT DESC',
        ['2025-03-01 00:30:00+00'],
        'ffffffff-ffff-4fff-8fff-ffffffffffff',
      ]),
    },
    json: `json_build_object('decisions', json_build_object('totalCount', (SELECT count(*) FROM identity_decision), 'nodes', ${array(
      `SELECT id, action FROM identity_decision WHERE decided_at <= '2025-03-01 00:30:00Z' ORDER BY decided_at DESC, id DESC`,
    )}, 'pageInfo', json_build_object('hasNextPage', FALSE)))`,
  }),
  {
    number: '44',
    question: 'Open questions beyond the first hundred',
    query: `{ openQuestions(types: [PERSON], last: 20) { totalCount nodes { left { id } right { id } } pageInfo { hasPreviousPage } } }`,
    // The pairs are found by their names, and then one statement reads what is shown.
    statements: 3,
    expected: async (look) => {
      const pairs =
        await look(`SELECT json_build_object('id', a.id) AS left, json_build_object('id', b.id) AS right FROM person AS a
        JOIN person AS b ON b.name = a.name AND a.id < b.id WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL ORDER BY a.id DESC, b.id DESC`);
      return {
        openQuestions: {
          totalCount: pairs.length,
          nodes: pairs.slice(-20),
          pageInfo: { hasPreviousPage: true },
        },
      };
    },
  },
  told('45', 'Excerpts of texts', {
    query:
      '{ articles(first: 100, where: { publisher: { equals: "人民问报" } }) { nodes { id excerpt(length: 12) } } }',
    json: `json_build_object('articles', json_build_object('nodes', ${array(`SELECT id, left(text, 12) || '…' AS excerpt FROM article
      WHERE publisher = '人民问报' AND superseded_by_id IS NULL ORDER BY published_on DESC, id DESC`)}))`,
  }),
];

/** Rows of the types whose ids do not tell them. */
const HASHED = `SELECT * FROM (VALUES ('Position', md5('pos3 0')), ('Participation', md5('par3 0')), ('Signature', md5('sig3 0')),
  ('Decision', '00000000-0000-4000-8000-000000000007'), ('Area', '330500')) AS v(__typename, id)`;

/** SQL of the articles of some that hold a word, the latest first. */
function foundIn(ids: string): string {
  return `json_build_object('nodes', ${array(`SELECT id FROM article WHERE superseded_by_id IS NULL AND (text LIKE '%蓝藻%' OR headline LIKE '%蓝藻%')
    AND id IN (${ids}) ORDER BY published_on DESC NULLS LAST, id DESC`)})`;
}

/** SQL of the words with which an article states the first meeting. */
function spans(article: string): string {
  return array(
    `SELECT quote, start AS "wordsStart", "end" AS "wordsEnd" FROM evidence WHERE article_id = '${article}' AND meeting_id = 'mtg_q0'`,
  );
}

/** SQL of the number of rows of a table. */
function total(rows: string): string {
  return `(SELECT json_build_object('totalCount', count(*)) FROM ${rows})`;
}
