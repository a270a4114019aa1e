import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { Fact } from '../../kinds/kinds.ts';
import { listHeadRoles, readHeadRole } from '../../resolution/dating/seat-bounds.ts';
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
  const bodies = heads.flatMap(({ organisationId }) => organisationId ?? []);
  return { meetings, series, bodies, areas: heads.flatMap(({ areaCode }) => areaCode ?? []) };
}

/** Bodies that are of another kind or place than before: whether their heads are looked at rests on that. */
function listChangedBodies({ saved }: FactOutcome): string[] {
  return saved.flatMap(({ fact, before }) => {
    if (fact.kind !== 'organisation' || before?.kind !== 'organisation') return [];
    const isSame = fact.classification === before.classification && fact.areaCode === before.areaCode;
    return isSame ? [] : fact.id;
  });
}

/**
 * The meetings without a year about which a change may say something: those that it changed, those of the same series, and
 * those at which somebody held an office of which it shows a holder.
 */
export async function listOpenMeetings(kysely: Kysely<DB>, outcome: FactOutcome): Promise<string[]> {
  const { saved, deleted } = outcome;
  const { meetings, series, areas, ...heads } = touchedBy([
    ...saved.flatMap(({ fact, before }) => (before === null ? fact : [fact, before])),
    ...deleted,
  ]);
  const bodies = [...heads.bodies, ...listChangedBodies(outcome)];
  if (meetings.length + series.length + bodies.length + areas.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT m.id FROM meeting AS m
    WHERE m.month_day IS NOT NULL AND m.merged_into_id IS NULL AND m.id IN (
      SELECT unnest(${meetings}::text[])
      UNION SELECT n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id
        WHERE s.name = ANY (${series}::text[])
      UNION SELECT p.meeting_id FROM position AS o
        JOIN participation_position AS l ON l.position_id = o.id JOIN participation AS p ON p.id = l.participation_id
        WHERE o.role = ANY (${listHeadRoles()}::text[])
          AND (o.organisation_id = ANY (${bodies}::text[]) OR o.area_code = ANY (${areas}::text[])))
      AND EXISTS (SELECT FROM meeting WHERE month_day IS NOT NULL)`.execute(kysely);
  return rows.map(({ id }) => id);
}
