import { sql } from 'kysely';
import type { Sql } from '../read-plan/sql.ts';

/**
 * A SELECT of the participations by which an organisation took part in meetings: its own, and those of people who came as
 * holders of a post in it.
 *
 * Columns: `id`, and `meeting_id`.
 */
export function partsOfBody(organisation: Sql): Sql {
  return sql`SELECT own.id, own.meeting_id FROM participation AS own WHERE own.organisation_id = ${organisation}
    UNION SELECT held.id, held.meeting_id FROM position AS post
      JOIN participation_position AS link ON link.position_id = post.id
      JOIN participation AS held ON held.id = link.participation_id
    WHERE post.organisation_id = ${organisation}`;
}
