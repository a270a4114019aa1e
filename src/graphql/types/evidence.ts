import { sql } from 'kysely';
import { SHORT_LIST } from '../arguments/list-limit.ts';
import { Article, Evidence } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { column, toMany, toOne } from '../read-plan/relation.ts';
import { type ColumnName, col, type Row, type TableName } from '../read-plan/sql.ts';

Evidence.ref.implement({
  description: 'The sentence of an article that states a fact, and the words in it that carry the fact.',
  fields: (t) => ({
    article: t.field({
      type: Article.ref,
      nullable: false,
      description: 'The article.',
      ...toOne(
        Article,
        (e: Row<'evidence'>, article) => sql`${col(article, 'id')} = ${col(e, 'article_id')}`,
      ),
    }),
    quote: t.string({ nullable: false, description: 'The sentence.', ...column(Evidence, 'quote') }),
    start: t.int({
      nullable: false,
      description: 'Where the quote begins in `article.text`, in UTF-16 code units.',
      ...column(Evidence, 'sentence_start'),
    }),
    end: t.int({
      nullable: false,
      description:
        'Where the quote ends in `article.text`, in UTF-16 code units; the character there is not part of it.',
      ...column(Evidence, 'sentence_end'),
    }),
    wordsStart: t.int({
      nullable: false,
      description: 'Where the words that carry the fact begin in `article.text`, in UTF-16 code units.',
      ...column(Evidence, 'start'),
    }),
    wordsEnd: t.int({
      nullable: false,
      description:
        'Where those words end in `article.text`, in UTF-16 code units; the character there is not one of them.',
      ...column(Evidence, 'end'),
    }),
  }),
});

/** Options of a field that lists the evidence of the parent, whose id stands in `column`, in the order of the texts. */
export function evidenceField<T extends TableName>(fact: ColumnName<'evidence'>) {
  return {
    type: [Evidence.ref] as [typeof Evidence.ref],
    nullable: false as const,
    description: 'The sentences that state it, in the order of articles and texts.',
    args: firstArgument(SHORT_LIST),
    ...toMany(Evidence, { limit: SHORT_LIST }, (parent: Row<T>, e) => ({
      where: sql`${col(e, fact)} = ${sql.ref(`${parent.alias}.id`)}`,
      orderBy: sql`${col(e, 'article_id')}, ${col(e, 'start')}, ${col(e, 'id')}`,
    })),
  };
}
