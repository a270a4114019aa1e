import { sql } from 'kysely';
import { WHOLE_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Agreement, Meeting, Signature } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { isEvidenced } from '../conditions/related.ts';
import { EVIDENCE_SCAN } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { column, toMany, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { AgreementKind } from '../values/agreement-kind.ts';
import { contradictionsField } from './contradiction.ts';
import { evidenceField } from './evidence.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';
import { agreementStatementsField } from './statement.ts';

Agreement.ref.implement({
  description: 'An instrument that parties signed or concluded.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Agreement, 'id') }),
    displayName: t.string(displayNameField(column(Agreement, 'title'))),
    title: t.string({
      nullable: false,
      description: 'Its title, without 《》.',
      ...column(Agreement, 'title'),
    }),
    kind: t.field({
      type: AgreementKind,
      nullable: false,
      description: 'Its kind.',
      ...column(Agreement, 'kind'),
    }),
    signedOn: t.field({
      type: 'Date',
      description: 'The day of signing; null where it is not known.',
      ...column(Agreement, 'signed_on'),
    }),
    meeting: t.field({
      type: Meeting.ref,
      description: 'The meeting where it was signed; null where none is named.',
      ...toOne(
        Meeting,
        (a: Row<'agreement'>, meeting) => sql`${col(meeting, 'id')} = ${col(a, 'meeting_id')}`,
      ),
    }),
    signatures: t.field({
      type: [Signature.ref],
      nullable: false,
      description: 'The parties, in the order of the source.',
      args: firstArgument(WHOLE_LIST),
      ...toMany(Signature, { limit: WHOLE_LIST }, (a: Row<'agreement'>, s) => ({
        where: sql`${col(s, 'agreement_id')} = ${col(a, 'id')}`,
        orderBy: sql`${col(s, 'ordinal')}, ${col(s, 'id')}`,
      })),
    }),
    articles: t.field({
      description: 'The articles that report it.',
      ...articleListing.below(
        (a: Row<'agreement'>, article) =>
          isEvidenced(article, col(article, 'id'), { column: 'agreement_id', id: col(a, 'id') }),
        EVIDENCE_SCAN,
      ),
    }),
    statements: t.field(agreementStatementsField),
    contradictions: t.field(contradictionsField),
    evidence: t.field(evidenceField<'agreement'>('agreement_id')),
  }),
});

queryById(Agreement, 'agreement');

builder.queryField('agreements', (t) =>
  t.field({ description: 'Agreements, latest first.', ...agreementListing.root() }),
);
