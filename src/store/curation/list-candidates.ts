import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type {
  KnownAgreement,
  KnownMeeting,
  KnownOrganisation,
  KnownPerson,
} from '../../kinds/comparators/known-graph.ts';
import type { EntityKind } from '../../kinds/kinds.ts';

/** Entities that comparators take, by kind. */
export interface KnownEntities {
  readonly person: KnownPerson;
  readonly organisation: KnownOrganisation;
  readonly meeting: KnownMeeting;
  readonly agreement: KnownAgreement;
}

/** Two entities of a kind that may be one. */
export interface CandidatePair<K extends EntityKind = EntityKind> {
  readonly left: KnownEntities[K];
  readonly right: KnownEntities[K];
}

/** Pairs of ids that something speaks for, each once. */
const PAIRS: Readonly<Record<EntityKind, RawBuilder<unknown>>> = {
  person: sql`SELECT a.id, b.id AS other FROM person AS a JOIN person AS b ON b.name = a.name AND a.id < b.id
    WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL`,
  // Joined by equal names, which are hashed; by whether an array holds a name every pair would be looked at.
  organisation: sql`SELECT DISTINCT a.id, b.id AS other FROM organisation AS a CROSS JOIN unnest(a.other_names) AS known(name)
      JOIN organisation AS b ON b.name = known.name AND a.id <> b.id
      AND (a.area_code IS NULL OR b.area_code IS NULL OR a.area_code = b.area_code)
    WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL AND length(b.name) > 3`,
  meeting: sql`SELECT a.id, b.id AS other FROM meeting AS a JOIN meeting AS b ON b.name = a.name AND a.id < b.id
      AND (a.starts_on IS NULL OR b.starts_on IS NULL)
    WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL AND length(a.name) > 4
    UNION SELECT p.meeting_id, q.meeting_id FROM participation AS p
      JOIN participation AS q ON q.person_id = p.person_id AND p.meeting_id < q.meeting_id
      JOIN meeting AS a ON a.id = p.meeting_id JOIN meeting AS b ON b.id = q.meeting_id AND b.starts_on = a.starts_on
    GROUP BY 1, 2 HAVING count(*) > 1
    UNION SELECT a.meeting_id, b.meeting_id FROM meeting_session AS a JOIN meeting_session AS b
      ON b.series_id = a.series_id AND b.ordinal = a.ordinal AND a.meeting_id < b.meeting_id`,
  agreement: sql`SELECT a.id, b.id AS other FROM agreement AS a JOIN agreement AS b ON b.title = a.title AND a.id < b.id
    WHERE a.merged_into_id IS NULL AND b.merged_into_id IS NULL AND length(a.title) > 6`,
};

const list = (rows: RawBuilder<unknown>) =>
  sql`(SELECT coalesce(json_agg(row_to_json(part)), '[]') FROM (${rows}) AS part)`;

/** What comparators look at, as JSON in the shape of the known entity, of the row `it`. */
const SHAPES: Readonly<Record<EntityKind, RawBuilder<unknown>>> = {
  person: sql`json_build_object('id', it.id, 'name', it.name, 'positions', ${list(
    sql`SELECT DISTINCT organisation_id AS "organisationId", area_code AS "areaCode", title FROM position WHERE person_id = it.id`,
  )})`,
  organisation: sql`json_build_object('id', it.id, 'name', it.name, 'otherNames', it.other_names, 'areaCode', it.area_code)`,
  meeting: sql`json_build_object('id', it.id, 'name', it.name, 'otherNames', it.other_names, 'startsOn', it.starts_on,
    'monthDay', it.month_day, 'places', ARRAY(SELECT area_code FROM meeting_place WHERE meeting_id = it.id),
    'sessions', ${list(
      sql`SELECT s.name AS series, n.ordinal FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id
        WHERE n.meeting_id = it.id`,
    )}, 'participations', ${list(
      sql`SELECT coalesce(person_id, organisation_id) AS "participantId" FROM participation WHERE meeting_id = it.id`,
    )})`,
  agreement: sql`json_build_object('id', it.id, 'title', it.title, 'signedOn', it.signed_on, 'meetingId', it.meeting_id,
    'signatures', ${list(
      sql`SELECT coalesce(organisation_id, area_code) AS party FROM signature WHERE agreement_id = it.id`,
    )})`,
};

/** Pairs of entities of a kind that no key tells to be one, but something speaks for it; the newest first, `limit` at most. */
export async function listCandidates<K extends EntityKind>(
  kysely: Kysely<DB>,
  kind: K,
  limit: number,
): Promise<CandidatePair<K>[]> {
  const shape = (id: RawBuilder<unknown>) =>
    sql`(SELECT ${SHAPES[kind]} FROM ${sql.table(kind)} AS it WHERE it.id = ${id})`;
  const { rows } = await sql<
    CandidatePair<K>
  >`SELECT ${shape(sql`pair.id`)} AS left, ${shape(sql`pair.other`)} AS right
    FROM (${PAIRS[kind]} ORDER BY 2 DESC, 1 DESC LIMIT ${limit}) AS pair`.execute(kysely);
  return rows;
}
