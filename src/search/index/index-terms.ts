import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { packJson } from '../../store/sql/json-rows.ts';
import { later } from '../../store/sql/pipelined.ts';
import { postsOf } from '../entities/entity-statements.ts';
import type { EntityType } from '../entities/entity-type.ts';
import type { EntityText } from '../entities/load-entity-texts.ts';
import { type Post, postForms } from '../entities/post-forms.ts';
import { suggestTerm } from '../names/suggest-terms.ts';

/** What an entity is called. */
type NamedEntity = Pick<EntityText, 'id' | 'names' | 'shortNames' | 'posts'>;

interface Term {
  readonly entity_id: string;
  readonly kind: 'NAME' | 'SHORT' | 'POST';
  readonly name: string;
  readonly observed_on: string | null;
}

/** The column of evidence that refers to entities of a kind; articles have none. */
const EVIDENCE: Readonly<Record<Exclude<EntityType, 'ARTICLE'>, string>> = {
  MEETING: 'meeting_id',
  PERSON: 'person_id',
  ORGANISATION: 'organisation_id',
  AGREEMENT: 'agreement_id',
  INDICATOR: 'indicator_id',
};

/** Takes back what entities are called. */
export async function deleteTerms(kysely: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await later(kysely, sql`DELETE FROM search_term WHERE entity_id = ANY (${ids}::text[])`.execute(kysely));
}

/** Writes what entities of a kind are called, whose evidence is written already. */
export async function insertTerms(
  kysely: Kysely<DB>,
  type: EntityType,
  entities: readonly NamedEntity[],
): Promise<void> {
  await insertRows(
    kysely,
    type,
    entities.flatMap(({ id, names, shortNames, posts }): Term[] => [
      ...[...new Set(names)].map((name) => ({
        entity_id: id,
        kind: 'NAME' as const,
        name,
        observed_on: null,
      })),
      ...shortNames.map((name) => ({ entity_id: id, kind: 'SHORT' as const, name, observed_on: null })),
      ...postTerms(id, posts),
    ]),
  );
}

/** The forms of a person's posts, each with the last day on which it was seen. */
function postTerms(id: string, posts: readonly Post[]): Term[] {
  const days = new Map<string, string | null>();
  for (const post of posts)
    for (const form of postForms(post)) {
      const known = days.get(form) ?? null;
      days.set(form, known !== null && known > (post.observedOn ?? '') ? known : post.observedOn);
    }
  return [...days].map(([name, day]) => ({ entity_id: id, kind: 'POST', name, observed_on: day }));
}

/**
 * Writes anew the days on which people were last seen in their posts. That is all that changes of what is known of a person who was seen in a
 * post again, and most that is told of people is that.
 *
 * @param kysely of the transaction that wrote the posts.
 */
export async function indexPosts(kysely: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const posts = sql`SELECT json_agg(person)::text AS people FROM (${postsOf(ids)}) AS person`;
  const { rows } = await sql<{ people: string | null }>`${posts}`.execute(kysely);
  const people = JSON.parse(rows[0]?.people ?? '[]') as { id: string; posts: Post[] | null }[];
  await later(
    kysely,
    sql`DELETE FROM search_term WHERE entity_id = ANY (${ids}::text[]) AND kind = 'POST'`.execute(kysely),
  );
  await insertRows(
    kysely,
    'PERSON',
    people.flatMap((person) => postTerms(person.id, person.posts ?? [])),
  );
}

async function insertRows(kysely: Kysely<DB>, type: EntityType, terms: readonly Term[]): Promise<void> {
  const rows = terms.map(({ name, ...term }) => ({ ...term, ...suggestTerm(type, name) }));
  const column = type === 'ARTICLE' ? null : sql.ref(EVIDENCE[type]);
  const prominence =
    column === null
      ? sql`0`
      : sql`(SELECT count(*) FROM evidence AS e WHERE ${column} = term.entity_id)::integer`;
  for (const json of packJson(rows))
    await later(
      kysely,
      sql`INSERT INTO search_term (entity_type, entity_id, kind, term, key, pinyin, initials, observed_on, prominence)
      SELECT ${type}, entity_id, kind, term, key, pinyin, initials, observed_on, ${prominence}
      FROM json_to_recordset(${json}::json) AS term(entity_id text, kind search_term_kind, term text, key text, pinyin text,
        initials text, observed_on date)`.execute(kysely),
    );
}
