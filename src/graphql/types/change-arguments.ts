import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { builder } from '../builder/builder.ts';
import type { Row, Sql } from '../read-plan/sql.ts';
import { ChangeAction } from '../values/change-action.ts';
import { NodeType } from '../values/node-type.ts';

/** The arguments that say which changes are told of. */
export function changeArguments() {
  return builder.args((arg) => ({
    types: arg.field({
      type: [NodeType],
      description:
        'Only what became of these types; left out or null: of all. An empty list matches nothing.',
    }),
    actions: arg.field({
      type: [ChangeAction],
      description: 'Only these actions; left out or null: all. An empty list matches nothing.',
    }),
  }));
}

/** The conditions that these arguments put on a change. */
export function changeConditions({ alias }: Row, { types, actions }: Arguments): Sql[] {
  const oneOf = (column: string, values: unknown, type: string) =>
    values ? [sql`${sql.ref(`${alias}.${column}`)} = ANY (${values}::${sql.raw(type)}[])`] : [];
  return [...oneOf('node_type', types, 'node_type'), ...oneOf('action', actions, 'change_action')];
}
