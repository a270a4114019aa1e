import { sql } from 'kysely';
import { Agreement, Area, Meeting, Organisation, Person, Signature } from '../builder/entities.ts';
import { AgreementFilter, ArticleFilter, MeetingFilter, SignatureFilter } from '../builder/filters.ts';
import { areaPath, isOfArea, provinceGrouping } from '../conditions/area-condition.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import { exists, inArticles, isEvidenced, related } from '../conditions/related.ts';
import { indexedTextTest } from '../conditions/text-condition.ts';
import { counted } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor, survivors } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy, groupByEach } from '../read-plan/grouping.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { AgreementKind } from '../values/agreement-kind.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { StringFilter } from '../values/string-filter.ts';
import { signatureListing } from './signature-listing.ts';

type Agreements = Row<'agreement'>;

/** Whether an agreement has a signature for which `test` holds. */
function signed(row: Agreements, test: (signature: Row<'signature'>) => Sql): Sql {
  return exists(row, 'signature', (s) => sql`${col(s, 'agreement_id')} = ${col(row, 'id')} AND ${test(s)}`);
}

filterInput(AgreementFilter, 'Which agreements.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These agreements, or those that they were merged into. An empty list matches nothing.',
    ...condition((row: Agreements, ids: string[]) => sql`${col(row, 'id')} IN ${survivors(Agreement, ids)}`),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in its title or parties, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('AGREEMENT'),
  }),
  title: t.field({
    type: StringFilter,
    description: 'Its title.',
    ...indexedTextTest<'agreement'>('title'),
  }),
  kind: t.field({
    type: [AgreementKind],
    description: 'It is of one of these kinds. An empty list matches nothing.',
    ...condition(
      (row: Agreements, kinds: string[]) => sql`${col(row, 'kind')} = ANY (${kinds}::agreement_kind[])`,
    ),
  }),
  signedOn: t.field({
    type: DateRange,
    description: 'Signed on a day of this range. `null`: those without a known day.',
    ...condition(
      (row: Agreements, range: DayRange) => daysWithin(col(row, 'signed_on'), col(row, 'signed_on'), range),
      'signed_on',
    ),
  }),
  meeting: t.field({
    type: 'ID',
    description: 'Signed at this meeting. `null`: those of which no meeting is known.',
    ...condition(
      (row: Agreements, id: string) =>
        sql`${col(row, 'meeting_id')} = ${survivor(Meeting, sql`${id}::text`)}`,
      'meeting_id',
    ),
  }),
  at: t.field({
    type: MeetingFilter,
    description: 'Signed at a meeting that passes this filter.',
    ...related(Meeting, (row: Agreements, m) => sql`${col(m, 'id')} = ${col(row, 'meeting_id')}`),
  }),
  signature: t.field({
    type: SignatureFilter,
    description: 'It has a signature that passes this filter.',
    ...related(Signature, (row: Agreements, s) => sql`${col(s, 'agreement_id')} = ${col(row, 'id')}`),
  }),
  party: t.field({
    type: 'ID',
    description: 'This organisation is a party.',
    ...condition((row: Agreements, id: string) =>
      signed(row, (s) => sql`${col(s, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`),
    ),
  }),
  partyArea: t.field({
    type: 'String',
    description: 'The area with this code is a party itself: a province, a state.',
    ...condition((row: Agreements, code: string) =>
      signed(row, (s) => sql`${col(s, 'area_code')} = ${code}`),
    ),
  }),
  area: t.field({
    type: 'String',
    description: 'The area with this code, one below it, or an organisation there is a party.',
    ...condition((row: Agreements, code: string) => signed(row, (s) => isOfArea(s, sql`${code}::text`))),
  }),
  signer: t.field({
    type: 'ID',
    description: 'This person signed for a party. `null`: of nobody is it known that they signed.',
    ...condition(
      (row: Agreements, id: string) =>
        signed(row, (s) => sql`${col(s, 'signer_id')} = ${survivor(Person, sql`${id}::text`)}`),
      (row) => sql`NOT ${signed(row, (s) => sql`${col(s, 'signer_id')} IS NOT NULL`)}`,
    ),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'An article that passes this filter reports it.',
    ...inArticles('agreement_id'),
  }),
  article: t.field({
    type: 'ID',
    description: 'Reported by this article.',
    ...condition((row: Agreements, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'agreement_id', id: col(row, 'id') }),
    ),
  }),
}));

/** How agreements are listed. */
export const agreementListing = listing({
  entity: Agreement,
  filter: AgreementFilter,
  nouns: ['agreement', 'agreements'],
  orders: {
    SIGNED_ON: {
      description: 'The day of signing.',
      key: (row) => col(row, 'signed_on'),
      type: 'date',
      nullable: true,
    },
    TITLE: { description: 'The title.', key: (row) => col(row, 'title'), type: 'text', nullable: false },
  },
  counts: {
    signatures: counted('The number of parties that signed it.', signatureListing.list, {
      column: 'agreement_id',
    }),
  },
  defaultOrder: { field: 'SIGNED_ON', direction: 'DESC' },
  groupings: {
    ...dateGroupings('signing', (row: Agreements) => col(row, 'signed_on')),
    KIND: groupBy('The kind.', (row: Agreements) => sql`${col(row, 'kind')}::text`),
    PARTY: groupByEach('The name of a party. An agreement is in the group of each of its parties.', {
      entities: [Organisation, Area],
      several: (
        row: Agreements,
      ) => sql`SELECT coalesce(o.name, ${areaPath(sql`s.area_code`)}), coalesce(o.id, s.area_code) FROM signature AS s
        LEFT JOIN organisation AS o ON o.id = s.organisation_id WHERE s.agreement_id = ${col(row, 'id')}`,
    }),
    PROVINCE: provinceGrouping(
      'The province of a party; twice makes a matrix. An agreement is in the group of each of its provinces.',
      (row: Agreements) => sql`SELECT coalesce(s.area_code, o.area_code) FROM signature AS s
        LEFT JOIN organisation AS o ON o.id = s.organisation_id WHERE s.agreement_id = ${col(row, 'id')}`,
    ),
  },
});
