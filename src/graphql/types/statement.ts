import { sql } from 'kysely';
import { type ListLimit, SHORT_LIST, TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Area, Article, Evidence, Person } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { LEAF, leaf, limitedList, oneObject } from '../cost/weights.ts';
import { entriesOf, entry, jsonOf, textOf } from '../fields/computed.ts';
import { keyOf, survivor } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { many, one, parentRow, planned } from '../read-plan/relation.ts';
import { type ColumnName, col, type Sql } from '../read-plan/sql.ts';
import { DateBasis } from '../values/date-basis.ts';

/** Lists of places and chairs that one article gives. */
const FEW: ListLimit = TINY_LIST;

/** The article that says it. */
const article = {
  type: Article.ref,
  nullable: false as const,
  description: 'The article.',
  ...planned(
    (request) =>
      one(request, Article, (row) => sql`${keyOf(Article, row)} = ${textOf(request, 'articleId')}`),
    oneObject,
  ),
};

/** The names by which the article calls it, in the order of its text. */
const names = {
  nullable: false as const,
  description: 'As what the article names it, in the order of its text.',
  ...planned(
    (request) => sql`ARRAY(SELECT m.name FROM mention AS m JOIN identity_home AS h ON h.id = m.home
      WHERE m.article_id = ${textOf(request, 'articleId')} AND h.root = ${textOf(request, 'of')} ORDER BY m.ordinal)`,
    leaf(LEAF.words),
  ),
};

/** The sentences of the article that state it, whose ids stand in the column `fact` of evidence. */
const evidenceOf = (fact: ColumnName<'evidence'>) => ({
  type: [Evidence.ref] as [typeof Evidence.ref],
  nullable: false as const,
  description:
    'The sentences of the article that report it, in its order: the words in them are its name, its day or a place.',
  args: firstArgument(TINY_LIST),
  ...planned(
    (request) =>
      many(request, { target: Evidence, limit: TINY_LIST }, (e) => ({
        where: sql`${col(e, 'article_id')} = ${textOf(request, 'articleId')} AND ${col(e, fact)} = ${textOf(request, 'of')}`,
        orderBy: sql`${col(e, 'start')}, ${col(e, 'id')}`,
      })),
    limitedList(TINY_LIST),
  ),
});

const MeetingStatement = builder.objectRef<JsonObject>('MeetingStatement').implement({
  description: 'What one article says of a meeting: as what, when, where, and under whom it was held.',
  fields: (t) => ({
    article: t.field(article),
    names: t.stringList(names),
    startsOn: t.field({
      type: 'Date',
      description: 'The first day; null where it gives none.',
      ...entry('startsOn'),
    }),
    endsOn: t.field({
      type: 'Date',
      description: 'The last day; null where it gives none.',
      ...entry('endsOn'),
    }),
    monthDay: t.string({
      description: 'Month and day, `--06-06`, where it leaves the year open; else null.',
      ...entry('monthDay'),
    }),
    dateBasis: t.field({
      type: DateBasis,
      nullable: false,
      description: 'On what the day rests.',
      ...entry('dateBasis'),
    }),
    places: t.field({
      type: [Area.ref],
      nullable: false,
      description: 'Where it was held, in the order of its text; empty where it does not say.',
      args: firstArgument(FEW),
      ...planned(
        (request) =>
          many(request, { target: Area, limit: FEW }, (area) => ({
            join: sql`JOIN jsonb_array_elements_text(${jsonOf(request, 'places')}) WITH ORDINALITY AS p(code, n)
              ON p.code = ${col(area, 'code')}`,
            where: sql`TRUE`,
            orderBy: sql`p.n`,
          })),
        limitedList(FEW),
      ),
    }),
    chairs: t.field({
      type: [Person.ref],
      nullable: false,
      description: 'Who chaired it, by name; empty where it does not say.',
      args: firstArgument(FEW),
      ...planned(
        (request) =>
          many(request, { target: Person, limit: FEW }, (person) => ({
            where: sql`${col(person, 'id')} IN (SELECT ${survivor(Person, sql`c.value ->> 'id'`)}
              FROM jsonb_array_elements(${jsonOf(request, 'chairs')}) AS c(value))`,
            orderBy: sql`${col(person, 'name')}, ${col(person, 'id')}`,
          })),
        limitedList(FEW),
      ),
    }),
    evidence: t.field(evidenceOf('meeting_id')),
  }),
});

const AgreementStatement = builder.objectRef<JsonObject>('AgreementStatement').implement({
  description: 'What one article says of an agreement: its title, and when it was signed.',
  fields: (t) => ({
    article: t.field(article),
    titles: t.stringList(names),
    signedOn: t.field({
      type: 'Date',
      description: 'The day of signing; null where it gives none.',
      ...entry('signedOn'),
    }),
    evidence: t.field(evidenceOf('agreement_id')),
  }),
});

/** The statements about the parent, as a JSON array: each knows what it is about. */
function listStatements(request: FieldRequest): Sql {
  const row = parentRow<'meeting' | 'agreement'>(request);
  return sql`(SELECT coalesce(jsonb_agg(s || jsonb_build_object('of', ${col(row, 'id')})
      ORDER BY s ->> 'publishedOn' NULLS LAST, s ->> 'articleId'), '[]')
    FROM jsonb_array_elements(${col(row, 'statements')}) AS l(s))`;
}

const shared = {
  nullable: false as const,
  args: firstArgument(SHORT_LIST),
};

/** Options of the field `statements` of meetings. */
export const meetingStatementsField = {
  ...shared,
  type: [MeetingStatement] as [typeof MeetingStatement],
  description: 'What each article says of it, with its sentences; the earliest article first.',
  ...entriesOf(listStatements, 'MeetingStatement', SHORT_LIST),
};

/** Options of the field `statements` of agreements. */
export const agreementStatementsField = {
  ...shared,
  type: [AgreementStatement] as [typeof AgreementStatement],
  description: 'What each article says of it, with its sentences; the earliest article first.',
  ...entriesOf(listStatements, 'AgreementStatement', SHORT_LIST),
};
