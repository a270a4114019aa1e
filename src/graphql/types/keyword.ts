import { sql } from 'kysely';
import { KEYWORDS_LENGTH, MAX_KEYWORDS } from '../../search/text/keywords.ts';
import { type ListLimit, limitOf } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { leaf, limitedList } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { col, type Sql } from '../read-plan/sql.ts';

/** How many keywords are shown of an article. */
const KEYWORDS: ListLimit = { usual: 10, most: MAX_KEYWORDS };

const columnOf = (name: 'word' | 'weight') => planned(({ row }) => sql.ref(`${row?.alias}.${name}`), leaf());

/** A word of a text with its weight. */
const Keyword = builder.objectRef<JsonObject>('Keyword').implement({
  description: 'A word of a text with its weight.',
  fields: (t) => ({
    word: t.string({ nullable: false, description: 'The word.', ...columnOf('word') }),
    weight: t.float({
      nullable: false,
      description: 'Its weight (TF-IDF): the greater, the more it tells.',
      ...columnOf('weight'),
    }),
  }),
});

/** The JSON array of the keywords of the article that is the parent. */
function readKeywords(request: FieldRequest): Sql {
  const { planner, selection, args } = request;
  const article = parentRow<'article'>(request);
  const limit = limitOf(args.first, KEYWORDS);
  const word = { ...article, alias: planner.alias() };
  const words = sql`SELECT * FROM unnest(${col(article, 'keywords')}, ${col(article, 'keyword_weights')})
    WITH ORDINALITY AS w(word, weight, place) WHERE w.place <= ${limit}`;
  return sql`(SELECT coalesce(json_agg(${planner.object('Keyword', word, selection)} ORDER BY ${sql.ref(`${word.alias}.place`)}), '[]')
    FROM (${words}) AS ${sql.id(word.alias)})`;
}

/** Options of the field `keywords` of articles. */
export const keywordsField = {
  type: [Keyword] as [typeof Keyword],
  nullable: false as const,
  description: `The words that tell this text from others (TF-IDF), weightiest first: the first ${MAX_KEYWORDS} are kept. Of a longer text its first ${KEYWORDS_LENGTH.toLocaleString('en')} characters are looked at.`,
  args: firstArgument(KEYWORDS),
  ...planned(readKeywords, limitedList(KEYWORDS)),
};
