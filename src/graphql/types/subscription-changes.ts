import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import type { ListingOptions } from '../connections/listing-options.ts';
import { batchOfChanges, oneObject } from '../cost/weights.ts';
import { subscriptionField } from '../fields/subscription-field.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { indicatorListing } from '../listings/indicator-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { meetingSeriesListing } from '../listings/meeting-series-listing.ts';
import { organisationListing } from '../listings/organisation-listing.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { personListing } from '../listings/person-listing.ts';
import { positionListing } from '../listings/position-listing.ts';
import { signatureListing } from '../listings/signature-listing.ts';
import { sourceDocumentListing } from '../listings/source-document-listing.ts';
import type { ChangeBatch } from '../read-plan/change-batch.ts';
import { standing } from '../read-plan/counted.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { filterCondition } from '../read-plan/filter.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { and, from, type Row, type TableName } from '../read-plan/sql.ts';
import { nodeTypeOf } from '../values/node-type.ts';
import { Change, changeFields } from './change.ts';
import { changeArguments, changeConditions } from './change-arguments.ts';

/** The listings whose rows are followed, by their fields of the root. */
const LISTS = {
  agreements: agreementListing,
  articles: articleListing,
  documents: sourceDocumentListing,
  indicators: indicatorListing,
  meetings: meetingListing,
  meetingSeries: meetingSeriesListing,
  organisations: organisationListing,
  participations: participationListing,
  people: personListing,
  positions: positionListing,
  signatures: signatureListing,
} as const;

/** Where a subscription begins. */
function afterArgument() {
  return builder.args((arg) => ({
    after: arg.string({
      description:
        'Begins behind the change with this cursor, such as the last that came before a connection broke; left out or null: now.',
    }),
  }));
}

/** The row of a listing that a change is of; its columns are NULL where the list does not have it. */
function rowOf(change: Row, table: TableName): Row {
  return { table, alias: `${change.alias}_row`, isFew: true };
}

/** The object of a row of a listing that a change is of; NULL where the list does not have it. */
const nodeOf = (list: ListingOptions<TableName>) =>
  planned((request) => {
    const row = rowOf(parentRow(request), list.entity.table);
    const object = request.planner.object(list.entity.name, row, request.selection);
    return sql`CASE WHEN ${sql.ref(`${row.alias}.id`)} IS NOT NULL THEN ${object} END`;
  }, oneObject);

/** Makes the type of the events of a list: `MeetingChange`. */
function eventType(list: ListingOptions<TableName>) {
  const [one, many] = list.nouns;
  return builder.objectRef<JsonObject>(`${list.entity.name}Change`).implement({
    description: `What became of one of the ${many} of a list.`,
    fields: (t) => ({
      ...changeFields(t),
      node: t.field({
        type: list.entity.ref,
        description: `The ${one} as it is now; null where the list does not have it, or no longer.`,
        ...nodeOf(list),
      }),
    }),
  });
}

/** What is read of the changes of a list: rows that pass its filter, and, by their ids, those that may have gone from it. */
function listChanges(
  { planner, args, selection }: FieldRequest,
  list: ListingOptions<TableName>,
): ChangeBatch {
  const { entity } = list;
  const change = planner.row('change');
  const row = rowOf(change, entity.table);
  const id = sql.ref(`${row.alias}.id`);
  const filter = planner.inputType(`${entity.name}Filter`);
  const passes = [
    ...standing(list, row, args.where),
    ...(args.where ? [filterCondition(filter, row, args.where)] : []),
  ];
  return {
    change,
    conditions: [sql`${sql.ref(`${change.alias}.node_type`)} = ${sql.lit(nodeTypeOf(entity))}`],
    join: sql`LEFT JOIN ${from(row)} ON ${and([sql`${id} = ${sql.ref(`${change.alias}.node_id`)}`, ...passes])}`,
    isTold: sql`${id} IS NOT NULL OR ${sql.ref(`${change.alias}.action`)} <> 'MADE'`,
    event: planner.object(`${entity.name}Change`, change, selection),
  };
}

builder.subscriptionType({
  description:
    'What becomes of the graph, within a second or two: server-sent events at `/graphql/stream`, an event for each change. Each has a cursor, behind which a subscription goes on.',
  fields: (t) => ({
    changed: t.field({
      type: Change,
      nullable: false,
      description:
        'What is made, changed, merged and taken back, in the order of commit, as `changes` has it.',
      args: { ...changeArguments(), ...afterArgument() },
      ...subscriptionField(({ planner, args, selection }) => {
        const change = planner.row('change');
        return {
          change,
          conditions: changeConditions(change, args),
          isTold: sql`TRUE`,
          event: planner.object('Change', change, selection),
        };
      }, batchOfChanges),
    }),
  }),
});

for (const [field, { list: declared }] of Object.entries(LISTS)) {
  const list = declared as unknown as ListingOptions<TableName>;
  builder.subscriptionField(field, (t) =>
    t.field({
      type: eventType(list),
      nullable: false,
      description: `The ${list.nouns[1]} that are new or changed and pass a filter. Those that changed and do not pass it, or are gone, are told by their ids: whoever has one in a list takes it out. What a filter asks of other rows is looked at when the row itself changes.`,
      args: {
        where: t.arg({ type: list.filter, description: `Only ${list.nouns[1]} that pass this filter.` }),
        ...afterArgument(),
      },
      ...subscriptionField((request) => listChanges(request, list), batchOfChanges),
    }),
  );
}
