import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { connectionType } from '../connections/connection-type.ts';
import { pageArguments } from '../connections/page-arguments.ts';
import { changesCost, sameObject } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { CHANGES } from '../read-plan/changes.ts';
import { readConnection } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { parsePage } from '../read-plan/page.ts';
import { parentRow } from '../read-plan/relation.ts';
import { and, type Row, type Sql } from '../read-plan/sql.ts';
import { Change } from './change.ts';
import { changeArguments, changeConditions } from './change-arguments.ts';

const { connection } = connectionType({
  name: 'Change',
  nouns: ['change', 'changes'],
  node: {
    type: Change,
    read: (request) => request.planner.object('Change', parentRow(request), request.selection),
    cost: sameObject,
  },
});

/** Whether a change is of an instant or later. Instants rise with numbers, so that one number says it, from which the primary key goes on. */
function isSince({ alias }: Row, since: string): Sql {
  return sql`${sql.ref(`${alias}.number`)} >= (SELECT s.id FROM change AS s
    WHERE s.made_at >= ${since}::timestamptz ORDER BY s.made_at, s.id LIMIT 1)`;
}

function readChanges(request: FieldRequest): Sql {
  const { planner, args } = request;
  const { since } = args;
  return readConnection(request, {
    name: 'Change',
    page: parsePage(args, CHANGES.ordering),
    row: () => planner.row('change'),
    source: (row, conditions) => {
      const own = [
        ...(typeof since === 'string' ? [isSince(row, since)] : []),
        ...changeConditions(row, args),
      ];
      return sql`FROM ${CHANGES.rows} AS ${sql.id(row.alias)} WHERE ${and([...own, ...conditions])}`;
    },
    figure: ({ name }) => {
      throw new Error(`ChangeConnection has no ${name}`);
    },
  });
}

builder.queryField('changes', (t) =>
  t.field({
    type: connection,
    nullable: false,
    description:
      'What was made, changed, merged and taken back, in the order of commit: once a cursor was given, nothing comes before it any more. To keep in step, ask again with `after: pageInfo.endCursor`; an empty page has none, and that which was asked with is good again. `changes(last: 1)` has the cursor of now.',
    args: {
      since: t.arg({
        type: 'DateTime',
        description: 'Only those of this instant or later; left out or null: from the beginning.',
      }),
      ...changeArguments(),
      ...pageArguments(),
    },
    ...rootField(readChanges, changesCost),
  }),
);
