import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { inferOpenDay } from '../../resolution/dating/infer-open-day.ts';
import { listOpenMeetings } from './list-open-meetings.ts';
import { loadOpenMeetings, loadTenures, toHoldings } from './load-date-clues.ts';
import type { FactOutcome } from './write-facts.ts';

/**
 * Infers anew the days of the meetings of which pages give month and day only, as far as a change may bear on them. It rests
 * on what pages state and never on what was inferred, so that the way there plays no part.
 *
 * @returns the ids of the meetings whose day is another than before.
 */
export async function inferDates(kysely: Kysely<DB>, outcome: FactOutcome): Promise<string[]> {
  const ids = await listOpenMeetings(kysely, outcome);
  if (ids.length === 0) return [];
  const meetings = await loadOpenMeetings(kysely, ids);
  const tenures = await loadTenures(kysely, meetings);
  const days = meetings.map((meeting) => {
    const inferred = inferOpenDay({ ...meeting, holdings: toHoldings(meeting.posts), tenures });
    return { id: meeting.id, day: inferred?.startsOn ?? null, reason: inferred?.reason ?? null };
  });
  const { rows } = await sql<{ id: string }>`UPDATE meeting AS m SET starts_on = d.day, ends_on = NULL,
      date_basis = (CASE WHEN d.day IS NULL THEN 'UNKNOWN' ELSE 'INFERRED' END)::date_basis, date_basis_reason = d.reason
    FROM json_to_recordset(${JSON.stringify(days)}::json) AS d(id text, day date, reason text)
    WHERE m.id = d.id AND (m.starts_on, m.date_basis_reason) IS DISTINCT FROM (d.day, d.reason)
    RETURNING m.id`.execute(kysely);
  return rows.map(({ id }) => id);
}
