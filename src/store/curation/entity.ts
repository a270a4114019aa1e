import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { describeEntity, ENTITY_KINDS, type EntityKind } from '../../kinds/kinds.ts';
import type { MentionRef } from '../graph/curation.ts';

/** An entity as identities have it. */
export interface CuratedEntity {
  /** The id that it has now: that of the entity it was merged into, where it was. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Whether a person rejected it: it has mentions then, but no row. */
  readonly isRejected: boolean;
}

/** SQL of the name of the row of an entity `root`, of any kind; null where there is none. */
const NAME = sql.join(
  ENTITY_KINDS.map((kind) => {
    const { nameColumn } = describeEntity(kind).identity;
    return sql`(SELECT ${sql.ref(`it.${nameColumn}`)} FROM ${sql.table(kind)} AS it WHERE it.id = h.root)`;
  }),
);

/** The entity of an id, also of one that was merged away; null where there is none. */
export async function findEntity(kysely: Kysely<DB>, id: string): Promise<CuratedEntity | null> {
  const { rows } = await sql<CuratedEntity>`SELECT h.root AS id, h.kind, coalesce(row.name, '') AS name,
      row.name IS NULL AS "isRejected"
    FROM identity_home AS h CROSS JOIN LATERAL (SELECT coalesce(${NAME}) AS name) AS row
    WHERE h.id = ${id}`.execute(kysely);
  return rows[0] ?? null;
}

/**
 * The keys that tell an entity by itself, each as one text: those of the mentions that are kept under its own id, so that a
 * decision about it does not rest on the unions that it is in; where there are none, those of all its mentions.
 */
export async function listKeys(kysely: Kysely<DB>, id: string): Promise<string[]> {
  const { rows } = await sql<{ key: string; isOwn: boolean }>`SELECT k.family || E'\\t' || k.value AS key,
      bool_or(k.home = ${id}) AS "isOwn"
    FROM identity_key AS k JOIN identity_home AS h ON h.id = k.home WHERE h.root = ${id} GROUP BY 1 ORDER BY 1`.execute(
    kysely,
  );
  const own = rows.filter(({ isOwn }) => isOwn);
  return (own.length > 0 ? own : rows).map(({ key }) => key);
}

/** The fullest name that pages give an entity, whatever people named it, by the mentions under its own id; null where there are none. */
export async function findPrintedName(kysely: Kysely<DB>, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM mention WHERE home = ${id}
    ORDER BY length(name) DESC, name COLLATE "C" LIMIT 1`.execute(kysely);
  return rows[0]?.name ?? null;
}

/** A mention of an entity, with the article that it stands in. */
export interface EntityMention extends MentionRef {
  readonly articleId: string;
}

/** The mentions of an entity. */
export async function listEntityMentions(kysely: Kysely<DB>, id: string): Promise<EntityMention[]> {
  const { rows } =
    await sql<EntityMention>`SELECT m.article_id AS "articleId", coalesce(d.url, d.name) AS page,
      a.ordinal AS article, m.kind, m.name
    FROM mention AS m JOIN identity_home AS h ON h.id = m.home JOIN article AS a ON a.id = m.article_id
      JOIN source_document AS d ON d.id = a.document_id
    WHERE h.root = ${id} ORDER BY m.article_id, m.ordinal`.execute(kysely);
  return rows;
}
