import { sql } from 'kysely';
import { Agreement, Indicator, Organisation, Participation, Position } from '../builder/entities.ts';
import {
  AgreementFilter,
  ArticleFilter,
  IndicatorFilter,
  OrganisationFilter,
  ParticipationFilter,
  PositionFilter,
} from '../builder/filters.ts';
import { areaGrouping, areaWithin, provinceGrouping } from '../conditions/area-condition.ts';
import { partsOfBody } from '../conditions/body-condition.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import { evidencePairs, inArticles, isEvidenced, related, relatedThrough } from '../conditions/related.ts';
import { nameTest } from '../conditions/text-condition.ts';
import { counted } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor, survivors } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { OrganisationClass } from '../values/organisation-class.ts';
import { StringFilter } from '../values/string-filter.ts';
import { agreementListing } from './agreement-listing.ts';
import { articleListing } from './article-listing.ts';
import { meetingListing } from './meeting-listing.ts';

import { positionListing } from './position-listing.ts';

type Organisations = Row<'organisation'>;

filterInput(OrganisationFilter, 'Which organisations.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These organisations, or those that they were merged into. An empty list matches nothing.',
    ...condition(
      (row: Organisations, ids: string[]) => sql`${col(row, 'id')} IN ${survivors(Organisation, ids)}`,
    ),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in its names or area, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('ORGANISATION'),
  }),
  name: t.field({
    type: StringFilter,
    description: 'Its name, or one of its other names.',
    ...nameTest(),
  }),
  classification: t.field({
    type: [OrganisationClass],
    description: 'It is classified as one of these. An empty list matches nothing.',
    ...condition(
      (row: Organisations, some: string[]) =>
        sql`${col(row, 'classification')} = ANY (${some}::organisation_class[])`,
    ),
  }),
  area: t.field({
    type: 'String',
    description: 'It belongs to the area with this code, or to one below it. `null`: those without an area.',
    ...condition(
      (row: Organisations, code: string) => areaWithin(col(row, 'area_code'), sql`${code}::text`),
      'area_code',
    ),
  }),
  parent: t.field({
    type: 'ID',
    description: 'It is a part of this organisation. `null`: those without a known parent.',
    ...condition(
      (row: Organisations, id: string) =>
        sql`${col(row, 'parent_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
      'parent_id',
    ),
  }),
  partOf: t.field({
    type: OrganisationFilter,
    description: 'It is a part of an organisation that passes this filter.',
    ...related(Organisation, (row: Organisations, o) => sql`${col(o, 'id')} = ${col(row, 'parent_id')}`),
  }),
  participation: t.field({
    type: ParticipationFilter,
    description: 'It has a part in a meeting that passes this filter.',
    ...related(
      Participation,
      (row: Organisations, p) => sql`${col(p, 'organisation_id')} = ${col(row, 'id')}`,
    ),
  }),
  position: t.field({
    type: PositionFilter,
    description: 'Somebody was observed to hold a position in it that passes this filter.',
    ...related(Position, (row: Organisations, p) => sql`${col(p, 'organisation_id')} = ${col(row, 'id')}`),
  }),
  agreement: t.field({
    type: AgreementFilter,
    description: 'It is a party of an agreement that passes this filter.',
    ...relatedThrough(
      {
        table: 'signature',
        of: (row: Organisations, s) => sql`${col(s, 'organisation_id')} = ${col(row, 'id')}`,
        to: (s, a) => sql`${col(a, 'id')} = ${col(s, 'agreement_id')}`,
      },
      Agreement,
    ),
  }),
  indicator: t.field({
    type: IndicatorFilter,
    description: 'A number that passes this filter is stated of it.',
    ...related(Indicator, (row: Organisations, i) => sql`${col(i, 'organisation_id')} = ${col(row, 'id')}`),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'An article that passes this filter names it.',
    ...inArticles('organisation_id'),
  }),
  article: t.field({
    type: 'ID',
    description: 'Named by this article.',
    ...condition((row: Organisations, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'organisation_id', id: col(row, 'id') }),
    ),
  }),
}));

/** Organisations with the meetings that they took part in, themselves or through holders of their posts, or that are sessions of their series. */
const MEETINGS = sql`SELECT p.organisation_id, p.meeting_id FROM participation AS p WHERE p.organisation_id IS NOT NULL
  UNION SELECT post.organisation_id, p.meeting_id FROM position AS post
    JOIN participation_position AS link ON link.position_id = post.id
    JOIN participation AS p ON p.id = link.participation_id WHERE post.organisation_id IS NOT NULL
  UNION SELECT s.organisation_id, n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id`;

/** Whether the organisation took part in the meeting, itself or through holders of its posts, or the meeting is a session of its series. */
export function metBy(organisation: Organisations, meeting: Row<'meeting'>): Sql {
  return sql`${col(meeting, 'id')} IN (
    SELECT part.meeting_id FROM (${partsOfBody(col(organisation, 'id'))}) AS part
    UNION SELECT n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id
      WHERE s.organisation_id = ${col(organisation, 'id')})`;
}

/** How organisations are listed. */
export const organisationListing = listing({
  entity: Organisation,
  filter: OrganisationFilter,
  nouns: ['organisation', 'organisations'],
  orders: {
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
    AREA: {
      description: 'The code of the area.',
      key: (row) => col(row, 'area_code'),
      type: 'text',
      nullable: true,
    },
  },
  counts: {
    meetings: counted(
      'The number of meetings that it took part in, or that are sessions of its series.',
      meetingListing.list,
      { pairs: MEETINGS },
    ),
    agreements: counted('The number of agreements that it is a party of.', agreementListing.list, {
      pairs: sql`SELECT s.organisation_id, s.agreement_id FROM signature AS s WHERE s.organisation_id IS NOT NULL`,
    }),
    positions: counted(
      'The number of positions that people were observed to hold in it.',
      positionListing.list,
      { column: 'organisation_id' },
    ),
    articles: counted('The number of articles that name it.', articleListing.list, {
      pairs: evidencePairs('organisation_id'),
    }),
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  groupings: {
    CLASSIFICATION: groupBy(
      'The classification.',
      (row: Organisations) => sql`${col(row, 'classification')}::text`,
    ),
    AREA: areaGrouping(
      'The area, in full: 浙江省湖州市.',
      (row: Organisations) => sql`SELECT ${col(row, 'area_code')}`,
    ),
    PROVINCE: provinceGrouping(
      'The province of the area.',
      (row: Organisations) => sql`SELECT ${col(row, 'area_code')}`,
    ),
  },
});
