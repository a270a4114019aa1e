import { InputFieldBuilder } from '@pothos/core';
import { builder } from '../builder/builder.ts';
import type { FilterRef } from '../builder/filters.ts';
import { instantsWithin } from '../conditions/date-condition.ts';
import { updatedAt } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import type { Order } from '../read-plan/page.ts';
import type { Row } from '../read-plan/sql.ts';
import { DateTimeRange, type InstantRange } from '../values/date-time-range.ts';
import type { FieldBuilder } from './filter-input.ts';

/** The order of what is followed by when it was made or last changed. */
export const UPDATED_AT: Order = {
  description: 'When it was made or last changed.',
  key: updatedAt,
  type: 'timestamptz',
  nullable: false,
};

/** Adds the field `updatedAt` to the filter of what is followed. */
export function addUpdatedAt(filter: FilterRef): void {
  filter.addFields(() => {
    const t = new InputFieldBuilder(builder, 'InputObject') as unknown as FieldBuilder;
    return {
      updatedAt: t.field({
        type: DateTimeRange,
        description: 'Made or last changed at an instant of this range.',
        ...condition((row: Row, range: InstantRange) => instantsWithin(updatedAt(row), range)),
      }),
    };
  });
}
