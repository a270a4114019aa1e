import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { insertJson } from '../sql/json-rows.ts';
import { newRowId } from '../sql/new-id.ts';
import type { IdentityChange } from './identity-change.ts';

/** Who decides what no person decided. */
const DECIDED_BY = 'xiezuo';

/** How many reasons are kept of a union; they are examples. */
const MAX_REASONS = 5;

/** What is said where no mention ties both: they leave open who they are, and there is one only that they can be. */
const ONLY_ONE = 'It leaves open which one it is, and there is one only.';

/**
 * Notes why the rules made one entity of several, and that they no more do.
 *
 * @param isDecided whether a person's decision did it: that is noted already.
 */
export async function saveUnions(
  kysely: Kysely<DB>,
  { moved }: IdentityChange,
  { isDecided }: { readonly isDecided: boolean },
): Promise<void> {
  const changed = moved.filter(({ from }) => from !== null).map(({ home }) => home);
  if (changed.length === 0) return;
  await sql`UPDATE identity_decision SET reverted_at = now(), reverted_by = ${DECIDED_BY}
    WHERE action = 'UNITE' AND reverted_at IS NULL AND other_id = ANY (${changed}::text[])`.execute(kysely);
  const rows = moved.flatMap(({ kind, home, from, to, reasons }) =>
    from === null || to === home || isDecided
      ? []
      : {
          id: newRowId(),
          action: 'UNITE',
          judgement: 'SAME',
          entity_type: kind,
          entity_id: to,
          other_id: home,
          score: 1,
          reasons: reasons.length > 0 ? reasons.slice(0, MAX_REASONS) : [ONLY_ONE],
          decided_by: DECIDED_BY,
          decided_at: new Date().toISOString(),
        },
  );
  const columns = ['id', 'action', 'judgement', 'entity_type', 'entity_id', 'other_id', 'score', 'reasons'];
  await insertJson(kysely, {
    table: 'identity_decision',
    columns: [...columns, 'decided_by', 'decided_at'],
    rows,
  });
}
