import { sql } from 'kysely';
import { Organisation, Person, Position } from '../builder/entities.ts';
import { OrganisationFilter, PersonFilter, PositionFilter } from '../builder/filters.ts';
import { areaGrouping, areaOf, isOfArea, provinceGrouping } from '../conditions/area-condition.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { isEvidenced, related } from '../conditions/related.ts';
import { indexedTextTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy, groupByEach } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { StringFilter } from '../values/string-filter.ts';

type Positions = Row<'position'>;

filterInput(PositionFilter, 'Which positions.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These positions. An empty list matches nothing.',
    ...condition((row: Positions, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  person: t.field({
    type: 'ID',
    description: 'Of this person.',
    ...condition(
      (row: Positions, id: string) => sql`${col(row, 'person_id')} = ${survivor(Person, sql`${id}::text`)}`,
    ),
  }),
  holder: t.field({
    type: PersonFilter,
    description: 'Of a person who passes this filter.',
    ...related(Person, (row: Positions, p) => sql`${col(p, 'id')} = ${col(row, 'person_id')}`),
  }),
  organisation: t.field({
    type: 'ID',
    description: 'In this organisation. `null`: those in none.',
    ...condition(
      (row: Positions, id: string) =>
        sql`${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
      'organisation_id',
    ),
  }),
  inOrganisation: t.field({
    type: OrganisationFilter,
    description: 'In an organisation that passes this filter.',
    ...related(Organisation, (row: Positions, o) => sql`${col(o, 'id')} = ${col(row, 'organisation_id')}`),
  }),
  area: t.field({
    type: 'String',
    description:
      'Of the area with this code, of one below it, or of an organisation there. `null`: those of no area.',
    ...condition(
      (row: Positions, code: string) => isOfArea(row, sql`${code}::text`),
      (row) => sql`${areaOf(row)} IS NULL`,
    ),
  }),
  role: t.field({
    type: StringFilter,
    description: 'The role alone: 副书记.',
    ...indexedTextTest<'position'>('role'),
  }),
  title: t.field({
    type: StringFilter,
    description: 'The title in full: 上海市委副书记.',
    ...indexedTextTest<'position'>('title'),
  }),
  observedOn: t.field({
    type: DateRange,
    description: 'Observed on a day of this range. `null`: those without a known day.',
    ...condition(
      (row: Positions, range: DayRange) =>
        daysWithin(col(row, 'observed_on'), col(row, 'observed_on'), range),
      'observed_on',
    ),
  }),
  article: t.field({
    type: 'ID',
    description: 'Stated by this article.',
    ...condition((row: Positions, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'position_id', id: col(row, 'id') }),
    ),
  }),
}));

/** How positions are listed. */
export const positionListing = listing({
  entity: Position,
  filter: PositionFilter,
  nouns: ['position', 'positions'],
  orders: {
    TIMELINE: {
      description: 'The day of observation, those of one day as their text has them.',
      key: (row) => col(row, 'observed_on'),
      type: 'date',
      nullable: true,
      second: { key: (row) => col(row, 'text_start'), type: 'integer', nullable: false },
    },
    OBSERVED_ON: {
      description: 'The day of observation.',
      key: (row) => col(row, 'observed_on'),
      type: 'date',
      nullable: true,
    },
    TITLE: { description: 'The title.', key: (row) => col(row, 'title'), type: 'text', nullable: false },
  },
  defaultOrder: { field: 'OBSERVED_ON', direction: 'ASC' },
  groupings: {
    ...dateGroupings('observation', (row: Positions) => col(row, 'observed_on')),
    ROLE: groupBy('The role.', (row: Positions) => col(row, 'role')),
    TITLE: groupBy(
      'The title in full: with the first and the last day of its group a row of a career.',
      (row: Positions) => col(row, 'title'),
    ),
    PERSON: groupByEach('The name of the person.', {
      entities: [Person],
      areDistinct: true,
      several: (row: Positions) =>
        sql`SELECT p.name, p.id FROM person AS p WHERE p.id = ${col(row, 'person_id')}`,
    }),
    ORGANISATION: groupByEach('The name of the organisation.', {
      entities: [Organisation],
      areDistinct: true,
      several: (row: Positions) =>
        sql`SELECT o.name, o.id FROM organisation AS o WHERE o.id = ${col(row, 'organisation_id')}`,
    }),
    AREA: areaGrouping(
      'The area, in full, or that of the organisation.',
      (row: Positions) => sql`SELECT ${areaOf(row)}`,
    ),
    PROVINCE: provinceGrouping('The province of that area.', (row: Positions) => sql`SELECT ${areaOf(row)}`),
  },
});
