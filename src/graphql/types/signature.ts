import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { Agreement, Area, Organisation, Person, Signature } from '../builder/entities.ts';
import { oneObject, SORTED_SCAN } from '../cost/weights.ts';
import { signatureListing } from '../listings/signature-listing.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { column, one, parentRow, planned, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { evidenceField } from './evidence.ts';
import { Node } from './node.ts';

/** Who is bound by an agreement. */
export const Party = builder.unionType('Party', {
  description: 'Who is bound by an agreement.',
  types: [Organisation.ref, Area.ref],
  resolveType: (value: JsonObject) => value.$type as string,
});

Signature.ref.implement({
  description: "One party's signature under an agreement.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Signature, 'id') }),
    agreement: t.field({
      type: Agreement.ref,
      nullable: false,
      description: 'The agreement.',
      ...toOne(Agreement, (s: Row<'signature'>, a) => sql`${col(a, 'id')} = ${col(s, 'agreement_id')}`),
    }),
    party: t.field({
      type: Party,
      nullable: false,
      description: 'The party: an organisation, or an area (a province, a state).',
      ...planned((request) => {
        const s = parentRow<'signature'>(request);
        const body = one(
          request,
          Organisation,
          (row) => sql`${col(row, 'id')} = ${col(s, 'organisation_id')}`,
        );
        const area = one(request, Area, (row) => sql`${col(row, 'code')} = ${col(s, 'area_code')}`);
        return sql`CASE WHEN ${col(s, 'organisation_id')} IS NOT NULL THEN ${body} ELSE ${area} END`;
      }, oneObject),
    }),
    signer: t.field({
      type: Person.ref,
      description: 'Who signed for the party; null where nobody is named.',
      ...toOne(Person, (s: Row<'signature'>, person) => sql`${col(person, 'id')} = ${col(s, 'signer_id')}`),
    }),
    implied: t.boolean({
      nullable: false,
      description: 'Whether the source names only a collective (三省一市生态环境部门) that was written out.',
      ...column(Signature, 'implied'),
    }),
    evidence: t.field(evidenceField<'signature'>('signature_id')),
  }),
});

builder.queryField('signatures', (t) =>
  t.field({
    description: 'Signatures under agreements, latest first.',
    ...signatureListing.root(SORTED_SCAN),
  }),
);
