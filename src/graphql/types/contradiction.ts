import { sql } from 'kysely';
import { type ListLimit, TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Agreement, Article, Evidence, Meeting } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { LEAF, leaf, limitedList, oneObject } from '../cost/weights.ts';
import { entries, entriesOf, entry, jsonOf, textOf } from '../fields/computed.ts';
import { keyOf } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { many, one, parentRow, planned } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { Named } from './named.ts';

/** What articles may say differently. */
export const ContradictedField = builder.enumType('ContradictedField', {
  description: 'What articles say differently.',
  values: {
    DATE: { description: 'The day of a meeting.' },
    PLACE: { description: 'The place of a meeting.' },
    CHAIR: { description: 'Who chaired a meeting; all of them are kept among its participations.' },
    SIGNED_ON: { description: 'The day on which an agreement was signed.' },
  },
});

/** The articles of a statement, as an array. */
const articlesOf = (request: FieldRequest): Sql =>
  sql`ARRAY(SELECT jsonb_array_elements_text(${jsonOf(request, 'articles')}))`;

/** The values of a statement in words: names of areas and people, days as they are. */
function wordsOf(request: FieldRequest): Sql {
  const values = sql`jsonb_array_elements_text(${jsonOf(request, 'values')}) WITH ORDINALITY AS v(value, n)`;
  const names = (table: 'area' | 'person', key: string) =>
    sql`(SELECT string_agg(it.name, '、' ORDER BY v.n) FROM ${values} JOIN ${sql.table(table)} AS it ON it.${sql.id(key)} = v.value)`;
  return sql`CASE ${textOf(request, 'field')} WHEN 'PLACE' THEN ${names('area', 'code')}
    WHEN 'CHAIR' THEN ${names('person', 'id')} ELSE ${jsonOf(request, 'values')} ->> 0 END`;
}

/** The condition that words of an article carry a statement: of a chair those that name them, else those that tell of the event. */
function carries(e: Row<'evidence'>, request: FieldRequest): Sql {
  const of = textOf(request, 'of');
  const people = sql`ARRAY(SELECT jsonb_array_elements_text(${jsonOf(request, 'values')}))`;
  return sql`${col(e, 'article_id')} = ANY (${articlesOf(request)}) AND CASE ${textOf(request, 'field')}
    WHEN 'CHAIR' THEN ${col(e, 'participation_id')} IN (SELECT p.id FROM participation AS p
      WHERE p.meeting_id = ${of} AND p.person_id = ANY (${people}))
    WHEN 'SIGNED_ON' THEN ${col(e, 'agreement_id')} = ${of} ELSE ${col(e, 'meeting_id')} = ${of} END`;
}

const ContradictingStatement = builder.objectRef<JsonObject>('ContradictingStatement').implement({
  description: 'What some articles say, and others say otherwise.',
  fields: (t) => ({
    value: t.string({
      nullable: false,
      description: 'A day (`2020-06-06`; `--06-06` without its year), names of areas, or names of people.',
      ...planned(wordsOf, leaf(LEAF.words)),
    }),
    isShown: t.boolean({
      nullable: false,
      description:
        'Whether the graph shows this one: a stated day before an inferred one, then what most articles say, then what the earliest says.',
      ...entry('isShown'),
    }),
    articles: t.field({
      type: [Article.ref],
      nullable: false,
      description: 'The articles that say it, the earliest first.',
      args: firstArgument(TINY_LIST),
      ...planned(
        (request) =>
          many(request, { target: Article, limit: TINY_LIST }, (article) => ({
            where: sql`${col(article, 'id')} = ANY (${articlesOf(request)})`,
            orderBy: sql`${col(article, 'published_on')} NULLS LAST, ${col(article, 'id')}`,
          })),
        limitedList(TINY_LIST),
      ),
    }),
    evidence: t.field({
      type: [Evidence.ref],
      nullable: false,
      description: 'Their sentences about it.',
      args: firstArgument(TINY_LIST),
      ...planned(
        (request) =>
          many(request, { target: Evidence, limit: TINY_LIST }, (e) => ({
            where: carries(e, request),
            orderBy: sql`${col(e, 'article_id')}, ${col(e, 'start')}, ${col(e, 'id')}`,
          })),
        limitedList(TINY_LIST),
      ),
    }),
  }),
});

/** Something that articles say differently. */
export const Contradiction = builder.objectRef<JsonObject>('Contradiction').implement({
  description: 'Something that articles say differently; all of it is kept, with its sources.',
  fields: (t) => ({
    entity: t.field({
      type: Named,
      nullable: false,
      description: 'The meeting or the agreement of which it is said.',
      ...planned((request) => {
        const found = [Meeting, Agreement].map((entity) =>
          one(request, entity, (row) => sql`${keyOf(entity, row)} = ${textOf(request, 'of')}`),
        );
        return sql`coalesce(${sql.join(found)})`;
      }, oneObject),
    }),
    field: t.field({
      type: ContradictedField,
      nullable: false,
      description: 'What it is about.',
      ...entry('field'),
    }),
    statements: t.field({
      type: [ContradictingStatement],
      nullable: false,
      description: 'What is said, the one that the graph shows first.',
      args: firstArgument(TINY_LIST),
      ...entries('statements', 'ContradictingStatement', TINY_LIST),
    }),
  }),
});

/** The computed value of the stored contradiction `c` of the row with the id `of`: it and each statement know what they are about. */
export function contradictionJson(of: Sql): Sql {
  const statement = sql`jsonb_build_object('field', c -> 'field', 'of', ${of},
    'values', s -> 'values', 'articles', s -> 'articleIds', 'isShown', n = 1)`;
  return sql`jsonb_build_object('field', c -> 'field', 'of', ${of}, 'statements', (
    SELECT jsonb_agg(${statement} ORDER BY n) FROM jsonb_array_elements(c -> 'alternatives') WITH ORDINALITY AS l(s, n)))`;
}

/** The contradictions of the parent. */
function listContradictions(request: FieldRequest): Sql {
  const row = parentRow<'meeting' | 'agreement'>(request);
  return sql`(SELECT coalesce(jsonb_agg(${contradictionJson(sql.ref(`${row.alias}.id`))}), '[]')
    FROM jsonb_array_elements(${sql.ref(`${row.alias}.contradictions`)}) AS k(c))`;
}

/** There is one contradiction for each ContradictedField at most. */
const EACH_FIELD: ListLimit = { usual: 4, most: 4 };

/** Options of the field `contradictions` of a meeting or an agreement. */
export const contradictionsField = {
  type: [Contradiction] as [typeof Contradiction],
  nullable: false as const,
  description: 'What articles say differently of it, one for each field at most; empty where they agree.',
  ...entriesOf(listContradictions, 'Contradiction', EACH_FIELD),
};
