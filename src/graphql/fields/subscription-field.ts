import type { GraphQLResolveInfo } from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';
import type { Context } from '../context/context.ts';
import type { Feed } from '../context/feed.ts';
import type { Statement } from '../context/statement.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { isTooLarge } from '../cost/refusals.ts';
import { BATCH_SIZE, type Batch, type ChangeBatch, changeBatch } from '../read-plan/change-batch.ts';
import { CHANGES } from '../read-plan/changes.ts';
import { type FieldRequest, type JsonObject, Planner } from '../read-plan/field-plan.ts';
import { Selection } from '../read-plan/selection.ts';

/**
 * Options of a field of Subscription, each of whose events is made of a change. It begins behind the cursor of its argument `after`, or now.
 *
 * @param plan says what is read of the changes of a batch.
 */
export function subscriptionField(plan: (request: FieldRequest) => ChangeBatch, cost: CostOf) {
  return {
    extensions: { cost },
    subscribe: async (_root: unknown, args: Arguments, { feed }: Context, info: GraphQLResolveInfo) => {
      if (!feed) throw new Error('Nothing is streamed here');
      const planner = new Planner(info.schema, 'walked');
      const selection = new Selection(info, info.fieldNodes);
      const statement = feed.compose(changeBatch(plan({ planner, row: null, args, selection })));
      const seen = typeof args.after === 'string' ? CHANGES.numberAt(args.after) : await feed.latest();
      return listEvents(feed, statement, seen);
    },
    resolve: (event: JsonObject) => event as never,
  };
}

/** The events behind a number, one after the other, until the stream ends. Where many show too much for one answer, few are read at a time. */
async function* listEvents(feed: Feed, statement: Statement, from: number): AsyncGenerator<JsonObject> {
  let size = BATCH_SIZE;
  for (let seen = from; ; ) {
    const last = await feed.later(seen);
    if (last === null) return;
    const text = await feed.read(statement, { seen, last, size }).catch((error: unknown) => {
      if (size === 1 || !isTooLarge(error)) throw error;
    });
    if (text === undefined) {
      size = Math.ceil(size / 4);
      continue;
    }
    const { events, upTo } = JSON.parse(text ?? '') as Batch;
    yield* events;
    seen = upTo ?? last;
    size = Math.min(2 * size, BATCH_SIZE);
  }
}
