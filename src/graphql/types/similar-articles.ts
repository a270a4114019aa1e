import { sql } from 'kysely';
import { limitOf, TINY_LIST } from '../arguments/list-limit.ts';
import { Article } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { limitedList, SIMILAR_SCAN } from '../cost/weights.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { many, parentRow, planned } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';

/** What more articles share tells nothing of any of them, and would take long to look through. */
const COMMON = 500;

/** How many people and meetings of an article are looked at: hardly one names more. */
const MAX_FACTS = 50;

/** What it says of two articles that both name a person, or report a meeting, where the weightiest word of both says 1. */
const SHARED = { person: 0.5, meeting: 2 } as const;

/** How rare a thing is that `number` articles have: greater for what few have, nothing for what is common. */
const rarity = (number: Sql) => sql`ln(${sql.lit(COMMON + 1)}::float / ${number})`;

/** Whether an article is listed: a copy is there as the best one of its release, and that of its own release is the article itself. */
const isListed = (other: Sql, article: Row<'article'>) => {
  const of = (name: string) => sql`${other}.${sql.id(name)}`;
  const own = [col(article, 'id'), col(article, 'duplicate_of_id'), col(article, 'superseded_by_id')];
  return sql`${of('duplicate_of_id')} IS NULL AND ${of('superseded_by_id')} IS NULL
    AND ${sql.join(
      own.map((id) => sql`${of('id')} IS DISTINCT FROM ${id}`),
      sql` AND `,
    )}`;
};

/**
 * A SELECT of the articles that share keywords with `article`, once for each: what a word says is how weighty it is in both, by the weightiest of
 * each, and how rare. `MATERIALIZED` lets the index find them, however many the planner expects: no more than are looked at are read.
 */
function sharingWords(article: Row<'article'>): Sql {
  const weightIn = (alias: string) =>
    sql`${sql.ref(`${alias}.keyword_weights`)}[array_position(${sql.ref(`${alias}.keywords`)}, w.word)]
      / ${sql.ref(`${alias}.keyword_weights`)}[1]`;
  const found = sql`WITH b AS MATERIALIZED (SELECT c.id, c.duplicate_of_id, c.superseded_by_id, c.keywords, c.keyword_weights
      FROM article AS c WHERE c.keywords @> ARRAY[w.word])
    SELECT b.id, ${weightIn('b')} AS weight, ${isListed(sql`b`, article)} AS is_listed FROM b LIMIT ${sql.lit(COMMON + 1)}`;
  return sql`SELECT f.id, ${weightIn(article.alias)} * f.weight * ${rarity(sql`f.number`)} AS score
    FROM unnest(${col(article, 'keywords')}) AS w(word)
      CROSS JOIN LATERAL (SELECT *, count(*) OVER () AS number FROM (${found}) AS few) AS f
    WHERE f.is_listed AND f.number <= ${sql.lit(COMMON)}`;
}

/** A SELECT of the articles that give evidence of the same facts of a kind as `article`, once for each. */
function sharingFacts(article: Row<'article'>, kind: keyof typeof SHARED): Sql {
  const id = (alias: string) => sql.ref(`${alias}.${kind}_id`);
  const own = sql`SELECT DISTINCT ${id('o')} AS id FROM evidence AS o
    WHERE o.article_id = ${col(article, 'id')} AND ${id('o')} IS NOT NULL ORDER BY 1 LIMIT ${sql.lit(MAX_FACTS)}`;
  // In the order of an index that has both columns: of a person whom thousands name no more are read than are looked at.
  const found = sql`SELECT DISTINCT e.article_id FROM evidence AS e WHERE ${id('e')} = own.id
    ORDER BY e.article_id LIMIT ${sql.lit(COMMON + 1)}`;
  return sql`SELECT b.id, ${sql.lit(SHARED[kind])} * ${rarity(sql`f.number`)} AS score
    FROM (${own}) AS own
      CROSS JOIN LATERAL (SELECT *, count(*) OVER () AS number FROM (${found}) AS few) AS f
      JOIN article AS b ON b.id = f.article_id
    WHERE f.number <= ${sql.lit(COMMON)} AND ${isListed(sql`b`, article)}`;
}

/** The JSON array of the articles that are most like the parent. */
function readSimilar(request: FieldRequest): Sql {
  const article = parentRow<'article'>(request);
  const limit = sql.lit(limitOf(request.args.first, TINY_LIST));
  const shared = [sharingWords(article), sharingFacts(article, 'person'), sharingFacts(article, 'meeting')];
  // Rounded, because the order in which scores are added changes their last digits.
  const best = sql`SELECT s.id, round(sum(s.score)::numeric, 6) AS score
    FROM (${sql.join(shared, sql` UNION ALL `)}) AS s GROUP BY s.id ORDER BY score DESC, s.id DESC LIMIT ${limit}`;
  return many(request, { target: Article, limit: TINY_LIST }, (other) => ({
    join: sql`JOIN (${best}) AS best ON best.id = ${col(other, 'id')}`,
    where: sql`TRUE`,
    orderBy: sql`best.score DESC, best.id DESC`,
  }));
}

/** Options of the field `moreLikeThis` of articles. */
export const moreLikeThisField = {
  type: [Article.ref] as [typeof Article.ref],
  nullable: false as const,
  description: `The articles that are most like it, the most alike first: by the keywords, people and meetings that they share, the rarer the more; what more than ${COMMON} articles share counts for nothing. Of several copies the best one is there, and none of this article itself.`,
  args: firstArgument(TINY_LIST),
  ...planned(readSimilar, limitedList(TINY_LIST, { once: SIMILAR_SCAN })),
};
