import { sql } from 'kysely';
import { Organisation, Person } from '../builder/entities.ts';
import { survivor } from '../read-plan/entity.ts';
import type { Sql } from '../read-plan/sql.ts';

/** The most people and organisations that are reached in one step, and the most meetings and agreements that are followed to them. */
const MOST = { nodes: 2_000, links: 4_000 } as const;

/** The meetings and agreements of `node`: a person or an organisation took part, signed, or signed for a party. */
const linksOf = (node: Sql) => sql`(
  SELECT p.meeting_id FROM participation AS p WHERE p.person_id = ${node}
  UNION ALL SELECT p.meeting_id FROM participation AS p WHERE p.organisation_id = ${node}
  UNION ALL SELECT s.agreement_id FROM signature AS s WHERE s.organisation_id = ${node}
  UNION ALL SELECT s.agreement_id FROM signature AS s WHERE s.signer_id = ${node})`;

/** The people and organisations of a meeting or an agreement. */
const membersOf = (link: Sql) => sql`(
  SELECT coalesce(p.person_id, p.organisation_id) FROM participation AS p WHERE p.meeting_id = ${link}
  UNION ALL SELECT s.organisation_id FROM signature AS s WHERE s.agreement_id = ${link} AND s.organisation_id IS NOT NULL
  UNION ALL SELECT s.signer_id FROM signature AS s WHERE s.agreement_id = ${link} AND s.signer_id IS NOT NULL)`;

const end = (id: string) =>
  sql`coalesce(${survivor(Person, sql`${id}::text`)}, ${survivor(Organisation, sql`${id}::text`)})`;

/**
 * The start of a statement that finds a shortest path of at most `longest` links: it has the table `step` of its steps, with the
 * columns `depth`, `node`, and `link`, which is NULL for the first. There are no steps where there is no path.
 *
 * The search goes breadth first. Each row of `level` is a step as a whole: those reached, from whom and by which link. What was
 * reached or followed before is not again, so that all steps together look at each participation and signature twice at most.
 */
export function shortestPath(
  { from, to }: { readonly from: string; readonly to: string },
  longest: number,
): Sql {
  const notSeen = (value: Sql, seen: Sql) =>
    sql`NOT EXISTS (SELECT FROM unnest(${seen}) AS old(id) WHERE old.id = ${value})`;
  const links = sql`SELECT DISTINCT ON (l.id) l.id, f.id AS parent
    FROM unnest(level.nodes) AS f(id) CROSS JOIN LATERAL ${linksOf(sql`f.id`)} AS l(id)
    WHERE ${notSeen(sql`l.id`, sql`level.followed`)} ORDER BY l.id, f.id LIMIT ${sql.lit(MOST.links)}`;
  const reached = sql`SELECT DISTINCT ON (m.id) m.id, link.parent, link.id AS link
    FROM link CROSS JOIN LATERAL ${membersOf(sql`link.id`)} AS m(id)
    WHERE ${notSeen(sql`m.id`, sql`level.seen`)} ORDER BY m.id, link.id`;
  // The goal is never among those that there are too many of.
  const next = sql`WITH link AS MATERIALIZED (${links}), reached AS (${reached}),
      kept AS (SELECT * FROM reached ORDER BY reached.id = ends.goal DESC, reached.id LIMIT ${sql.lit(MOST.nodes)})
    SELECT array_agg(kept.id ORDER BY kept.id) AS nodes, array_agg(kept.parent ORDER BY kept.id) AS parents,
      array_agg(kept.link ORDER BY kept.id) AS links, (SELECT array_agg(link.id) FROM link) AS followed FROM kept`;
  return sql`WITH RECURSIVE ends AS (SELECT ${end(from)} AS start, ${end(to)} AS goal),
    level AS (
      SELECT 0 AS depth, ARRAY[start] AS nodes, ARRAY[NULL]::text[] AS parents, ARRAY[NULL]::text[] AS links,
        ARRAY[start] AS seen, ARRAY[]::text[] AS followed FROM ends WHERE start IS NOT NULL AND goal IS NOT NULL
      UNION ALL
      SELECT level.depth + 1, next.nodes, next.parents, next.links, level.seen || next.nodes, level.followed || next.followed
      FROM level CROSS JOIN ends CROSS JOIN LATERAL (${next}) AS next
      WHERE level.depth < ${sql.lit(longest)} AND ends.goal <> ALL (level.nodes) AND next.nodes IS NOT NULL
    ),
    step AS (
      SELECT level.depth, ends.goal AS node, level.links[place] AS link, level.parents[place] AS parent
      FROM ends CROSS JOIN level CROSS JOIN array_position(level.nodes, ends.goal) AS place WHERE place IS NOT NULL
      UNION ALL
      SELECT level.depth, step.parent, level.links[place], level.parents[place]
      FROM step JOIN level ON level.depth = step.depth - 1 CROSS JOIN array_position(level.nodes, step.parent) AS place
    )`;
}
