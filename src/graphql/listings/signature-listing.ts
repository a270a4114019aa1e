import { sql } from 'kysely';
import { Agreement, Organisation, Person, Signature } from '../builder/entities.ts';
import { AgreementFilter, OrganisationFilter, PersonFilter, SignatureFilter } from '../builder/filters.ts';
import { areaOf, areaPath, isOfArea, provinceGrouping } from '../conditions/area-condition.ts';
import { dateGroupings } from '../conditions/date-condition.ts';
import { isEvidenced, related } from '../conditions/related.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';

type Signatures = Row<'signature'>;

filterInput(SignatureFilter, 'Which signatures.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These signatures. An empty list matches nothing.',
    ...condition((row: Signatures, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  agreement: t.field({
    type: AgreementFilter,
    description: 'Under an agreement that passes this filter.',
    ...related(Agreement, (row: Signatures, a) => sql`${col(a, 'id')} = ${col(row, 'agreement_id')}`),
  }),
  party: t.field({
    type: 'ID',
    description: 'Of this organisation. `null`: of no organisation, but of an area.',
    ...condition(
      (row: Signatures, id: string) =>
        sql`${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
      'organisation_id',
    ),
  }),
  organisation: t.field({
    type: OrganisationFilter,
    description: 'Of an organisation that passes this filter.',
    ...related(Organisation, (row: Signatures, o) => sql`${col(o, 'id')} = ${col(row, 'organisation_id')}`),
  }),
  partyArea: t.field({
    type: 'String',
    description: 'Of the area with this code itself: a province, a state. `null`: of no area.',
    ...condition((row: Signatures, code: string) => sql`${col(row, 'area_code')} = ${code}`, 'area_code'),
  }),
  area: t.field({
    type: 'String',
    description: 'Of the area with this code, of one below it, or of an organisation there.',
    ...condition((row: Signatures, code: string) => isOfArea(row, sql`${code}::text`)),
  }),
  signer: t.field({
    type: 'ID',
    description: 'This person signed. `null`: nobody is named who signed.',
    ...condition(
      (row: Signatures, id: string) => sql`${col(row, 'signer_id')} = ${survivor(Person, sql`${id}::text`)}`,
      'signer_id',
    ),
  }),
  person: t.field({
    type: PersonFilter,
    description: 'A person signed who passes this filter.',
    ...related(Person, (row: Signatures, p) => sql`${col(p, 'id')} = ${col(row, 'signer_id')}`),
  }),
  implied: t.field({
    type: 'Boolean',
    description: 'Whether the source names only a collective that was written out.',
    ...condition((row: Signatures, wanted: boolean) => sql`${col(row, 'implied')} = ${wanted}`),
  }),
  article: t.field({
    type: 'ID',
    description: 'Reported by this article.',
    ...condition((row: Signatures, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'signature_id', id: col(row, 'id') }),
    ),
  }),
}));

/** The day on which the agreement of a signature was signed. */
const signedOn = (row: Signatures) =>
  sql`(SELECT a.signed_on FROM agreement AS a WHERE a.id = ${col(row, 'agreement_id')})`;

/** How signatures are listed. */
export const signatureListing = listing({
  entity: Signature,
  filter: SignatureFilter,
  nouns: ['signature', 'signatures'],
  orders: {
    SIGNED_ON: { description: 'The day of signing.', key: signedOn, type: 'date', nullable: true },
    ORDINAL: {
      description: 'The order in which the source names the parties.',
      key: (row) => col(row, 'ordinal'),
      type: 'integer',
      nullable: false,
    },
  },
  defaultOrder: { field: 'SIGNED_ON', direction: 'DESC' },
  groupings: {
    ...dateGroupings('signing', signedOn),
    PARTY: groupBy(
      'The name of the party.',
      (row: Signatures) => sql`coalesce((SELECT o.name FROM organisation AS o
        WHERE o.id = ${col(row, 'organisation_id')}), ${areaPath(col(row, 'area_code'))})`,
    ),
    PROVINCE: provinceGrouping('The province of the party.', (row: Signatures) => sql`SELECT ${areaOf(row)}`),
    SIGNER: groupBy(
      'The name of who signed.',
      (row: Signatures) => sql`(SELECT p.name FROM person AS p WHERE p.id = ${col(row, 'signer_id')})`,
    ),
  },
});
