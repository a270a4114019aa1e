import { sql } from 'kysely';
import { Article, SourceDocument } from '../builder/entities.ts';
import { ArticleFilter, SourceDocumentFilter } from '../builder/filters.ts';
import { dateGroupings, instantsWithin } from '../conditions/date-condition.ts';
import { related } from '../conditions/related.ts';
import { indexedTextTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { DateTimeRange, type InstantRange } from '../values/date-time-range.ts';
import { StringFilter } from '../values/string-filter.ts';

type Documents = Row<'source_document'>;

filterInput(SourceDocumentFilter, 'Which pages.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These pages. An empty list matches nothing.',
    ...condition((row: Documents, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  name: t.field({
    type: StringFilter,
    description: "The file's name, with its folders.",
    ...indexedTextTest<'source_document'>('name'),
  }),
  url: t.field({
    type: StringFilter,
    description: 'Where it came from. `null`: those of which nobody says.',
    ...indexedTextTest<'source_document'>('url', true),
  }),
  mediaType: t.field({
    type: ['String'],
    description: 'Its bytes are of one of these media types. An empty list matches nothing.',
    ...condition(
      (row: Documents, types: string[]) => sql`${col(row, 'media_type')} = ANY (${types}::text[])`,
    ),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'It carries an article that passes this filter, also one whose place a newer one took.',
    ...related(Article, (row: Documents, a) => sql`${col(a, 'document_id')} = ${col(row, 'id')}`),
  }),
  retrievedAt: t.field({
    type: DateTimeRange,
    description: 'Taken in at an instant of this range.',
    ...condition((row: Documents, range: InstantRange) => instantsWithin(col(row, 'retrieved_at'), range)),
  }),
}));

/** How pages are listed. */
export const sourceDocumentListing = listing({
  entity: SourceDocument,
  filter: SourceDocumentFilter,
  nouns: ['page', 'pages'],
  orders: {
    RETRIEVED_AT: {
      description: 'When it was taken in.',
      key: (row) => col(row, 'retrieved_at'),
      type: 'timestamptz',
      nullable: false,
    },
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
    URL: {
      description: 'Where it came from.',
      key: (row) => col(row, 'url'),
      type: 'text',
      nullable: true,
    },
  },
  defaultOrder: { field: 'RETRIEVED_AT', direction: 'DESC' },
  groupings: {
    ...dateGroupings(
      'retrieval, in UTC',
      (row: Documents) => sql`(${col(row, 'retrieved_at')} AT TIME ZONE 'UTC')`,
    ),
    MEDIA_TYPE: groupBy('The media type.', (row: Documents) => col(row, 'media_type')),
  },
});
