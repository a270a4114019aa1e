import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import {
  type Holding,
  listHeadRoles,
  readHeadRole,
  type Tenure,
} from '../../resolution/dating/seat-bounds.ts';
import type { OpenSeries } from '../../resolution/dating/series-bounds.ts';

/** A meeting of which the pages give month and day only. */
export interface OpenMeeting {
  readonly id: string;
  readonly monthDay: string;
  /** The day on which a page first reported it; null where no page has a date. */
  readonly publishedOn: string | null;
  readonly series: readonly OpenSeries[];
  readonly posts: readonly PostRow[];
}

/** A post as a row has it. */
interface PostRow {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly areaCode: string | null;
}

/** Posts of the state and the party in China: their heads change, and do not come back. */
const IS_CHINESE_SEAT = sql`(o.area_code ~ '^[0-9]' OR EXISTS (SELECT FROM organisation AS b WHERE b.id = o.organisation_id
  AND b.classification IN ('PARTY', 'GOVERNMENT', 'DEPARTMENT') AND (b.area_code IS NULL OR b.area_code ~ '^[0-9]')))`;

const POST = sql`'personId', o.person_id, 'name', h.name, 'title', o.title, 'role', o.role,
  'organisationId', o.organisation_id, 'areaCode', o.area_code`;

/** Loads meetings without a year with what bears on it: other sessions of their series, and the posts held at them. */
export async function loadOpenMeetings(kysely: Kysely<DB>, ids: readonly string[]): Promise<OpenMeeting[]> {
  const { rows } = await sql<OpenMeeting>`SELECT m.id, m.month_day AS "monthDay",
      (SELECT min(a.published_on)::text FROM evidence AS e JOIN article AS a ON a.id = e.article_id
        WHERE e.meeting_id = m.id) AS "publishedOn",
      (SELECT coalesce(json_agg(json_build_object('name', s.name, 'ordinal', n.ordinal, 'others', (
          SELECT coalesce(json_agg(json_build_object('ordinal', k.ordinal, 'startsOn', d.starts_on)
            ORDER BY k.ordinal, d.starts_on), '[]')
          FROM meeting_session AS k JOIN meeting AS d ON d.id = k.meeting_id
          WHERE k.series_id = s.id AND d.id <> m.id AND d.date_basis = 'STATED' AND d.month_day IS NULL))
          ORDER BY s.name COLLATE "C", n.ordinal), '[]')
        FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = m.id) AS series,
      (SELECT coalesce(json_agg(DISTINCT jsonb_build_object(${POST})), '[]')
        FROM participation AS p JOIN participation_position AS l ON l.participation_id = p.id
        JOIN position AS o ON o.id = l.position_id JOIN person AS h ON h.id = o.person_id
        WHERE p.meeting_id = m.id AND o.role = ANY (${listHeadRoles()}::text[]) AND ${IS_CHINESE_SEAT}) AS posts
    FROM meeting AS m WHERE m.id = ANY (${ids}::text[])`.execute(kysely);
  return rows;
}

/** The offices among posts that one person holds at a time. */
export function toHoldings(posts: readonly PostRow[]): Holding[] {
  return posts.flatMap(({ personId, name, title, role, organisationId, areaCode }) => {
    const head = readHeadRole(role);
    if (head === null) return [];
    const seat = `${organisationId ?? areaCode ?? ''} ${head.office}`;
    return { seat, personId, name, title, isActing: head.isActing };
  });
}

/** When pages of a known day show who held the same offices as at the meetings. */
export async function loadTenures(kysely: Kysely<DB>, meetings: readonly OpenMeeting[]): Promise<Tenure[]> {
  const posts = meetings.flatMap((meeting) => meeting.posts);
  const places = posts.map(({ organisationId, areaCode }) => organisationId ?? areaCode ?? '');
  if (places.length === 0) return [];
  const { rows } = await sql<{
    post: PostRow;
    first: string;
    last: string;
  }>`SELECT jsonb_build_object(${POST}) AS post,
      min(o.observed_on)::text AS first, max(o.observed_on)::text AS last
    FROM position AS o JOIN person AS h ON h.id = o.person_id
    WHERE (o.organisation_id = ANY (${places}::text[]) OR o.area_code = ANY (${places}::text[]))
      AND o.role = ANY (${listHeadRoles()}::text[]) AND o.observed_on IS NOT NULL GROUP BY 1 ORDER BY 2, 1`.execute(
    kysely,
  );
  return rows.flatMap(({ post, first, last }) =>
    toHoldings([post]).map((holding) => ({ ...holding, first, last })),
  );
}
