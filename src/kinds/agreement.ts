import type { AgreementKind } from '../extraction/model/claim.ts';
import { compareAgreements } from './comparators/compare-agreements.ts';
import type { KnownAgreement } from './comparators/known-graph.ts';
import { agreementKeys } from './keys/agreement-keys.ts';
import { call, column, type EntityDescriptor, type FactBase, shown } from './kind.ts';
import { keysOfMeeting } from './meeting.ts';
import { fuller, joinClasses, joinReferences, type Reference } from './reference.ts';
import { type SettledAgreement, settleAgreement } from './settling/settle-statements.ts';
import { type AgreementStatement, joinStatements } from './settling/statement.ts';

/** What articles say of an agreement. */
export interface AgreementFact extends FactBase<'agreement'> {
  readonly name: string;
  readonly agreementKind: AgreementKind;
  readonly meeting: Reference;
  /** The day as each article has it: `settle` chooses. */
  readonly statements: readonly AgreementStatement[];
}

/** An agreement with the day that is shown. */
export interface ShownAgreement extends AgreementFact, SettledAgreement {}

/** An instrument that parties signed or concluded. */
export const agreement: EntityDescriptor<'agreement', AgreementFact, ShownAgreement, KnownAgreement> = {
  kind: 'agreement',
  idPrefix: 'agr',
  plural: 'agreements',
  listed: null,
  identity: {
    nameOf: ({ title }) => title,
    nameColumn: 'title',
    keys: (claim, around) => {
      const where = around.findMeeting(claim.meeting);
      return agreementKeys({
        claim,
        signatures: around.signaturesOf(claim.id),
        meetingKeys: where === null ? [] : keysOfMeeting(where, around),
        meetingOn: where?.startsOn ?? null,
        publishedOn: around.publishedOn,
      });
    },
    compare: compareAgreements,
  },
  calls: ({ id, meeting }) => ({ needed: call('agreement', id), further: call('meeting', meeting) }),
  derive: (claim, { of, id }) => {
    const { kind, title: name, agreementKind } = claim;
    const { id: articleId, publishedOn } = of.article;
    const where = of.findMeeting(claim.meeting);
    // The day of the meeting is that of the signing, also where other pages state it, or it was united with one that has a day.
    const signedOn = claim.signedOn ?? (where ? of.dayOf(where) : null);
    const statements = [{ articleId, publishedOn, signedOn }];
    return { kind, id, name, agreementKind, meeting: of.referToMeeting(claim.meeting), statements };
  },
  join: (left, right) => ({
    ...left,
    name: fuller(left.name, right.name),
    agreementKind: joinClasses(left.agreementKind, right.agreementKind),
    meeting: joinReferences(left.meeting, right.meeting),
    statements: joinStatements(left.statements, right.statements),
  }),
  settle: (fact) => ({ ...fact, ...settleAgreement(fact.statements) }),
  references: ({ meeting }) => [['meeting', meeting]],
  columns: [
    column('title', 'name'),
    column('kind', 'agreementKind'),
    column('statements', 'statements'),
    column('signed_on', 'signedOn', 'shown'),
    column('contradictions', 'contradictions', 'shown'),
    column('meeting', 'meeting', 'reference'),
  ],
  searched: {
    fields: { title: 'A', parties: 'C', meeting: 'C', series: 'C', days: 'C', places: 'C' },
    entry: ({ name, meeting, signedOn }) => [name, meeting?.id, signedOn],
    shows: [
      shown('meeting', 'agreement', 'meeting_id', 'id'),
      shown('organisation', 'signature', 'organisation_id', 'agreement_id'),
      shown('person', 'signature', 'signer_id', 'agreement_id'),
    ],
  },
};
