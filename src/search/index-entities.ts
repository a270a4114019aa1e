import { type Kysely, sql } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';
import { packJson } from '../store/sql/json-rows.ts';
import { later } from '../store/sql/pipelined.ts';
import { ENTITY_TYPES, type EntityType } from './entity-type.ts';
import { foldText } from './fold-text.ts';
import { type IndexRow, layRows } from './index-rows.ts';
import { type EntityText, loadEntityTexts } from './load-entity-texts.ts';
import { keyOf } from './search-query.ts';
import { suggestTerm } from './suggest-terms.ts';
import { makeIndexRows } from './words.ts';

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
    await later(kysely, sql`DELETE FROM search_term WHERE entity_id = ANY (${ids}::text[])`.execute(kysely));
    const entities = await loadEntityTexts(kysely, type, ids);
    const rows = await makeIndexRows(entities.map(({ fields }) => layRows(fields)));
    await insertEntities(
      kysely,
      type,
      entities.map((entity, index) => ({ ...entity, rows: rows[index] ?? [] })),
    );
  }
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
      title_key: row.part === 0 ? keyOf(foldText(entity.names[0] ?? '')) : '',
      passages: row.passages,
      terms: row.terms,
      title_terms: row.titleTerms,
    })),
  );
  for (const json of packJson(rows))
    await later(
      kysely,
      sql`INSERT INTO search_entry
        (entity_type, entity_id, part, parts, happened_on, area_codes, title_key, passages, terms, title_terms)
      SELECT ${type}, entity_id, part, parts, happened_on, area_codes, title_key, passages,
        terms::tsvector, title_terms::tsvector
      FROM json_to_recordset(${json}::json) AS entry(entity_id text, part integer, parts integer,
        happened_on date, area_codes text[], title_key text, passages jsonb, terms text, title_terms text)`.execute(
        kysely,
      ),
    );
}

async function insertTerms(
  kysely: Kysely<DB>,
  type: EntityType,
  entities: readonly IndexedEntity[],
): Promise<void> {
  const rows = entities.flatMap(({ id, names }) =>
    [...new Set(names)].map((name) => ({ entity_id: id, ...suggestTerm(type, name) })),
  );
  for (const json of packJson(rows))
    await later(
      kysely,
      sql`INSERT INTO search_term (entity_type, entity_id, term, key, pinyin, initials)
      SELECT ${type}, entity_id, term, key, pinyin, initials
      FROM json_to_recordset(${json}::json)
        AS term(entity_id text, term text, key text, pinyin text, initials text)`.execute(kysely),
    );
}
