import { sql } from 'kysely';
import {
  Agreement,
  Article,
  Indicator,
  Meeting,
  MeetingSeries,
  Organisation,
  Person,
  SourceDocument,
} from '../builder/entities.ts';
import {
  AgreementFilter,
  ArticleFilter,
  IndicatorFilter,
  MeetingFilter,
  OrganisationFilter,
  PersonFilter,
  SourceDocumentFilter,
} from '../builder/filters.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import { isEvidenced, related, relatedThrough } from '../conditions/related.ts';
import { indexedTextTest, longTextTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { type Entity, keyOf, survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy, groupByEach } from '../read-plan/grouping.ts';
import { type ColumnName, col, type Row } from '../read-plan/sql.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { Script } from '../values/script.ts';
import { StringFilter } from '../values/string-filter.ts';

type Articles = Row<'article'>;

/** The condition that an article gives evidence of the entity with an id. */
const evidenceOf = (entity: Entity, column: ColumnName<'evidence'>) =>
  condition((row: Articles, id: string) =>
    isEvidenced(row, col(row, 'id'), { column, id: survivor(entity, sql`${id}::text`) }),
  );

/** The condition that an article gives evidence of an entity that passes a filter. */
const evidences = (entity: Entity, column: ColumnName<'evidence'>) =>
  relatedThrough(
    {
      table: 'evidence',
      of: (row: Articles, e) => sql`${col(e, 'article_id')} = ${col(row, 'id')}`,
      to: (e, other) => sql`${keyOf(entity, other)} = ${col(e, column)}`,
    },
    entity,
  );

filterInput(ArticleFilter, 'Which articles.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These articles. An empty list matches nothing.',
    ...condition((row: Articles, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in its headline or text, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('ARTICLE'),
  }),
  headline: t.field({
    type: StringFilter,
    description: 'Its headline. `null`: those without one.',
    ...indexedTextTest<'article'>('headline', true),
  }),
  text: t.field({
    type: StringFilter,
    description: 'Its text; `search` is faster.',
    ...longTextTest<'article'>('text'),
  }),
  publisher: t.field({
    type: StringFilter,
    description: 'Who published it. `null`: those that name nobody.',
    ...indexedTextTest<'article'>('publisher', true),
  }),
  publishedOn: t.field({
    type: DateRange,
    description: 'Published on a day of this range. `null`: those without a known day.',
    ...condition(
      (row: Articles, range: DayRange) =>
        daysWithin(col(row, 'published_on'), col(row, 'published_on'), range),
      'published_on',
    ),
  }),
  superseded: t.field({
    type: 'Boolean',
    description:
      'Whether a newer version of its page took its place. Left out, only articles that stand are listed.',
    ...condition(
      (row: Articles, wanted: boolean) => sql`(${col(row, 'superseded_by_id')} IS NOT NULL) = ${wanted}`,
    ),
  }),
  isCopy: t.field({
    type: 'Boolean',
    description:
      'Whether it is a copy of a release of which another is the best copy: `duplicateOf` is there.',
    ...condition(
      (row: Articles, wanted: boolean) => sql`(${col(row, 'duplicate_of_id')} IS NOT NULL) = ${wanted}`,
    ),
  }),
  isSpun: t.field({
    type: 'Boolean',
    description: 'Whether it is a copy in which a machine replaced words by others.',
    ...condition((row: Articles, wanted: boolean) => sql`${col(row, 'is_spun')} = ${wanted}`),
  }),
  leftOut: t.field({
    type: 'Boolean',
    description: 'Whether the graph does not hold all that it states: `leftOut` says what, and why.',
    ...condition((row: Articles, wanted: boolean) =>
      wanted ? sql`${col(row, 'left_out')} <> '[]'::jsonb` : sql`${col(row, 'left_out')} = '[]'::jsonb`,
    ),
  }),
  warned: t.field({
    type: 'Boolean',
    description: 'Whether its text leaves doubts: `warnings` says which.',
    ...condition((row: Articles, wanted: boolean) =>
      wanted ? sql`${col(row, 'warnings')} <> '[]'::jsonb` : sql`${col(row, 'warnings')} = '[]'::jsonb`,
    ),
  }),
  script: t.field({
    type: [Script],
    description: 'Its source is written in one of these scripts. An empty list matches nothing.',
    ...condition(
      (row: Articles, scripts: string[]) => sql`${col(row, 'script')} = ANY (${scripts}::script[])`,
    ),
  }),
  document: t.field({
    type: SourceDocumentFilter,
    description: 'It is on a page that passes this filter.',
    ...related(SourceDocument, (row: Articles, page) => sql`${col(page, 'id')} = ${col(row, 'document_id')}`),
  }),
  meetings: t.field({
    type: MeetingFilter,
    description: 'It reports a meeting that passes this filter.',
    ...evidences(Meeting, 'meeting_id'),
  }),
  people: t.field({
    type: PersonFilter,
    description: 'It names a person who passes this filter.',
    ...evidences(Person, 'person_id'),
  }),
  organisations: t.field({
    type: OrganisationFilter,
    description: 'It names an organisation that passes this filter.',
    ...evidences(Organisation, 'organisation_id'),
  }),
  indicators: t.field({
    type: IndicatorFilter,
    description: 'It states a number that passes this filter.',
    ...evidences(Indicator, 'indicator_id'),
  }),
  agreements: t.field({
    type: AgreementFilter,
    description: 'It reports an agreement that passes this filter.',
    ...evidences(Agreement, 'agreement_id'),
  }),
  meeting: t.field({
    type: 'ID',
    description: 'It reports this meeting.',
    ...evidenceOf(Meeting, 'meeting_id'),
  }),
  person: t.field({ type: 'ID', description: 'It names this person.', ...evidenceOf(Person, 'person_id') }),
  organisation: t.field({
    type: 'ID',
    description: 'It names this organisation.',
    ...evidenceOf(Organisation, 'organisation_id'),
  }),
  agreement: t.field({
    type: 'ID',
    description: 'It reports this agreement.',
    ...evidenceOf(Agreement, 'agreement_id'),
  }),
}));

/** The rows of evidence that an article gives, under the alias `e`. */
const evidenceIn = (row: Articles) => sql`evidence AS e WHERE e.article_id = ${col(row, 'id')}`;

/** How articles are listed. */
export const articleListing = listing({
  entity: Article,
  filter: ArticleFilter,
  nouns: ['article', 'articles'],
  unlessAsked: {
    field: 'superseded',
    condition: (row) => sql`${col(row, 'superseded_by_id')} IS NULL`,
  },
  orders: {
    PUBLISHED_ON: {
      description: 'The day of publication.',
      key: (row) => col(row, 'published_on'),
      type: 'date',
      nullable: true,
    },
    HEADLINE: {
      description: 'The headline.',
      key: (row) => col(row, 'headline'),
      type: 'text',
      nullable: true,
    },
  },
  defaultOrder: { field: 'PUBLISHED_ON', direction: 'DESC' },
  groupings: {
    ...dateGroupings('publication', (row: Articles) => col(row, 'published_on')),
    PUBLISHER: groupBy('Who published it.', (row: Articles) => col(row, 'publisher')),
    SCRIPT: groupBy('The script of the source.', (row: Articles) => sql`${col(row, 'script')}::text`),
    PERSON: groupByEach('The name of a person whom it names. An article is in the group of each of them.', {
      entities: [Person],
      areDistinct: true,
      each: 10,
      several: (row: Articles) =>
        sql`SELECT p.name, p.id FROM person AS p WHERE p.id IN (SELECT e.person_id FROM ${evidenceIn(row)})`,
    }),
    ORGANISATION: groupByEach(
      'The name of an organisation that it names. An article is in the group of each of them.',
      {
        entities: [Organisation],
        areDistinct: true,
        each: 10,
        several: (row: Articles) =>
          sql`SELECT o.name, o.id FROM organisation AS o WHERE o.id IN (SELECT e.organisation_id FROM ${evidenceIn(row)})`,
      },
    ),
    SERIES: groupByEach(
      'The name of the series of a meeting that it reports. An article is in the group of each.',
      {
        entities: [MeetingSeries],
        areDistinct: true,
        several: (
          row: Articles,
        ) => sql`SELECT s.name, s.id FROM meeting_series AS s WHERE s.id IN (SELECT m.series_id
        FROM meeting_session AS m WHERE m.meeting_id IN (SELECT e.meeting_id FROM ${evidenceIn(row)}))`,
      },
    ),
    KEYWORD: groupByEach(
      'A keyword, of the 20 that are kept of a text. An article is in the group of each; with `comparedWith` and `orderBy: RISE` they are trends.',
      {
        areDistinct: true,
        each: 8,
        several: (row: Articles) => sql`SELECT unnest(${col(row, 'keywords')})`,
      },
    ),
  },
});
