import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { Weight } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { ARTICLE_AREAS, ARTICLE_RELATED, ENTITY_STATEMENTS } from './entity-statements.ts';
import { type EntityType, kindOf } from './entity-type.ts';
import { type Post, postForms } from './post-forms.ts';
import { shortNames } from './short-names.ts';

/** What is searched of an entity. */
export interface EntityText {
  readonly id: string;
  /** The day it happened or was published, `YYYY-MM-DD`; null where there is none. */
  readonly happenedOn: string | null;
  /** Codes of the areas that it belongs to, those above them included. */
  readonly areaCodes: readonly string[];
  /** Ids of the people, organisations, meetings, agreements and series that it is, or has to do with. */
  readonly related: readonly string[];
  /** Of an article. */
  readonly publisher: string | null;
  /** In the order of their weight; the first is its name or headline. */
  readonly fields: readonly EntityField[];
  /** What it is called, its name first. */
  readonly names: readonly string[];
  /** Forms of its names in which it is spoken of. */
  readonly shortNames: readonly string[];
  /** The posts of a person. */
  readonly posts: readonly Post[];
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
  /** Without its own id. */
  readonly related: readonly string[];
  readonly publisher?: string | null;
  readonly posts?: readonly Post[] | null;
  /** The names of the area of a body. */
  readonly area_names?: readonly string[] | null;
  readonly texts: Readonly<Record<string, string | readonly string[] | null>>;
}

/** The fields of articles, as of the kinds of fact: with their weights, in the order of the index row. */
const ARTICLE_FIELDS: Readonly<Record<string, Weight>> = { headline: 'A', text: 'D' };

const fieldsOf = (type: EntityType) =>
  type === 'ARTICLE' ? ARTICLE_FIELDS : KINDS[kindOf(type)].searched.fields;

/** The fields of an article: its text without the headline that it begins with, which is a field of its own. */
export function listArticleFields({
  headline,
  text,
}: {
  readonly headline: string | null;
  readonly text: string;
}) {
  const body = headline !== null && text.startsWith(`${headline}\n`) ? text.slice(headline.length + 1) : text;
  return listFields('ARTICLE', { headline, text: body });
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
  const rows = sql`SELECT json_agg(entity)::text AS entities FROM (${ENTITY_STATEMENTS[type](ids)}) AS entity`;
  const result = await sql<{ entities: string | null }>`${rows}`.execute(kysely);
  const entities = JSON.parse(result.rows[0]?.entities ?? '[]') as EntityRow[];
  const withAreasAbove = await loadAreasAbove(
    kysely,
    entities.flatMap(({ areas }) => areas),
  );
  return entities.map((row) => ({ ...entityText(type, row), areaCodes: withAreasAbove(row.areas) }));
}

function entityText(type: EntityType, row: EntityRow): Omit<EntityText, 'areaCodes'> {
  const posts = row.posts ?? [];
  const positions = [...new Set(posts.flatMap(postForms))];
  const fields =
    type === 'ARTICLE'
      ? listArticleFields(row.texts as { headline: string | null; text: string })
      : listFields(type, { ...row.texts, positions });
  const names = fields.filter(({ field }) => NAMES.has(field)).map(({ text }) => text);
  return {
    id: row.id,
    happenedOn: row.happened_on,
    related: relatedTo(row.id, row.related),
    publisher: row.publisher ?? null,
    fields,
    names,
    shortNames: type === 'ORGANISATION' ? shortNames(names, row.area_names ?? []) : [],
    posts,
  };
}

/** What an entity is, and has to do with, each once. */
const relatedTo = (id: string, others: readonly string[]) => [...new Set([id, ...others])].sort();

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

/** What search knows of an article by its facts. */
export interface ArticleBelongings {
  /** Codes of the areas of the meetings that it tells of, those above them included. */
  readonly areaCodes: readonly string[];
  readonly related: readonly string[];
}

/** What search knows of articles by their facts, by article. */
export async function loadArticleBelongings(
  kysely: Kysely<DB>,
  ids: readonly string[],
): Promise<Map<string, ArticleBelongings>> {
  const { rows } = await sql<{ id: string; areas: string[]; related: string[] }>`
    SELECT a.id, ${ARTICLE_AREAS} AS areas, ${ARTICLE_RELATED} AS related
    FROM unnest(${ids}::text[]) AS a(id)`.execute(kysely);
  const withAreasAbove = await loadAreasAbove(
    kysely,
    rows.flatMap(({ areas }) => areas),
  );
  return new Map(
    rows.map(({ id, areas, related }) => [
      id,
      { areaCodes: withAreasAbove(areas), related: relatedTo(id, related) },
    ]),
  );
}
