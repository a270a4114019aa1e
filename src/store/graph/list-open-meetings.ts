import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { readHeadRole } from '../../resolution/dating/seat-bounds.ts';
import type { Fact } from '../../resolution/fact.ts';
import type { FactOutcome } from './write-facts.ts';

/** What of a change bears on the days of meetings. */
interface Touched {
  readonly meetings: readonly string[];
  /** Names of series of which a session came, went or changed. */
  readonly series: readonly string[];
  /** Bodies and areas whose heads changed. */
  readonly bodies: readonly string[];
  readonly areas: readonly string[];
}

function touchedBy(facts: readonly Fact[]): Touched {
  const meetings = facts.flatMap((fact) => {
    if (fact.kind === 'participation') return fact.meetingId;
    return fact.kind === 'meeting' ? fact.id : [];
  });
  const series = facts.flatMap((fact) =>
    fact.kind === 'meeting' ? fact.sessions.map((session) => session.series) : [],
  );
  const heads = facts.flatMap((fact) =>
    fact.kind === 'position' && readHeadRole(fact.role) !== null ? fact : [],
  );
  const bodies = [
    ...heads.flatMap(({ organisationId }) => organisationId ?? []),
    ...facts.flatMap((fact) => (fact.kind === 'organisation' ? fact.id : [])),
  ];
  return { meetings, series, bodies, areas: heads.flatMap(({ areaCode }) => areaCode ?? []) };
}

/**
 * The meetings without a year about which a change may say something: those that it changed, those of the same series, and
 * those at which somebody held an office of which it shows a holder.
 */
export async function listOpenMeetings(
  kysely: Kysely<DB>,
  { saved, deleted }: FactOutcome,
): Promise<string[]> {
  const { meetings, series, bodies, areas } = touchedBy([
    ...saved.flatMap(({ fact, before }) => (before === null ? fact : [fact, before])),
    ...deleted,
  ]);
  if (meetings.length + series.length + bodies.length + areas.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT m.id FROM meeting AS m
    WHERE m.month_day IS NOT NULL AND m.merged_into_id IS NULL AND m.id IN (
      SELECT unnest(${meetings}::text[])
      UNION SELECT n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id
        WHERE s.name = ANY (${series}::text[])
      UNION SELECT p.meeting_id FROM position AS o
        JOIN participation_position AS l ON l.position_id = o.id JOIN participation AS p ON p.id = l.participation_id
        WHERE o.organisation_id = ANY (${bodies}::text[]) OR o.area_code = ANY (${areas}::text[]))
      AND EXISTS (SELECT FROM meeting WHERE month_day IS NOT NULL)`.execute(kysely);
  return rows.map(({ id }) => id);
}
