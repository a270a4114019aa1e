import { sql } from 'kysely';
import { FACT_KINDS } from '../../kinds/kinds.ts';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Article, Evidence, FACT_TYPES } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { oneObject, sameObject } from '../cost/weights.ts';
import { keyOf } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { one, parentRow, planned, toMany } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { Node } from './node.ts';

/** The JSON object of that which a row of evidence carries. */
function readFact(request: FieldRequest): Sql {
  const e = parentRow<'evidence'>(request);
  const cases = FACT_KINDS.map((kind) => {
    const { entity } = FACT_TYPES[kind];
    const id = col(e, `${kind}_id`);
    return sql`WHEN ${id} IS NOT NULL THEN ${one(request, entity, (row) => sql`${keyOf(entity, row)} = ${id}`)}`;
  });
  return sql`CASE ${sql.join(cases, sql` `)} END`;
}

const ArticleFact = builder.objectRef<JsonObject>('ArticleFact').implement({
  description: 'Something that an article states, with the words that state it.',
  fields: (t) => ({
    fact: t.field({
      type: Node,
      nullable: false,
      description:
        'What is stated: that there is somebody or something, a post, a part in a meeting, a signature, a number.',
      ...planned(readFact, oneObject),
    }),
    evidence: t.field({
      type: Evidence.ref,
      nullable: false,
      description: 'The words that state it.',
      ...planned((request) => {
        const e = parentRow(request);
        return request.planner.object(Evidence.name, e, request.selection);
      }, sameObject),
    }),
  }),
});

builder.objectField(Article.ref, 'facts', (t) =>
  t.field({
    type: [ArticleFact],
    nullable: false,
    description:
      'All that it states, in the order of its text; what is stated in several places is there once for each.',
    args: firstArgument(LONG_LIST),
    ...toMany({ ...Evidence, name: 'ArticleFact' }, { limit: LONG_LIST }, (article: Row<'article'>, e) => ({
      where: sql`${col(e, 'article_id')} = ${col(article, 'id')}`,
      orderBy: sql`${col(e, 'start')}, ${col(e, 'end')}, ${col(e, 'id')}`,
    })),
  }),
);
