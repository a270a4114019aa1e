import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { FactKind } from '../../kinds/kinds.ts';
import type { DecisionDetail } from '../graph/curation.ts';
import { newRowId } from '../sql/new-id.ts';

/** A decision of a person, to be kept. */
export interface NewDecision {
  /** Of what kind that is which is decided about: an entity, or a fact that the API knows by an id of its own. */
  readonly kind: FactKind;
  readonly entityId: string;
  readonly otherId: string | null;
  readonly reason: string;
  readonly by: string;
  readonly detail: DecisionDetail;
}

/** A decision that was kept. */
export interface StoredDecision {
  readonly id: string;
  readonly kind: FactKind;
  readonly entityId: string;
  /** The other entity; null where there is none. */
  readonly otherId: string | null;
  /** Null for a decision of the rules: they take it anew whenever pages come. */
  readonly detail: DecisionDetail | null;
  readonly isReverted: boolean;
}

const JUDGEMENTS = {
  MERGE: 'SAME',
  SPLIT: 'DIFFERENT',
  RENAME: 'SAME',
  REJECT: 'DIFFERENT',
  DISTINCT: 'DIFFERENT',
} as const;

/** Keeps a decision. Gives its id. */
export async function saveDecision(kysely: Kysely<DB>, decision: NewDecision): Promise<string> {
  const { kind, entityId, otherId, reason, by, detail } = decision;
  const id = newRowId();
  await sql`INSERT INTO identity_decision
      (id, action, judgement, entity_type, entity_id, other_id, score, reasons, detail, decided_by, decided_at)
    VALUES (${id}, ${detail.action}::decision_action, ${JUDGEMENTS[detail.action]}::judgement, ${kind}, ${entityId}, ${otherId}, 1,
      ${[reason]}::text[], ${JSON.stringify(detail)}::jsonb, ${by}, now())`.execute(kysely);
  return id;
}

/** A decision by its id, null where there is none. */
export async function findDecision(kysely: Kysely<DB>, id: string): Promise<StoredDecision | null> {
  const { rows } =
    await sql<StoredDecision>`SELECT id, entity_type AS kind, entity_id AS "entityId", other_id AS "otherId", detail,
      reverted_at IS NOT NULL AS "isReverted" FROM identity_decision WHERE id = ${id}`.execute(kysely);
  return rows[0] ?? null;
}

/** The last merge by a person that made an entity what it is, or took it away; null where there is none. */
export async function findLastMerge(kysely: Kysely<DB>, entityId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM identity_decision
    WHERE action = 'MERGE' AND reverted_at IS NULL AND (entity_id = ${entityId} OR other_id = ${entityId})
    ORDER BY decided_at DESC, id DESC LIMIT 1`.execute(kysely);
  return rows[0]?.id ?? null;
}

/** Notes that a decision was taken back. */
export async function markReverted(
  kysely: Kysely<DB>,
  id: string,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<void> {
  await sql`UPDATE identity_decision SET reverted_at = now(), reverted_by = ${by}, revert_reason = ${reason}
    WHERE id = ${id}`.execute(kysely);
}
