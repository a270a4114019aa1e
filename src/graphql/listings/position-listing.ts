import { sql } from 'kysely';
import { Organisation, Person, Position } from '../builder/entities.ts';
import { areaOf, areaWithin } from '../conditions/area-condition.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { textTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/groups.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { StringFilter } from '../values/string-filter.ts';

type Positions = Row<'position'>;

/** The filter of positions. */
export const PositionFilter = filterInput('PositionFilter', 'Which positions.', (t) => ({
  person: t.field({
    type: 'ID',
    description: 'Of this person.',
    ...condition(
      (row: Positions, id: string) => sql`${col(row, 'person_id')} = ${survivor(Person, sql`${id}::text`)}`,
    ),
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
  area: t.field({
    type: 'String',
    description: 'Of the area with this code, of one below it, or of an organisation there.',
    ...condition((row: Positions, code: string) => areaWithin(areaOf(row), sql`${code}::text`)),
  }),
  role: t.field({
    type: StringFilter,
    description: 'The role alone: 副书记.',
    ...textTest<'position'>('role'),
  }),
  title: t.field({
    type: StringFilter,
    description: 'The title in full: 上海市委副书记.',
    ...textTest<'position'>('title'),
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
}));

/** How positions are listed. */
export const positionListing = listing({
  entity: Position,
  filter: PositionFilter,
  nouns: ['position', 'positions'],
  orders: {
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
    PERSON: {
      description: 'The name of the person.',
      entities: [Person],
      keys: (row) => sql`SELECT p.name, p.id FROM person AS p WHERE p.id = ${col(row, 'person_id')}`,
    },
    ORGANISATION: {
      description: 'The name of the organisation.',
      entities: [Organisation],
      keys: (row) =>
        sql`SELECT o.name, o.id FROM organisation AS o WHERE o.id = ${col(row, 'organisation_id')}`,
    },
  },
});
