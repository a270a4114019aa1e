import { sql } from 'kysely';
import { Area } from '../builder/entities.ts';
import { AreaFilter } from '../builder/filters.ts';
import { areaWithin, provinceGrouping } from '../conditions/area-condition.ts';
import { textTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { AreaLevel } from '../values/area-level.ts';
import { StringFilter, type TextTest } from '../values/string-filter.ts';

type Areas = Row<'area'>;

/** The test of one name, of a row that has nothing but a name. */
const oneName = textTest<'area'>('name').extensions.condition;

filterInput(AreaFilter, 'Which areas.', (t) => ({
  codes: t.field({
    type: ['String'],
    description: 'The areas with these codes. An empty list matches nothing.',
    ...condition((row: Areas, codes: string[]) => sql`${col(row, 'code')} = ANY (${codes}::text[])`),
  }),
  name: t.field({
    type: StringFilter,
    description: 'Its name, 浙江省, or one of its short names, 浙江, 浙; all that is asked of one of them.',
    ...condition((row: Areas, test: TextTest, nested) => {
      const names = sql`unnest(${col(row, 'name')} || ${col(row, 'short_names')})`;
      const one: Areas = { table: 'area', alias: 'one' };
      return sql`EXISTS (SELECT FROM ${names} AS ${sql.id(one.alias)}(name) WHERE ${oneName(one, test, nested)})`;
    }),
  }),
  level: t.field({
    type: [AreaLevel],
    description: 'It is of one of these levels. An empty list matches nothing.',
    ...condition((row: Areas, levels: string[]) => sql`${col(row, 'level')} = ANY (${levels}::area_level[])`),
  }),
  parent: t.field({
    type: 'String',
    description: 'It lies right below the area with this code. `null`: those that lie in none, states.',
    ...condition((row: Areas, code: string) => sql`${col(row, 'parent_code')} = ${code}`, 'parent_code'),
  }),
  within: t.field({
    type: 'String',
    description: 'It is the area with this code, or lies in it.',
    ...condition((row: Areas, code: string) => areaWithin(col(row, 'code'), sql`${code}::text`)),
  }),
}));

/** How areas are listed. */
export const areaListing = listing({
  entity: Area,
  filter: AreaFilter,
  nouns: ['area', 'areas'],
  orders: {
    CODE: { description: 'The code.', key: (row) => col(row, 'code'), type: 'text', nullable: false },
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
  },
  defaultOrder: { field: 'CODE', direction: 'ASC' },
  groupings: {
    LEVEL: groupBy('The level.', (row: Areas) => sql`${col(row, 'level')}::text`),
    PROVINCE: provinceGrouping(
      'The province that it is, or lies in.',
      (row: Areas) => sql`SELECT ${col(row, 'code')}`,
    ),
  },
});
