import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { FACT_KINDS, isEntityKind, type SettledFact, type SettledOf } from '../../kinds/kinds.ts';
import type { Session } from '../../kinds/meeting.ts';
import { insertJson, replaceOnConflict } from '../sql/json-rows.ts';
import { newId } from '../sql/new-id.ts';
import type { FactRef } from './evidence-rows.ts';
import { FACT_TABLES } from './fact-rows.ts';

/** Ids of series by name; those that are not there yet are made. */
async function saveSeries(kysely: Kysely<DB>, sessions: readonly Session[]): Promise<Map<string, string>> {
  const names = [...new Set(sessions.map(({ series }) => series))].sort();
  if (names.length === 0) return new Map();
  await insertJson(kysely, {
    table: 'meeting_series',
    columns: ['id', 'name'],
    rows: names.map((name) => ({ id: newId('series'), name })),
    onConflict: 'ON CONFLICT (name) DO NOTHING',
  });
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM meeting_series
    WHERE name = ANY (${names}::text[])`.execute(kysely);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Of the bodies that articles name for the meetings of series the one that they name most fully is the series', however people name it. */
async function settleSeries(kysely: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE meeting_series AS s SET organisation_id = best.id FROM (
      SELECT DISTINCT ON (k.id) k.id AS series_id, o.id FROM meeting_series AS k
        LEFT JOIN meeting_session AS n ON n.series_id = k.id LEFT JOIN organisation AS o ON o.id = n.organisation_id
      WHERE k.id = ANY (${ids}::text[])
      ORDER BY k.id, length(n.organisation_told) DESC NULLS LAST, n.organisation_told COLLATE "C") AS best
    WHERE best.series_id = s.id AND s.organisation_id IS DISTINCT FROM best.id`.execute(kysely);
  await sql`DELETE FROM meeting_series AS s WHERE s.id = ANY (${ids}::text[])
    AND NOT EXISTS (SELECT FROM meeting_session AS n WHERE n.series_id = s.id)`.execute(kysely);
}

/** Takes the places and sessions of meetings away. Gives the ids of the series that these were of. */
async function deleteMeetingParts(kysely: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  await sql`DELETE FROM meeting_place WHERE meeting_id = ANY (${ids}::text[])`.execute(kysely);
  const { rows } = await sql<{
    id: string;
  }>`DELETE FROM meeting_session WHERE meeting_id = ANY (${ids}::text[])
    RETURNING series_id AS id`.execute(kysely);
  return rows.map(({ id }) => id);
}

async function saveMeetingParts(
  kysely: Kysely<DB>,
  meetings: readonly SettledOf<'meeting'>[],
): Promise<void> {
  const ids = meetings.map(({ id }) => id);
  if (ids.length === 0) return;
  const series = await saveSeries(
    kysely,
    meetings.flatMap(({ sessions }) => sessions),
  );
  const former = await deleteMeetingParts(kysely, ids);
  await insertJson(kysely, {
    table: 'meeting_place',
    columns: ['meeting_id', 'area_code', 'ordinal'],
    rows: meetings.flatMap(({ id, places }) =>
      places.map((code, ordinal) => ({ meeting_id: id, area_code: code, ordinal })),
    ),
  });
  await insertJson(kysely, {
    table: 'meeting_session',
    columns: ['meeting_id', 'series_id', 'ordinal', 'organisation_id', 'organisation_told'],
    rows: meetings.flatMap(({ id, sessions }) =>
      sessions.map((session) => ({
        meeting_id: id,
        series_id: series.get(session.series),
        ordinal: session.ordinal,
        organisation_id: session.organisation?.id ?? null,
        organisation_told: session.organisation?.name ?? null,
      })),
    ),
  });
  await settleSeries(kysely, [...new Set([...former, ...series.values()])]);
}

async function saveParticipationParts(
  kysely: Kysely<DB>,
  participations: readonly SettledOf<'participation'>[],
): Promise<void> {
  const ids = participations.map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`DELETE FROM participation_position WHERE participation_id = ANY (${ids}::text[])`.execute(kysely);
  await insertJson(kysely, {
    table: 'participation_position',
    columns: ['participation_id', 'position_id'],
    rows: participations.flatMap(({ id, positionIds }) =>
      positionIds.map((positionId) => ({ participation_id: id, position_id: positionId })),
    ),
  });
}

/** Writes facts, new ones and those that changed. */
export async function saveFacts(kysely: Kysely<DB>, facts: readonly SettledFact[]): Promise<void> {
  for (const kind of FACT_KINDS) {
    const { table, columns, toRow } = FACT_TABLES[kind];
    const rows = facts.filter((fact) => fact.kind === kind).map(toRow);
    if (rows.length > 0)
      await insertJson(kysely, { table, columns, rows, onConflict: replaceOnConflict(['id'], columns) });
    if (kind === 'meeting')
      await saveMeetingParts(
        kysely,
        facts.filter((fact) => fact.kind === 'meeting'),
      );
  }
  await saveParticipationParts(
    kysely,
    facts.filter((fact) => fact.kind === 'participation'),
  );
}

/**
 * Takes away facts that nothing supports any more, but for entities that were united with others: they go on to say with
 * which. Series that no meeting is left of go too.
 */
export async function deleteFacts(kysely: Kysely<DB>, facts: readonly FactRef[]): Promise<void> {
  for (const kind of FACT_KINDS.toReversed()) {
    const ids = facts.flatMap((fact) => (fact.kind === kind ? fact.id : []));
    if (ids.length === 0) continue;
    if (kind === 'meeting') await settleSeries(kysely, await deleteMeetingParts(kysely, ids));
    if (kind === 'organisation')
      await sql`UPDATE meeting_series SET organisation_id = NULL WHERE organisation_id = ANY (${ids}::text[])`.execute(
        kysely,
      );
    if (isEntityKind(kind))
      await sql`DELETE FROM ${sql.table(kind)} AS it WHERE it.merged_into_id = ANY (${ids}::text[])
        AND EXISTS (SELECT FROM identity_home AS h WHERE h.id = it.id AND h.root = it.merged_into_id)
        AND NOT EXISTS (SELECT FROM identity_home AS h WHERE h.id = it.merged_into_id AND h.root <> h.id)`.execute(
        kysely,
      );
    const isFree = isEntityKind(kind)
      ? sql`NOT EXISTS (SELECT FROM identity_home AS h WHERE h.id = it.id AND h.root <> it.id)`
      : sql`true`;
    await sql`DELETE FROM ${sql.table(kind)} AS it WHERE it.id = ANY (${ids}::text[]) AND ${isFree}`.execute(
      kysely,
    );
  }
}
