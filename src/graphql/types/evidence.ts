import { sql } from 'kysely';
import { FACT_KINDS } from '../../kinds/kinds.ts';
import { SHORT_LIST } from '../arguments/list-limit.ts';
import { Article, Evidence, FACT_TYPES } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { oneObject } from '../cost/weights.ts';
import { keyOf } from '../read-plan/entity.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { column, one, parentRow, planned, toMany, toOne } from '../read-plan/relation.ts';
import { type ColumnName, col, type Row, type Sql, type TableName } from '../read-plan/sql.ts';
import { Node } from './node.ts';

/** The JSON object of the fact that a row of evidence states: one of its columns has the id. */
export function readFact(request: FieldRequest): Sql {
  const e = parentRow<'evidence'>(request);
  const cases = FACT_KINDS.map((kind) => {
    const { entity } = FACT_TYPES[kind];
    const id = col(e, `${kind}_id`);
    return sql`WHEN ${id} IS NOT NULL THEN ${one(request, entity, (row) => sql`${keyOf(entity, row)} = ${id}`)}`;
  });
  return sql`CASE ${sql.join(cases, sql` `)} END`;
}

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
    fact: t.field({
      type: Node,
      nullable: false,
      description: 'What it states: an entity, or what is said of some.',
      ...planned(readFact, oneObject),
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
