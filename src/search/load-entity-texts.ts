import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';
import type { Weight } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { type EntityType, kindOf } from './entity-type.ts';

/** What is searched of an entity. */
export interface EntityText {
  readonly id: string;
  /** The day it happened or was published, `YYYY-MM-DD`; null where there is none. */
  readonly happenedOn: string | null;
  /** Codes of the areas that it belongs to, those above them included. */
  readonly areaCodes: readonly string[];
  /** In the order of their weight; the first is its name or headline. */
  readonly fields: readonly EntityField[];
  /** Names by which it is suggested. */
  readonly names: readonly string[];
}

/** A text of an entity, under the name that highlights give. */
export interface EntityField {
  readonly field: string;
  readonly text: string;
  readonly weight: Weight;
}

/** What a statement gives of an entity: its texts by field, each a text, a list of texts, or null. */
interface EntityRow {
  readonly id: string;
  readonly happened_on: string | null;
  /** Codes, without those of the areas above. */
  readonly areas: readonly string[];
  readonly texts: Readonly<Record<string, string | readonly string[] | null>>;
}

/** The fields of articles, as of the kinds of fact: with their weights, in the order of the index row. */
const ARTICLE_FIELDS: Readonly<Record<string, Weight>> = { headline: 'A', text: 'D' };

const fieldsOf = (type: EntityType) =>
  type === 'ARTICLE' ? ARTICLE_FIELDS : KINDS[kindOf(type)].searched.fields;

/** The fields of an article. */
export function listArticleFields(article: { readonly headline: string | null; readonly text: string }) {
  return listFields('ARTICLE', article);
}

function listFields(type: EntityType, texts: EntityRow['texts']): EntityField[] {
  return Object.entries(fieldsOf(type)).flatMap(([field, weight]) =>
    [texts[field] ?? []].flat().map((text) => ({ field, text, weight })),
  );
}

/** The fields whose texts are names. */
const NAMES: ReadonlySet<string> = new Set(['headline', 'name', 'otherNames', 'title', 'measure']);

/** The texts of the entities of one kind that exist and were not merged away. */
export async function loadEntityTexts(
  kysely: Kysely<DB>,
  type: EntityType,
  ids: readonly string[],
): Promise<EntityText[]> {
  const rows = sql`SELECT json_agg(entity)::text AS entities FROM (${STATEMENTS[type](ids)}) AS entity`;
  const result = await sql<{ entities: string | null }>`${rows}`.execute(kysely);
  const entities = JSON.parse(result.rows[0]?.entities ?? '[]') as EntityRow[];
  const withAreasAbove = await loadAreasAbove(
    kysely,
    entities.flatMap(({ areas }) => areas),
  );
  return entities.map((row) => ({ ...entityText(type, row), areaCodes: withAreasAbove(row.areas) }));
}

function entityText(type: EntityType, row: EntityRow): Omit<EntityText, 'areaCodes'> {
  const fields = listFields(type, row.texts);
  return {
    id: row.id,
    happenedOn: row.happened_on,
    fields,
    names: fields.filter(({ field }) => NAMES.has(field)).map(({ text }) => text),
  };
}

/** For each area code what it stands for: it and the areas above. */
async function loadAreasAbove(kysely: Kysely<DB>, codes: Iterable<string>): Promise<WithAreasAbove> {
  const { rows } = await sql<{ code: string; above: string[] }>`
    WITH RECURSIVE step(code, above) AS (
      SELECT code, code FROM area WHERE code = ANY (${[...new Set(codes)]}::text[])
      UNION ALL SELECT step.code, a.parent_code FROM step JOIN area AS a ON a.code = step.above
        WHERE a.parent_code IS NOT NULL
    ) SELECT code, array_agg(above) AS above FROM step GROUP BY code`.execute(kysely);
  const above = new Map(rows.map((row) => [row.code, row.above]));
  return (own) => [...new Set(own.flatMap((code) => above.get(code) ?? []))].sort();
}

/** Areas with those above them, each once, by code. */
type WithAreasAbove = (codes: readonly string[]) => string[];

/** The areas of the meetings that articles tell of, by article; those that belong to none are left out. */
export async function loadArticleAreas(
  kysely: Kysely<DB>,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; areas: string[] }>`SELECT e.article_id AS id,
      array_agg(DISTINCT p.area_code) AS areas
    FROM evidence AS e JOIN meeting_place AS p ON p.meeting_id = e.meeting_id
    WHERE e.article_id = ANY (${ids}::text[]) GROUP BY 1`.execute(kysely);
  const withAreasAbove = await loadAreasAbove(
    kysely,
    rows.flatMap(({ areas }) => areas),
  );
  return new Map(rows.map(({ id, areas }) => [id, withAreasAbove(areas)]));
}

const STATEMENTS: Readonly<Record<EntityType, (ids: readonly string[]) => RawBuilder<unknown>>> = {
  ARTICLE: (ids) => sql`SELECT a.id, a.published_on AS happened_on,
      ARRAY(SELECT p.area_code FROM meeting_place AS p JOIN evidence AS e ON e.meeting_id = p.meeting_id
        WHERE e.article_id = a.id) AS areas,
      json_build_object('headline', a.headline, 'text', a.text) AS texts
    FROM article AS a WHERE a.id = ANY (${ids}::text[]) AND a.superseded_by_id IS NULL`,
  MEETING: (ids) => sql`SELECT m.id, m.starts_on AS happened_on,
      ARRAY(SELECT p.area_code FROM meeting_place AS p WHERE p.meeting_id = m.id) AS areas,
      json_build_object('name', m.name, 'otherNames', m.other_names,
        'series', (SELECT json_agg(s.name ORDER BY s.name) FROM meeting_session AS n
          JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = m.id),
        'places', (SELECT json_agg(a.name ORDER BY p.ordinal, a.code) FROM meeting_place AS p
          JOIN area AS a ON a.code = p.area_code WHERE p.meeting_id = m.id)) AS texts
    FROM meeting AS m WHERE m.id = ANY (${ids}::text[]) AND m.merged_into_id IS NULL`,
  PERSON: (ids) => sql`SELECT n.id, NULL AS happened_on,
      ARRAY(SELECT coalesce(p.area_code, o.area_code) FROM position AS p
        LEFT JOIN organisation AS o ON o.id = p.organisation_id
        WHERE p.person_id = n.id AND coalesce(p.area_code, o.area_code) IS NOT NULL) AS areas,
      json_build_object('name', n.name, 'otherNames', n.other_names,
        'positions', (SELECT json_agg(DISTINCT p.title) FROM position AS p WHERE p.person_id = n.id)) AS texts
    FROM person AS n WHERE n.id = ANY (${ids}::text[]) AND n.merged_into_id IS NULL`,
  ORGANISATION: (
    ids,
  ) => sql`SELECT o.id, NULL AS happened_on, array_remove(ARRAY[o.area_code], NULL) AS areas,
      json_build_object('name', o.name, 'otherNames', o.other_names,
        'area', (SELECT a.name FROM area AS a WHERE a.code = o.area_code)) AS texts
    FROM organisation AS o WHERE o.id = ANY (${ids}::text[]) AND o.merged_into_id IS NULL`,
  AGREEMENT: (ids) => sql`SELECT g.id, g.signed_on AS happened_on,
      ARRAY(SELECT coalesce(s.area_code, o.area_code) FROM signature AS s
        LEFT JOIN organisation AS o ON o.id = s.organisation_id
        WHERE s.agreement_id = g.id AND coalesce(s.area_code, o.area_code) IS NOT NULL
        UNION SELECT p.area_code FROM meeting_place AS p WHERE p.meeting_id = g.meeting_id) AS areas,
      json_build_object('title', g.title,
        'parties', (SELECT json_agg(coalesce(o.name, a.name) ORDER BY s.ordinal, coalesce(o.name, a.name)) FROM signature AS s
          LEFT JOIN organisation AS o ON o.id = s.organisation_id LEFT JOIN area AS a ON a.code = s.area_code
          WHERE s.agreement_id = g.id)) AS texts
    FROM agreement AS g WHERE g.id = ANY (${ids}::text[]) AND g.merged_into_id IS NULL`,
  INDICATOR: (ids) => sql`SELECT i.id, i.ends_on AS happened_on,
      array_remove(ARRAY[coalesce(i.area_code, o.area_code)], NULL) AS areas,
      json_build_object('measure', i.measure, 'subject', coalesce(o.name, a.name, m.name)) AS texts
    FROM indicator AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id
      LEFT JOIN area AS a ON a.code = i.area_code LEFT JOIN meeting AS m ON m.id = i.meeting_id
    WHERE i.id = ANY (${ids}::text[])`,
};
