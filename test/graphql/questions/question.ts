/** The rows of a plain statement. */
export type Look = <T = Record<string, unknown>>(statement: string) => Promise<readonly T[]>;

/** A question that users ask, as one request, with its answer computed another way. */
export interface Question {
  /** As the list of questions numbers it: with an A those that were asked from the first. */
  readonly number: string;
  readonly question: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | ((look: Look) => Promise<Record<string, unknown>>);
  /** What of the answer is compared, where several answers are right; all of it where that is left out. */
  readonly shown?: (data: never) => unknown;
  /** The data of the answer, from plain statements or from what is known of the rows. */
  readonly expected: (look: Look) => Promise<object> | object;
  /** How many statements it takes; as many as it has fields of the root where that is left out. */
  readonly statements?: number;
}

/** The tables of lists with the usual order of each. */
const LISTS = {
  agreements: ['Agreement', 'agreement', 'signed_on DESC NULLS LAST, id DESC'],
  areas: ['Area', '(SELECT *, code AS id FROM area)', 'code'],
  articles: ['Article', 'article', 'published_on DESC NULLS LAST, id DESC'],
  documents: ['SourceDocument', 'source_document', 'retrieved_at DESC, id DESC'],
  indicators: ['Indicator', 'indicator', 'ends_on DESC NULLS LAST, id DESC'],
  meetingSeries: ['MeetingSeries', 'meeting_series', 'name, id'],
  meetings: ['Meeting', 'meeting', 'starts_on DESC NULLS LAST, id DESC'],
  organisations: ['Organisation', 'organisation', 'name, id'],
  participations: ['Participation', 'participation', 'ordinal, id'],
  people: ['Person', 'person', 'name, id'],
  positions: ['Position', 'position', 'observed_on NULLS LAST, id'],
  signatures: [
    'Signature',
    '(SELECT s.*, a.signed_on FROM signature AS s JOIN agreement AS a ON a.id = s.agreement_id)',
    'signed_on DESC NULLS LAST, id DESC',
  ],
} as const;

/** A question for the rows of a list that pass a filter: in SQL a statement gives their ids, in any order. */
export function listed(
  number: string,
  question: string,
  list: keyof typeof LISTS,
  { where, ids }: { readonly where: object; readonly ids: string },
): Question {
  const [type, table, order] = LISTS[list];
  return {
    number,
    question,
    query: `query ($where: ${type}Filter) { list: ${list}(first: 100, where: $where) { totalCount nodes { id } } }`,
    variables: { where },
    expected: async (look) => {
      const nodes = await look(`SELECT id FROM ${table} AS t WHERE id IN (${ids}) ORDER BY ${order}`);
      return { list: { totalCount: nodes.length, nodes } };
    },
  };
}

/** A question whose whole answer is one JSON value in SQL. */
export function told(
  number: string,
  question: string,
  {
    query,
    variables = {},
    json,
  }: { readonly query: string; readonly variables?: object; readonly json: string },
): Question {
  return {
    number,
    question,
    query,
    variables: { ...variables },
    expected: async (look) => (await look<{ data: object }>(`SELECT ${json} AS data`))[0]?.data ?? {},
  };
}

/** A question for the groups of a list: in SQL the rows `keys` and `count` (and what else is asked) of a statement, in their order. */
export function grouped(
  number: string,
  question: string,
  { list, groups, rows }: { readonly list: string; readonly groups: string; readonly rows: string },
): Question {
  return {
    number,
    question,
    query: `{ list: ${list} { ${groups} } }`,
    expected: async (look) => ({ list: { groups: await look(rows) } }),
  };
}

/** SQL of a JSON array of the rows of a statement, in its order. */
export const array = (statement: string) =>
  `(SELECT coalesce(json_agg(to_json(x)), '[]') FROM (${statement}) AS x)`;

/** SQL of a JSON array of the values of a statement of one column, in its order. */
export const values = (statement: string) =>
  `(SELECT coalesce(json_agg(x.v), '[]') FROM (${statement}) AS x(v))`;
