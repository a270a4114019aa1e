import { sql } from 'kysely';
import { refuseNull } from '../arguments/bad-input.ts';
import { builder } from '../builder/builder.ts';
import { Indicator, Meeting, Organisation } from '../builder/entities.ts';
import { ArticleFilter, IndicatorFilter, MeetingFilter, OrganisationFilter } from '../builder/filters.ts';
import { areaGrouping, areaOf, isOfArea, provinceGrouping } from '../conditions/area-condition.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import { inArticles, isEvidenced, related } from '../conditions/related.ts';
import { indexedTextTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { and, col, type Row } from '../read-plan/sql.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { StringFilter } from '../values/string-filter.ts';

/** Whether a number says what something is, or by how much it changed. */
export const IndicatorForm = builder.enumType('IndicatorForm', {
  description: 'What a number says.',
  values: {
    LEVEL: { description: 'What something is: 19微克/立方米.' },
    CHANGE: { description: 'By how much it changed: 同比下降3.2%, negative for a fall.' },
  },
});

/** The value of a `DecimalRange`. */
interface NumberRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A range of numbers. */
const DecimalRange = builder.inputType('DecimalRange', {
  description: 'A range of numbers, both ends included; an end that is null is refused.',
  fields: (t) => ({
    from: t.field({ type: 'Decimal', description: 'The least; without it the range has no beginning.' }),
    to: t.field({ type: 'Decimal', description: 'The greatest; without it the range has no end.' }),
  }),
});

type Indicators = Row<'indicator'>;

/** The first day for which a number holds; of a moment that moment. */
const firstDay = (row: Indicators) => sql`coalesce(${col(row, 'starts_on')}, ${col(row, 'ends_on')})`;

filterInput(IndicatorFilter, 'Which indicators.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These indicators. An empty list matches nothing.',
    ...condition((row: Indicators, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in what is measured, or of what, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('INDICATOR'),
  }),
  measure: t.field({
    type: StringFilter,
    description: 'What is measured.',
    ...indexedTextTest<'indicator'>('measure'),
  }),
  form: t.field({
    type: IndicatorForm,
    description: 'It says a level, or a change.',
    ...condition((row: Indicators, form: string) => sql`${col(row, 'form')} = ${form}::indicator_form`),
  }),
  unit: t.field({
    type: ['String'],
    description: 'It is in one of these units, as `unit` gives them. An empty list matches nothing.',
    ...condition((row: Indicators, units: string[]) => sql`${col(row, 'unit')} = ANY (${units}::text[])`),
  }),
  value: t.field({
    type: DecimalRange,
    description:
      'The number lies in this range; to be given with a unit, as numbers of different units do not compare.',
    ...condition((row: Indicators, { from, to }: NumberRange) => {
      refuseNull('from', from);
      refuseNull('to', to);
      return and([
        ...(from ? [sql`${col(row, 'value')} >= ${from}::numeric`] : []),
        ...(to ? [sql`${col(row, 'value')} <= ${to}::numeric`] : []),
      ]);
    }),
  }),
  period: t.field({
    type: DateRange,
    description: 'It holds for a day of this range. `null`: those without a known period.',
    ...condition(
      (row: Indicators, range: DayRange) => daysWithin(firstDay(row), col(row, 'ends_on'), range),
      'ends_on',
    ),
  }),
  isPlanned: t.field({
    type: 'Boolean',
    description: 'Whether it is meant to be so, and is not yet.',
    ...condition((row: Indicators, planned: boolean) => sql`${col(row, 'planned')} = ${planned}`),
  }),
  organisation: t.field({
    type: 'ID',
    description: 'Of this organisation. `null`: of none.',
    ...condition(
      (row: Indicators, id: string) =>
        sql`${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
      'organisation_id',
    ),
  }),
  area: t.field({
    type: 'String',
    description:
      'Of the area with this code, of one below it, or of an organisation there. `null`: of no area.',
    ...condition(
      (row: Indicators, code: string) => isOfArea(row, sql`${code}::text`),
      (row) => sql`${areaOf(row)} IS NULL`,
    ),
  }),
  inOrganisation: t.field({
    type: OrganisationFilter,
    description: 'Of an organisation that passes this filter.',
    ...related(Organisation, (row: Indicators, o) => sql`${col(o, 'id')} = ${col(row, 'organisation_id')}`),
  }),
  at: t.field({
    type: MeetingFilter,
    description: 'Of a meeting that passes this filter.',
    ...related(Meeting, (row: Indicators, m) => sql`${col(m, 'id')} = ${col(row, 'meeting_id')}`),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'Stated by an article that passes this filter.',
    ...inArticles('indicator_id'),
  }),
  meeting: t.field({
    type: 'ID',
    description: 'Of this meeting. `null`: of none.',
    ...condition(
      (row: Indicators, id: string) =>
        sql`${col(row, 'meeting_id')} = ${survivor(Meeting, sql`${id}::text`)}`,
      'meeting_id',
    ),
  }),
  article: t.field({
    type: 'ID',
    description: 'Stated by this article.',
    ...condition((row: Indicators, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'indicator_id', id: col(row, 'id') }),
    ),
  }),
}));

/** How indicators are listed. */
export const indicatorListing = listing({
  entity: Indicator,
  filter: IndicatorFilter,
  nouns: ['indicator', 'indicators'],
  orders: {
    PERIOD: {
      description: 'The last day for which it holds.',
      key: (row) => col(row, 'ends_on'),
      type: 'date',
      nullable: true,
    },
    VALUE: { description: 'The number.', key: (row) => col(row, 'value'), type: 'numeric', nullable: false },
    MEASURE: {
      description: 'What is measured.',
      key: (row) => col(row, 'measure'),
      type: 'text',
      nullable: false,
    },
  },
  defaultOrder: { field: 'PERIOD', direction: 'DESC' },
  groupings: {
    ...dateGroupings('the last day for which it holds', (row: Indicators) => col(row, 'ends_on')),
    MEASURE: groupBy('What is measured.', (row: Indicators) => col(row, 'measure')),
    UNIT: groupBy('The unit.', (row: Indicators) => col(row, 'unit')),
    FORM: groupBy('Level or change.', (row: Indicators) => sql`${col(row, 'form')}::text`),
    AREA: areaGrouping(
      'The area, in full, or that of the organisation.',
      (row: Indicators) => sql`SELECT ${areaOf(row)}`,
    ),
    PROVINCE: provinceGrouping('The province of that area.', (row: Indicators) => sql`SELECT ${areaOf(row)}`),
  },
});
