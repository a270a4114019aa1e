import type { EntityType } from '../../../src/search/entities/entity-type.ts';
import { pick } from '../random.ts';
import { type AskSearch, askEach } from './ask-search.ts';
import { describeHits, printFigure } from './figure.ts';
import type { Part } from './part.ts';

/** What is asked in a way, of meetings or agreements. */
interface Way {
  readonly name: string;
  /** Gives `id` and `query` of each that can be asked for in this way. */
  readonly statement: string;
  /** The kinds that are searched; all where it is left out. */
  readonly types?: readonly EntityType[];
}

const SAMPLE = 200;
const WANTED = 0.95;

/** How many of what fits must be among the first ten of one kind, and of all kinds: articles and persons may fit as well there. */
const [OF_ONE_KIND, OF_ALL_KINDS] = [10, 5];

const DAY = `to_char(m.starts_on, 'FMYYYY"年"FMMM"月"FMDD"日"')`;
const LIVE = 'm.merged_into_id IS NULL';
const PARTICIPANT = `(SELECT p.meeting_id, coalesce(e.name, o.name) AS name FROM participation AS p
  LEFT JOIN person AS e ON e.id = p.person_id LEFT JOIN organisation AS o ON o.id = p.organisation_id)`;
const PARTY = `(SELECT s.agreement_id, coalesce(o.name, a.name) AS name FROM signature AS s
  LEFT JOIN organisation AS o ON o.id = s.organisation_id LEFT JOIN area AS a ON a.code = s.area_code)`;

const MEETINGS: readonly Way[] = [
  {
    name: 'meetings by two participants',
    types: ['MEETING'],
    statement: `SELECT m.id, a.name || ' ' || b.name AS query FROM meeting AS m JOIN ${PARTICIPANT} AS a ON a.meeting_id = m.id
      JOIN ${PARTICIPANT} AS b ON b.meeting_id = m.id AND b.name > a.name WHERE ${LIVE}`,
  },
  {
    name: 'meetings by day',
    types: ['MEETING'],
    statement: `SELECT m.id, ${DAY} AS query FROM meeting AS m WHERE ${LIVE} AND m.starts_on IS NOT NULL`,
  },
  {
    name: 'meetings by day, with 会议, of all kinds',
    statement: `SELECT m.id, ${DAY} || ' 会议' AS query FROM meeting AS m WHERE ${LIVE} AND m.starts_on IS NOT NULL`,
  },
  {
    name: 'meetings by place, with 会议, of all kinds',
    statement: `SELECT m.id, a.name || ' 会议' AS query FROM meeting AS m JOIN meeting_place AS p ON p.meeting_id = m.id
      JOIN area AS a ON a.code = p.area_code WHERE ${LIVE}`,
  },
];

const AGREEMENTS: readonly Way[] = [
  {
    name: 'agreements by two parties',
    types: ['AGREEMENT'],
    statement: `SELECT g.id, a.name || ' ' || b.name AS query FROM agreement AS g JOIN ${PARTY} AS a ON a.agreement_id = g.id
      JOIN ${PARTY} AS b ON b.agreement_id = g.id AND b.name > a.name WHERE g.merged_into_id IS NULL`,
  },
  {
    name: 'agreements by signer',
    types: ['AGREEMENT'],
    statement: `SELECT g.id, e.name AS query FROM agreement AS g JOIN signature AS s ON s.agreement_id = g.id
      JOIN person AS e ON e.id = s.signer_id WHERE g.merged_into_id IS NULL`,
  },
  {
    name: 'agreements by meeting',
    types: ['AGREEMENT'],
    statement: `SELECT g.id, m.name AS query FROM agreement AS g JOIN meeting AS m ON m.id = g.meeting_id
      WHERE g.merged_into_id IS NULL`,
  },
];

/** 1 where as many of what fits are among the first ten as may be asked for. */
async function ask10(ask: AskSearch, query: string, right: ReadonlySet<string>, types: Way['types']) {
  const { hits } = await ask(query, types ? { types } : {});
  const count = hits.filter(({ id }) => right.has(id)).length;
  const most = Math.min(right.size, types ? OF_ONE_KIND : OF_ALL_KINDS);
  return {
    score: Math.min(1, count / most),
    query: `${query} (${right.size} fit)`,
    came: describeHits(hits),
  };
}

const inTen =
  (ways: readonly Way[]): Part =>
  async ({ ask, pool, random }) => {
    const verdicts: boolean[] = [];
    for (const { name, statement, types } of ways) {
      const { rows } = await pool.query<{ query: string; right: string[] }>(
        `SELECT query, array_agg(DISTINCT id) AS "right" FROM (${statement}) AS asked GROUP BY 1 ORDER BY 1`,
      );
      const scores = await askEach(pick(rows, SAMPLE, random), ({ query, right }) =>
        ask10(ask, query, new Set(right), types),
      );
      verdicts.push(printFigure({ name: `${name}, in the first ten`, scores, wanted: WANTED }));
    }
    return verdicts.every(Boolean);
  };

/** Whether meetings are among the first ten by who was there, when and where they were. */
export const meetings = inTen(MEETINGS);

/** Whether agreements are among the first ten by their parties, signers and meetings. */
export const agreements = inTen(AGREEMENTS);
