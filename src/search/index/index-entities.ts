import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { packJson } from '../../store/sql/json-rows.ts';
import { later } from '../../store/sql/pipelined.ts';
import { ENTITY_TYPES, type EntityType } from '../entities/entity-type.ts';
import { type IndexRow, layRows } from '../entities/index-rows.ts';
import { type EntityText, loadEntityTexts } from '../entities/load-entity-texts.ts';
import { foldText } from '../text/fold-text.ts';
import { keyOf } from '../text/folded-key.ts';
import { makeIndexRows } from '../words/words.ts';
import { deleteTerms, insertTerms } from './index-terms.ts';
import { INDEXER_VERSION } from './indexer-version.ts';

/** An entity that the index knows by kind and id. */
export interface EntityRef {
  readonly type: EntityType;
  readonly id: string;
}

/**
 * Writes what search knows of entities anew from their rows, as they are in this transaction; entities that do not
 * exist any more, or were merged away, leave the index.
 *
 * @param kysely of the transaction that changed them.
 */
export async function indexEntities(kysely: Kysely<DB>, refs: readonly EntityRef[]): Promise<void> {
  for (const type of ENTITY_TYPES) {
    const ids = [...new Set(refs.filter((ref) => ref.type === type).map(({ id }) => id))];
    if (ids.length === 0) continue;
    await later(kysely, sql`DELETE FROM search_entry WHERE entity_id = ANY (${ids}::text[])`.execute(kysely));
    await deleteTerms(kysely, ids);
    await insertEntities(kysely, type, await readEntities(kysely, type, ids));
  }
}

/** What search is to know of the entities of a kind that exist and were not merged away. */
export async function readEntities(
  kysely: Kysely<DB>,
  type: EntityType,
  ids: readonly string[],
): Promise<IndexedEntity[]> {
  const entities = await loadEntityTexts(kysely, type, ids);
  const rows = await makeIndexRows(entities.map(({ fields }) => layRows(fields)));
  return entities.map((entity, index) => ({ ...entity, rows: rows[index] ?? [] }));
}

/** An entity with the rows by which it is found. */
export interface IndexedEntity extends Omit<EntityText, 'fields'> {
  readonly rows: readonly IndexRow[];
}

/** Writes what search knows of entities of which it knows nothing yet. */
export async function insertEntities(
  kysely: Kysely<DB>,
  type: EntityType,
  entities: readonly IndexedEntity[],
): Promise<void> {
  await insertEntries(kysely, type, entities);
  await insertTerms(kysely, type, entities);
}

async function insertEntries(
  kysely: Kysely<DB>,
  type: EntityType,
  entities: readonly IndexedEntity[],
): Promise<void> {
  const rows = entities.flatMap((entity) =>
    entity.rows.map((row) => ({
      entity_id: entity.id,
      part: row.part,
      parts: row.parts,
      happened_on: entity.happenedOn,
      area_codes: entity.areaCodes,
      related: entity.related,
      publisher: entity.publisher,
      title_key: row.part === 0 ? keyOf(foldText(entity.names[0] ?? '')) : '',
      passages: row.passages,
      terms: row.terms,
      title_terms: row.titleTerms,
    })),
  );
  for (const json of packJson(rows))
    await later(
      kysely,
      sql`INSERT INTO search_entry (entity_type, entity_id, part, parts, happened_on, area_codes, related, publisher, indexer,
        title_key, passages, terms, title_terms)
      SELECT ${type}, entity_id, part, parts, happened_on, area_codes, related, publisher, ${INDEXER_VERSION}::integer,
        title_key, passages, terms::tsvector, title_terms::tsvector
      FROM json_to_recordset(${json}::json) AS entry(entity_id text, part integer, parts integer,
        happened_on date, area_codes text[], related text[], publisher text, title_key text, passages jsonb, terms text,
        title_terms text)`.execute(kysely),
    );
}
