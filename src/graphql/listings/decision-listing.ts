import { sql } from 'kysely';
import { Decision } from '../builder/entities.ts';
import { DecisionFilter } from '../builder/filters.ts';
import { dateGroupings, instantsWithin } from '../conditions/date-condition.ts';
import { textTest } from '../conditions/text-condition.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { DateTimeRange, type InstantRange } from '../values/date-time-range.ts';
import { DecisionAction } from '../values/decision-action.ts';
import { StringFilter } from '../values/string-filter.ts';

type Decisions = Row<'identity_decision'>;

filterInput(DecisionFilter, 'Which decisions.', (t) => ({
  entity: t.field({
    type: 'ID',
    description: 'About this entity, by the id that it had then: as the one or as the other.',
    ...condition(
      (row: Decisions, id: string) =>
        sql`(${col(row, 'entity_id')} = ${id} OR ${col(row, 'other_id')} = ${id})`,
    ),
  }),
  action: t.field({
    type: [DecisionAction],
    description: 'It does one of these. An empty list matches nothing.',
    ...condition(
      (row: Decisions, actions: string[]) => sql`${col(row, 'action')} = ANY (${actions}::decision_action[])`,
    ),
  }),
  decidedBy: t.field({
    type: StringFilter,
    description: 'Who decided.',
    ...textTest<'identity_decision'>('decided_by'),
  }),
  decidedAt: t.field({
    type: DateTimeRange,
    description: 'Decided at an instant of this range.',
    ...condition((row: Decisions, range: InstantRange) => instantsWithin(col(row, 'decided_at'), range)),
  }),
  reverted: t.field({
    type: 'Boolean',
    description: 'Whether it was taken back.',
    ...condition(
      (row: Decisions, wanted: boolean) => sql`(${col(row, 'reverted_at')} IS NOT NULL) = ${wanted}`,
    ),
  }),
}));

/** How decisions are listed. */
export const decisionListing = listing({
  entity: Decision,
  filter: DecisionFilter,
  nouns: ['decision', 'decisions'],
  orders: {
    DECIDED_AT: {
      description: 'When it was decided.',
      key: (row) => col(row, 'decided_at'),
      type: 'timestamptz',
      nullable: false,
    },
  },
  defaultOrder: { field: 'DECIDED_AT', direction: 'DESC' },
  groupings: {
    ...dateGroupings(
      'the decision, in UTC',
      (row: Decisions) => sql`(${col(row, 'decided_at')} AT TIME ZONE 'UTC')`,
    ),
    ACTION: groupBy('What it does.', (row: Decisions) => sql`${col(row, 'action')}::text`),
    DECIDED_BY: groupBy('Who decided.', (row: Decisions) => col(row, 'decided_by')),
  },
});
