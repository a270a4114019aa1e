import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../entities/entity-type.ts';
import { escapeLike } from '../text/escape-like.ts';
import { spellings } from '../text/numbers.ts';
import { withSynonyms } from '../text/synonyms.ts';

/** What a query counts that is all of a name: of the name, of a short form, of a post's present holder, and of Latin letters. */
const [NAME, SHORT, POST, FORMER, PINYIN, INITIALS, BEGINNING] = [1, 0.9, 0.8, 0.3, 0.2, 0.15, 0.05];

/** The least bonus of what a query names in its own characters: what it only spells has less. */
export const NAMED_FROM = FORMER;

/** How many entities are looked at whose names in Latin letters only begin with a query; so short ones are not. */
const [MAX_BEGINNING, MIN_BEGINNING] = [50, 3];

/** What the best known of the same name has before others; less than what tells one way of being called from the next. */
const PROMINENCE = 0.005;

/**
 * A SELECT of the entities that a whole query is a name of, with numbers in digits or in Chinese: one of their names, a short form, or a post, of which the present holder comes
 * first, then the one before. A query in Latin letters is also compared with the pinyin of names and its initials; no homophone of
 * characters is found.
 *
 * Columns: `entity_type`, `entity_id` and `bonus`, from 0 to some more than 1: the more, the better it is the name.
 *
 * @param key what `keyOf` makes of the query.
 * @param typedKey what it makes of the question that the query was.
 */
export function knownAs(
  key: string,
  types: readonly EntityType[],
  typedKey: string = key,
): RawBuilder<unknown> {
  const ofTypes = sql`t.entity_type = ANY (${types}::text[])`;
  const how = sql`CASE t.kind WHEN 'NAME' THEN ${sql.lit(NAME)} WHEN 'SHORT' THEN ${sql.lit(SHORT)}
    ELSE greatest(${sql.lit(POST)} / row_number() OVER (PARTITION BY t.kind ORDER BY t.observed_on DESC NULLS LAST, t.prominence DESC, t.entity_id),
      ${sql.lit(FORMER)}) END`;
  const forms = spellings(Array.from(key)).flatMap((chars) => withSynonyms(chars.join('')));
  const keys = [...new Set([...forms, typedKey])];
  const named = sql`SELECT t.entity_type, t.entity_id, t.prominence, ${how} AS how FROM search_term AS t
    WHERE t.key = ANY (${keys}::text[]) AND ${ofTypes}`;
  const all = [named, ...(/^[a-z]+$/.test(key) ? spelt(key, ofTypes) : [])];
  return sql`SELECT n.entity_type, n.entity_id, round(max(n.how + ${sql.lit(PROMINENCE)} * ln(1 + n.prominence))::numeric, 5) AS bonus
    FROM (${sql.join(all, sql` UNION ALL `)}) AS n GROUP BY n.entity_type, n.entity_id`;
}

/** SELECTs of the entities whose names are spelt as a query of Latin letters, or whose syllables begin so. */
function spelt(key: string, ofTypes: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const find = (column: 'pinyin' | 'initials', exactly: number) => {
    const spelling = sql.ref(`t.${column}`);
    const beginning = sql`(SELECT t.entity_type, t.entity_id, t.prominence, ${sql.lit(BEGINNING)}::float8 AS how FROM search_term AS t
      WHERE ${spelling} LIKE ${`${escapeLike(key)}_%`} AND t.kind <> 'POST' AND ${ofTypes}
      ORDER BY t.prominence DESC, t.entity_id LIMIT ${sql.lit(MAX_BEGINNING)})`;
    return [
      sql`SELECT t.entity_type, t.entity_id, t.prominence, ${sql.lit(exactly)}::float8 AS how FROM search_term AS t
        WHERE ${spelling} = ${key} AND t.kind <> 'POST' AND ${ofTypes}`,
      ...(key.length < MIN_BEGINNING ? [] : [beginning]),
    ];
  };
  return [...find('pinyin', PINYIN), ...(key.length < 2 ? [] : find('initials', INITIALS))];
}
