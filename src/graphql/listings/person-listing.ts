import { sql } from 'kysely';
import { Agreement, Organisation, Participation, Person, Position } from '../builder/entities.ts';
import {
  AgreementFilter,
  ArticleFilter,
  ParticipationFilter,
  PersonFilter,
  PositionFilter,
} from '../builder/filters.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import { evidencePairs, inArticles, isEvidenced, related, relatedThrough } from '../conditions/related.ts';
import { nameTest } from '../conditions/text-condition.ts';
import { counted } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivors } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupByEach } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { StringFilter } from '../values/string-filter.ts';
import { agreementListing } from './agreement-listing.ts';
import { articleListing } from './article-listing.ts';
import { meetingListing } from './meeting-listing.ts';

import { positionListing } from './position-listing.ts';

type People = Row<'person'>;

filterInput(PersonFilter, 'Which people.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These people, or those that they were merged into. An empty list matches nothing.',
    ...condition((row: People, ids: string[]) => sql`${col(row, 'id')} IN ${survivors(Person, ids)}`),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in their names or positions, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('PERSON'),
  }),
  name: t.field({
    type: StringFilter,
    description: 'Their name, or one of their other names.',
    ...nameTest(),
  }),
  position: t.field({
    type: PositionFilter,
    description: 'They have a position that passes this filter.',
    ...related(Position, (row: People, p) => sql`${col(p, 'person_id')} = ${col(row, 'id')}`),
  }),
  participation: t.field({
    type: ParticipationFilter,
    description: 'They have a part in a meeting that passes this filter.',
    ...related(Participation, (row: People, p) => sql`${col(p, 'person_id')} = ${col(row, 'id')}`),
  }),
  agreement: t.field({
    type: AgreementFilter,
    description: 'They signed an agreement that passes this filter for a party.',
    ...relatedThrough(
      {
        table: 'signature',
        of: (row: People, s) => sql`${col(s, 'signer_id')} = ${col(row, 'id')}`,
        to: (s, a) => sql`${col(a, 'id')} = ${col(s, 'agreement_id')}`,
      },
      Agreement,
    ),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'An article that passes this filter names them.',
    ...inArticles('person_id'),
  }),
  article: t.field({
    type: 'ID',
    description: 'Named by this article.',
    ...condition((row: People, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'person_id', id: col(row, 'id') }),
    ),
  }),
}));

/** How people are listed. */
export const personListing = listing({
  entity: Person,
  filter: PersonFilter,
  nouns: ['person', 'people'],
  orders: {
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
    MEETINGS: { description: 'The number of meetings that they took part in.', count: 'meetings' },
  },
  counts: {
    meetings: counted('The number of meetings that they took part in.', meetingListing.list, {
      pairs: sql`SELECT p.person_id, p.meeting_id FROM participation AS p WHERE p.person_id IS NOT NULL`,
    }),
    agreements: counted('The number of agreements that they signed for a party.', agreementListing.list, {
      pairs: sql`SELECT DISTINCT s.signer_id, s.agreement_id FROM signature AS s WHERE s.signer_id IS NOT NULL`,
    }),
    articles: counted('The number of articles that name them.', articleListing.list, {
      pairs: evidencePairs('person_id'),
    }),
    positions: counted('The number of positions that they were observed to hold.', positionListing.list, {
      column: 'person_id',
    }),
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  groupings: {
    ROLE: groupByEach('The role of a position. Who has several is in several groups.', {
      several: (row: People) => sql`SELECT p.role FROM position AS p WHERE p.person_id = ${col(row, 'id')}`,
    }),
    ORGANISATION: groupByEach(
      'The name of the organisation of a position. Who has several is in several groups.',
      {
        entities: [Organisation],
        several: (
          row: People,
        ) => sql`SELECT o.name, o.id FROM position AS p JOIN organisation AS o ON o.id = p.organisation_id
        WHERE p.person_id = ${col(row, 'id')}`,
      },
    ),
  },
});
