import { sql } from 'kysely';
import { QuarantinedDocument } from '../builder/entities.ts';
import { QuarantinedDocumentFilter } from '../builder/filters.ts';
import { textTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { StringFilter } from '../values/string-filter.ts';

type Quarantined = Row<'quarantined_document'>;

filterInput(QuarantinedDocumentFilter, 'Which pages.', (t) => ({
  name: t.field({
    type: StringFilter,
    description: "The file's name, with its folders.",
    ...textTest<'quarantined_document'>('name'),
  }),
  code: t.field({
    type: StringFilter,
    description: 'The code of the reason.',
    ...textTest<'quarantined_document'>('code'),
  }),
}));

/** How pages that could not be read are listed. */
export const quarantineListing = listing({
  entity: QuarantinedDocument,
  filter: QuarantinedDocumentFilter,
  nouns: ['page that could not be read', 'pages that could not be read'],
  orders: {
    QUARANTINED_AT: {
      description: 'When it last could not be read.',
      key: (row) => col(row, 'quarantined_at'),
      type: 'timestamptz',
      nullable: false,
    },
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
  },
  defaultOrder: { field: 'QUARANTINED_AT', direction: 'DESC' },
  groupings: {
    CODE: groupBy('The code of the reason.', (row: Quarantined) => sql`${col(row, 'code')}`),
  },
});
