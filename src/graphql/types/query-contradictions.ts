import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { connectionType } from '../connections/connection-type.ts';
import { pageArguments } from '../connections/page-arguments.ts';
import { connection as connectionCost, SORTED_SCAN, sameObject } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { readConnection } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { type Ordering, parsePage } from '../read-plan/page.ts';
import { parentRow } from '../read-plan/relation.ts';
import { and, type Sql } from '../read-plan/sql.ts';
import { ContradictedField, Contradiction, contradictionJson } from './contradiction.ts';

const { connection } = connectionType({
  name: 'Contradiction',
  nouns: ['contradiction', 'contradictions'],
  node: {
    type: Contradiction,
    read: (request) => request.planner.object('Contradiction', parentRow(request), request.selection),
    cost: sameObject,
  },
});

const LATEST_FIRST: Ordering = {
  orderName: 'Contradiction DAY DESC',
  // The first day of the meeting, or the day of signing, that the graph shows.
  keys: [{ key: (row) => sql.ref(`${row.alias}.day`), type: 'date', nullable: true, descending: true }],
};

/** A SELECT of all contradictions: what each is about, its day and its `field`, as a computed value. */
function allContradictions(): Sql {
  const of = (table: 'meeting' | 'agreement', day: 'starts_on' | 'signed_on') => sql`
    SELECT it.id || ' ' || (c ->> 'field') AS id, it.${sql.id(day)} AS day, c ->> 'field' AS field,
      ${contradictionJson(sql`it.id`)} AS computed
    FROM ${sql.table(table)} AS it CROSS JOIN jsonb_array_elements(it.contradictions) AS k(c)
    WHERE it.merged_into_id IS NULL AND it.contradictions <> '[]'`;
  return sql`(${of('meeting', 'starts_on')} UNION ALL ${of('agreement', 'signed_on')})`;
}

function readContradictions(request: FieldRequest): Sql {
  const { planner, args } = request;
  const fields = args.fields as readonly string[] | null | undefined;
  return readConnection(request, {
    name: 'Contradiction',
    page: parsePage(args, LATEST_FIRST),
    // Contradictions are no rows of a table; nothing here asks for the table's name.
    row: () => ({ table: 'meeting', alias: planner.alias() }),
    source: (row, conditions) => {
      const asked = fields ? [sql`${sql.ref(`${row.alias}.field`)} = ANY (${fields}::text[])`] : [];
      return sql`FROM ${allContradictions()} AS ${sql.id(row.alias)} WHERE ${and([...asked, ...conditions])}`;
    },
    figure: ({ name }) => {
      throw new Error(`ContradictionConnection has no ${name}`);
    },
  });
}

builder.queryField('contradictions', (t) =>
  t.field({
    type: connection,
    nullable: false,
    description: 'What articles say differently of meetings and agreements, the latest of these first.',
    args: {
      fields: t.arg({
        type: [ContradictedField],
        description: 'Only those about these; left out or null: all. An empty list matches nothing.',
      }),
      ...pageArguments(),
    },
    ...rootField(readContradictions, connectionCost(SORTED_SCAN)),
  }),
);
