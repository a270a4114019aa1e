import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../entities/entity-type.ts';
import { escapeLike } from '../text/escape-like.ts';
import { foldText } from '../text/fold-text.ts';
import { keyOf } from '../text/folded-key.ts';
import { hasParts, partsWithin } from './name-parts.ts';

/** How many names are looked at for each that is wanted: one entity may have several that begin alike. */
const NAMES_EACH = 15;

/** From how many characters or letters on short forms are suggested: of fewer they would hide the names of others. */
const SHORT_FROM = 2;

/** Where names are looked for, one after the other, until there are enough. */
interface Stage {
  readonly condition: RawBuilder<unknown>;
  /** Those of one number are ordered by their prominence, and come before those of a higher one. */
  readonly how: RawBuilder<unknown>;
}

/**
 * A SELECT of names that begin with `prefix`, the best known first: in characters, in pinyin, or in the initials of pinyin; then, where they
 * are too few, of those in which it stands elsewhere. Those who are told of often come first; others where these are too few. Each entity
 * comes once. Pinyin is compared only where the prefix is Latin, so that no homophone is suggested for a prefix in characters. Null for a prefix
 * without letter, digit or character.
 *
 * Columns: `entity_type`, `id`, `term` and `place`, the number in the order.
 */
export function suggestNames(
  prefix: string,
  types: readonly EntityType[],
  limit: number,
): RawBuilder<unknown> | null {
  const key = keyOf(foldText(prefix));
  if (key === '') return null;
  const stages = [...stagesAtBeginning(key), ...stagesWithin(key)].map((stage, number, all) =>
    stageTable(stage, { key, types, limit, number, before: all.slice(0, number).map((_, at) => at) }),
  );
  const all = stages.map((_, number) => sql`SELECT * FROM ${stageName(number)}`);
  return sql`WITH ${sql.join(stages)}
    SELECT s.entity_type, s.entity_id AS id, s.term,
      row_number() OVER (ORDER BY s.how, s.prominence DESC, s.size, s.term, s.entity_id) AS place
    FROM (${sql.join(all, sql` UNION ALL `)}) AS s ORDER BY place LIMIT ${limit}`;
}

/** Names that begin so: those who are told of often, then all. */
function stagesAtBeginning(key: string): Stage[] {
  const pattern = `${escapeLike(key)}%`;
  const how = sql`CASE WHEN t.key LIKE ${pattern} THEN 0 WHEN t.pinyin LIKE ${pattern} THEN 1 ELSE 2 END`;
  const begins = /^[a-z]+$/.test(key)
    ? sql`(t.key LIKE ${pattern} OR t.pinyin LIKE ${pattern} OR t.initials LIKE ${pattern})`
    : sql`t.key LIKE ${pattern}`;
  return [
    { condition: sql`t.is_known AND ${begins}`, how },
    { condition: begins, how },
  ];
}

/** Names in which it stands elsewhere, which one character tells nothing of. */
function stagesWithin(key: string): Stage[] {
  const parts = partsWithin(key);
  if (parts.length === 0) return [];
  const condition = sql`${hasParts(parts)} AND t.key LIKE ${`_%${escapeLike(key)}%`}`;
  return [{ condition, how: sql`3` }];
}

const stageName = (number: number) => sql.id(`stage_${number}`);

interface StageOptions {
  readonly key: string;
  readonly types: readonly EntityType[];
  readonly limit: number;
  readonly number: number;
  /** The numbers of the stages before it: it is taken where these found too few. */
  readonly before: readonly number[];
}

function stageTable({ condition, how }: Stage, { key, types, limit, number, before }: StageOptions) {
  const kinds = key.length < SHORT_FROM ? ['NAME'] : ['NAME', 'SHORT'];
  const found = before.map((stage) => sql`SELECT entity_id FROM ${stageName(stage)}`);
  const isNext =
    found.length === 0
      ? sql`TRUE`
      : sql`(SELECT count(*) < ${limit} FROM (${sql.join(found, sql` UNION ALL `)}) AS found)
        AND t.entity_id NOT IN (${sql.join(found, sql` UNION ALL `)})`;
  return sql`${stageName(number)} AS MATERIALIZED (SELECT DISTINCT ON (f.entity_id) f.*
    FROM (SELECT t.entity_type, t.entity_id, t.term, t.prominence, length(t.key) AS size, ${how} AS how FROM search_term AS t
      WHERE ${isNext} AND ${condition} AND t.kind = ANY (${kinds}::search_term_kind[]) AND t.entity_type = ANY (${types}::text[])
      ORDER BY how, t.prominence DESC, size, t.term, t.entity_id LIMIT ${limit * NAMES_EACH}) AS f
    ORDER BY f.entity_id, f.how, f.size, f.term)`;
}
