import { sql } from 'kysely';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Article, Evidence } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { oneObject, sameObject } from '../cost/weights.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned, toMany } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { readFact } from './evidence.ts';
import { Node } from './node.ts';

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
