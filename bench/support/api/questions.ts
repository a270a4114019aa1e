import type pg from 'pg';

/** A question that the product, PostGraphile and hand-written SQL each answer with the same values in the same order. */
export interface Question {
  readonly name: string;
  /** What it asks for, in words. */
  readonly asks: string;
  /** The operation for the product; `$id` where `ids` gives some. */
  readonly xiezuo: string;
  /** The operation for PostGraphile with its usual names. */
  readonly peer: string;
  /** One statement of one JSON value; `$1` is the id. */
  readonly raw: string;
  /** A statement that gives the ids to ask for in turn; null: the question has none. */
  readonly ids: string | null;
  /** A statement that gives ids of things that are as large in any graph, where those of `ids` are larger in larger graphs. */
  readonly alike?: string;
}

/** How many ids are asked for in turn. */
const IDS = 100;

/** Meetings, people, articles: what dashboards and pages of one entity ask for. The names are those of the note on the read path. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'Q1',
    asks: '20 meetings by day, each with who took part and what was signed by whom',
    ids: null,
    xiezuo: `{ meetings(first: 20, where: { date: { from: "1900-01-01" } }) { nodes { id name startsOn
      participations(first: 100) { nodes { roles participant { ... on Person { name } ... on Organisation { name } } } }
      agreements(first: 20) { nodes { title signatures { party { ... on Organisation { name } ... on Area { name } } } } } } } }`,
    peer: `{ allMeetings(first: 20, orderBy: [STARTS_ON_DESC, ROW_ID_DESC], filter: { mergedIntoId: { isNull: true }, startsOn: { greaterThanOrEqualTo: "1900-01-01" } }) { nodes { rowId name startsOn
      participationsByMeetingId(first: 100, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { nodes { roles personByPersonId { name } organisationByOrganisationId { name } } }
      agreementsByMeetingId(first: 20, orderBy: [SIGNED_ON_DESC, ROW_ID_DESC], condition: { mergedIntoId: null }) { nodes { title signaturesByAgreementId(first: 50, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { nodes { organisationByOrganisationId { name } areaByAreaCode { name } } } } } } } }`,
    raw: `SELECT json_agg(m.o) FROM (SELECT json_build_object('id', m.id, 'name', m.name, 'startsOn', m.starts_on,
        'participations', (SELECT coalesce(json_agg(p.o), '[]') FROM (SELECT json_build_object('roles', p.roles, 'name', coalesce(e.name, o.name)) AS o
          FROM participation p LEFT JOIN person e ON e.id = p.person_id LEFT JOIN organisation o ON o.id = p.organisation_id
          WHERE p.meeting_id = m.id ORDER BY p.ordinal, p.id LIMIT 100) p),
        'agreements', (SELECT coalesce(json_agg(a.o), '[]') FROM (SELECT json_build_object('title', a.title, 'signatures',
          (SELECT coalesce(json_agg(s.o), '[]') FROM (SELECT json_build_object('name', coalesce(o.name, r.name)) AS o
            FROM signature s LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN area r ON r.code = s.area_code
            WHERE s.agreement_id = a.id ORDER BY s.ordinal, s.id LIMIT 50) s)) AS o
          FROM agreement a WHERE a.meeting_id = m.id AND a.merged_into_id IS NULL ORDER BY a.signed_on DESC NULLS LAST, a.id DESC LIMIT 20) a)) AS o
      FROM meeting m WHERE m.merged_into_id IS NULL AND m.starts_on >= '1900-01-01' ORDER BY m.starts_on DESC, m.id DESC LIMIT 20) m`,
  },
  {
    name: 'Q2',
    asks: 'a person with 100 positions and 50 participations',
    ids: `SELECT person_id AS id FROM participation JOIN person ON person.id = person_id WHERE merged_into_id IS NULL
      GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${IDS}`,
    // People with some five participations and five positions.
    alike: `SELECT p.id FROM person AS p WHERE merged_into_id IS NULL
      ORDER BY abs((SELECT count(*) FROM participation AS a WHERE a.person_id = p.id) - 5)
        + abs((SELECT count(*) FROM position AS a WHERE a.person_id = p.id) - 5), p.id LIMIT ${IDS}`,
    xiezuo: `query ($id: ID!) { person(id: $id) { name positions(first: 100) { nodes { title observedOn } }
      participations(first: 50) { nodes { roles meeting { name } } } } }`,
    peer: `query ($id: String!) { personByRowId(rowId: $id) { name positionsByPersonId(first: 100, orderBy: [OBSERVED_ON_ASC, TEXT_START_ASC, ROW_ID_ASC]) { nodes { title observedOn } }
      participationsByPersonId(first: 50, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { nodes { roles meetingByMeetingId { name } } } } }`,
    raw: `SELECT json_build_object('name', e.name,
        'positions', (SELECT coalesce(json_agg(p.o), '[]') FROM (SELECT json_build_object('title', title, 'observedOn', observed_on) AS o
          FROM position WHERE person_id = e.id ORDER BY observed_on, text_start, id LIMIT 100) p),
        'participations', (SELECT coalesce(json_agg(p.o), '[]') FROM (SELECT json_build_object('roles', p.roles, 'meeting', m.name) AS o
          FROM participation p JOIN meeting m ON m.id = p.meeting_id WHERE p.person_id = e.id ORDER BY p.ordinal, p.id LIMIT 50) p))
      FROM person e WHERE e.id = $1`,
  },
  {
    name: 'Q3',
    asks: '50 people whose name contains a character, by name, each with the number of their participations and 5 of them',
    ids: null,
    xiezuo: `{ people(first: 50, where: { name: { contains: "国" } }) { nodes { name participations(first: 5) { totalCount nodes { roles nameAsPrinted } } } } }`,
    peer: `{ allPeople(first: 50, orderBy: [NAME_ASC, ROW_ID_ASC], filter: { mergedIntoId: { isNull: true }, name: { includes: "国" } }) { nodes { name
      participationsByPersonId(first: 5, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { totalCount nodes { roles nameAsPrinted } } } } }`,
    raw: `SELECT json_agg(e.o) FROM (SELECT json_build_object('name', e.name,
        'totalCount', (SELECT count(*) FROM participation p WHERE p.person_id = e.id),
        'participations', (SELECT coalesce(json_agg(p.o), '[]') FROM (SELECT json_build_object('roles', p.roles, 'nameAsPrinted', p.name_as_printed) AS o
          FROM participation p WHERE p.person_id = e.id ORDER BY p.ordinal, p.id LIMIT 5) p)) AS o
      FROM person e WHERE e.merged_into_id IS NULL AND e.name LIKE '%国%' ORDER BY e.name, e.id LIMIT 50) e`,
  },
  {
    name: 'Q5',
    asks: 'the name and day of a meeting',
    ids: `SELECT id FROM meeting WHERE merged_into_id IS NULL ORDER BY id LIMIT ${IDS}`,
    xiezuo: 'query ($id: ID!) { meeting(id: $id) { name startsOn } }',
    peer: 'query ($id: String!) { meetingByRowId(rowId: $id) { name startsOn } }',
    raw: `SELECT json_build_object('name', name, 'startsOn', starts_on) FROM meeting WHERE id = $1`,
  },
  {
    name: 'Q6',
    asks: 'an article with the page that carries it',
    ids: `SELECT id FROM article ORDER BY id LIMIT ${IDS}`,
    xiezuo: 'query ($id: ID!) { article(id: $id) { headline publishedOn document { name url } } }',
    peer: 'query ($id: String!) { articleByRowId(rowId: $id) { headline publishedOn sourceDocumentByDocumentId { name url } } }',
    raw: `SELECT json_build_object('headline', a.headline, 'publishedOn', a.published_on,
        'document', (SELECT json_build_object('name', d.name, 'url', d.url) FROM source_document d WHERE d.id = a.document_id))
      FROM article a WHERE a.id = $1`,
  },
  {
    name: 'groups',
    asks: 'how many meetings each month has',
    ids: null,
    xiezuo:
      '{ meetings(where: { date: { from: "1900-01-01" } }) { groups(by: [MONTH], first: 1000) { keys count } } }',
    peer: `{ allMeetings(filter: { mergedIntoId: { isNull: true }, startsOn: { greaterThanOrEqualTo: "1900-01-01" } }) { groupedAggregates(groupBy: [STARTS_ON_TRUNCATED_TO_MONTH]) { keys distinctCount { rowId } } } }`,
    raw: `SELECT json_agg(json_build_array(g.month, g.count)) FROM (SELECT to_char(starts_on, 'YYYY-MM') AS month, count(*) AS count
      FROM meeting WHERE merged_into_id IS NULL AND starts_on >= '1900-01-01' GROUP BY 1 ORDER BY 1 LIMIT 1000) g`,
  },
];

/** The values for `$id` that a question is asked with, in turn; one null where it takes none. */
export async function idsOf({ ids }: Question, pool: pg.Pool): Promise<(string | null)[]> {
  return ids === null ? [null] : (await pool.query<{ id: string }>(ids)).rows.map(({ id }) => id);
}

/** The values of an answer in its order, without nulls and names: the same of all who answer the same. */
export function leaves(answer: unknown): string[] {
  if (answer === null || answer === undefined) return [];
  return typeof answer === 'object' ? Object.values(answer).flatMap(leaves) : [String(answer)];
}
