import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { EntityKind } from '../../kinds/kinds.ts';

/** An entity that keys of a declaration tell. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  /** Whether it has keys that told the one side then, and not the other; and the other way round. */
  readonly isLeft: boolean;
  readonly isRight: boolean;
}

/** That a person declared two entities to be two, as the graph holds them now. */
export interface Declaration {
  readonly kind: EntityKind;
  /** The entities that have the ids now which were named then; null where there is none. */
  readonly leftId: string | null;
  readonly rightId: string | null;
  readonly holders: readonly Holder[];
  /** Keys that entities on either side have both, and did not then. */
  readonly shared: readonly string[];
}

/** Keys of either side that the other did not have. */
const TOLD = sql`SELECT d.id, d.entity_type AS kind, side.is_left, split_part(key, E'\\t', 1) AS family,
    split_part(key, E'\\t', 2) AS value
  FROM identity_decision AS d, LATERAL (VALUES (true, d.detail -> 'left', d.detail -> 'right'),
    (false, d.detail -> 'right', d.detail -> 'left')) AS side(is_left, own, other),
    jsonb_array_elements_text(side.own) AS key
  WHERE d.action = 'DISTINCT' AND d.reverted_at IS NULL AND NOT side.other ? key`;

const HOLDERS = sql`SELECT t.id, h.root, bool_or(t.is_left) AS is_left, bool_or(NOT t.is_left) AS is_right
  FROM told AS t JOIN identity_key AS k ON k.kind = t.kind AND k.family = t.family AND k.value = t.value
    JOIN identity_home AS h ON h.id = k.home GROUP BY t.id, h.root`;

const KEYS = sql`SELECT o.id, o.is_left, o.is_right, k.family || E'\\t' || k.value AS key
  FROM holder AS o JOIN identity_home AS h ON h.root = o.root JOIN identity_key AS k ON k.home = h.id
  WHERE k.value <> '' AND o.is_left <> o.is_right`;

const rootOf = (column: 'entity_id' | 'other_id') =>
  sql`(SELECT root FROM identity_home WHERE id = ${sql.ref(`d.${column}`)})`;

/** What people declared to be two, by the entities that have the same keys now. */
export async function listDistinct(kysely: Kysely<DB>): Promise<Declaration[]> {
  const { rows } = await sql<Declaration>`WITH told AS (${TOLD}), holder AS (${HOLDERS}), key AS (${KEYS})
    SELECT d.entity_type AS kind, ${rootOf('entity_id')} AS "leftId", ${rootOf('other_id')} AS "rightId",
      (SELECT coalesce(json_agg(json_build_object('id', o.root, 'isLeft', o.is_left, 'isRight', o.is_right,
          'name', coalesce(p.name, b.name, m.name, a.title, '')) ORDER BY o.root), '[]')
        FROM holder AS o LEFT JOIN person AS p ON p.id = o.root LEFT JOIN organisation AS b ON b.id = o.root
          LEFT JOIN meeting AS m ON m.id = o.root LEFT JOIN agreement AS a ON a.id = o.root
        WHERE o.id = d.id) AS holders,
      ARRAY(SELECT key.key FROM key WHERE key.id = d.id
          AND NOT (d.detail -> 'left' ? key.key AND d.detail -> 'right' ? key.key)
        GROUP BY 1 HAVING bool_or(key.is_left) AND bool_or(key.is_right) ORDER BY 1) AS shared
    FROM identity_decision AS d WHERE d.action = 'DISTINCT' AND d.reverted_at IS NULL ORDER BY d.decided_at, d.id`.execute(
    kysely,
  );
  return rows;
}
