import { type RawBuilder, sql } from 'kysely';
import { LONG_LIST, SHORT_LIST } from '../arguments/list-limit.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import { Agreement, Area, Organisation } from '../builder/entities.ts';
import { listOf, oneObject, sharingCost } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { keyOf } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { one, parentRow, planned } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';
import { readSharing, shareColumn, shareCount, sharedList, sharingArguments } from './sharing.ts';
import { Party } from './signature.ts';

/** The id of the party of a signature: of an organisation its id, of an area its code. */
const partyId = (alias: string) =>
  sql`coalesce(${sql.ref(`${alias}.organisation_id`)}, ${sql.ref(`${alias}.area_code`)})`;

/** The JSON object of the party whose id stands in a column of the row. */
function readParty(request: FieldRequest, column: string): RawBuilder<unknown> {
  const objects = [Organisation, Area].map((entity) =>
    one(request, entity, (row) => sql`${keyOf(entity, row)} = ${shareColumn(request.row, column)}`),
  );
  return sql`coalesce(${sql.join(objects)})`;
}

/** Options of the fields that say what two parties signed together. */
const COUNT = {
  nullable: false as const,
  description: 'The number of agreements that both signed.',
  ...shareCount,
};
const AGREEMENTS = {
  type: [Agreement.ref] as [typeof Agreement.ref],
  nullable: false as const,
  description: 'Those agreements, latest first.',
  ...sharedList('agreement'),
};

const Cosigner: ObjectRef = builder.objectRef<JsonObject>('Cosigner').implement({
  description: 'A party that signed the same agreements as an organisation.',
  fields: (t) => ({
    party: t.field({
      type: Party,
      nullable: false,
      description: 'The other party: an organisation, or an area.',
      ...planned((request) => readParty(request, 'id'), oneObject),
    }),
    count: t.int(COUNT),
    agreements: t.field(AGREEMENTS),
  }),
});

const CosignerPair: ObjectRef = builder.objectRef<JsonObject>('CosignerPair').implement({
  description: 'Two parties that signed the same agreements.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      nullable: false,
      description: 'The two.',
      ...planned(
        (request) => sql`json_build_array(${readParty(request, 'one')}, ${readParty(request, 'other')})`,
        listOf(() => 2),
      ),
    }),
    count: t.int(COUNT),
    agreements: t.field(AGREEMENTS),
  }),
});

/** Options of `Organisation.cosigners`. */
export const cosignersOfOrganisation = {
  type: [Cosigner] as [ObjectRef],
  nullable: false as const,
  args: sharingArguments('agreement', SHORT_LIST),
  ...planned(
    (request) =>
      readSharing(request, {
        kind: 'agreement',
        typeName: 'Cosigner',
        limit: SHORT_LIST,
        columns: { id: partyId('other') },
        where: sql`own.organisation_id = ${col(parentRow<'organisation'>(request), 'id')} AND other.id <> own.id`,
      }),
    sharingCost(SHORT_LIST),
  ),
};

builder.queryField('cosigners', (t) =>
  t.field({
    type: [CosignerPair],
    nullable: false,
    description:
      'Parties that signed the same agreements: each pair once, those with the most agreements first.',
    args: sharingArguments('agreement', LONG_LIST),
    ...rootField(
      (request) =>
        readSharing(request, {
          kind: 'agreement',
          typeName: 'CosignerPair',
          limit: LONG_LIST,
          columns: { one: partyId('own'), other: partyId('other') },
          where: sql`${partyId('own')} < ${partyId('other')}`,
        }),
      sharingCost(LONG_LIST),
    ),
  }),
);
