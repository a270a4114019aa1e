import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { LeftOut } from '../../resolution/left-out.ts';
import { packJson } from '../sql/json-rows.ts';
import { later } from '../sql/pipelined.ts';
import type { LoadedArticle } from './load-articles.ts';

/** What the graph does not hold of an article, with the claims and the text that say it. */
export interface ArticleLeftOut extends Pick<LoadedArticle, 'id' | 'text' | 'claims'> {
  readonly leftOut: readonly LeftOut[];
}

/** As rows hold it: with the words that state it, so that a reader needs no claims. */
function toRow({ id, text, claims, leftOut }: ArticleLeftOut) {
  const left_out = leftOut.map((one) => {
    const [evidence] = claims[one.ordinal]?.evidence ?? [];
    return { ...one, quote: evidence ? text.slice(evidence.sentence.start, evidence.sentence.end) : '' };
  });
  return { id, left_out };
}

/** Notes on articles what the graph leaves out of them, in place of what was noted before. */
export async function saveLeftOut(kysely: Kysely<DB>, articles: readonly ArticleLeftOut[]): Promise<void> {
  for (const json of packJson(articles.map(toRow)))
    await later(
      kysely,
      sql`UPDATE article AS a SET left_out = new.left_out
        FROM json_to_recordset(${json}::json) AS new(id text, left_out jsonb)
        WHERE a.id = new.id AND a.left_out <> new.left_out`.execute(kysely),
    );
}
