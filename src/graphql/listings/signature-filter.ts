import { sql } from 'kysely';
import { Organisation, Person, Signature } from '../builder/entities.ts';
import { areaOf, areaWithin } from '../conditions/area-condition.ts';
import type { CountedList } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { col, type Row } from '../read-plan/sql.ts';

type Signatures = Row<'signature'>;

const SignatureFilter = filterInput('SignatureFilter', 'Which signatures.', (t) => ({
  party: t.field({
    type: 'ID',
    description: 'Of this organisation.',
    ...condition(
      (row: Signatures, id: string) =>
        sql`${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
    ),
  }),
  area: t.field({
    type: 'String',
    description: 'Of the area with this code, of one below it, or of an organisation there.',
    ...condition((row: Signatures, code: string) => areaWithin(areaOf(row), sql`${code}::text`)),
  }),
  signer: t.field({
    type: 'ID',
    description: 'By this person.',
    ...condition(
      (row: Signatures, id: string) => sql`${col(row, 'signer_id')} = ${survivor(Person, sql`${id}::text`)}`,
    ),
  }),
  isImplied: t.field({
    type: 'Boolean',
    description: 'Whether the source names only a collective that was written out.',
    ...condition((row: Signatures, wanted: boolean) => sql`${col(row, 'implied')} = ${wanted}`),
  }),
}));

/** Signatures as they are counted. */
export const signatures: CountedList<'signature'> = {
  entity: Signature,
  filter: SignatureFilter,
  nouns: ['signature', 'signatures'],
};
