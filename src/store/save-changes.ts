import type { ChangeSet, EvidenceRow } from '../resolution/change-set.ts';
import { toDate } from './civil-date.ts';
import type { Transaction } from './database.ts';
import { newRowId } from './new-id.ts';

/** The article that a change set comes from. */
export interface ChangeSource {
  readonly articleId: string;
  /** Its text, from which evidence is quoted. */
  readonly text: string;
  /** The instant at which identity decisions are taken. */
  readonly decidedAt: Date;
}

/** Who decides what no person decided. */
const DECIDED_BY = 'xiezuo';

async function saveOrganisations(
  tx: Transaction,
  { newOrganisations, grownOrganisations }: ChangeSet,
): Promise<void> {
  await tx.organisation.createMany({
    data: newOrganisations.map((row) => ({ ...row, otherNames: [...row.otherNames] })),
  });
  for (const { id, ...row } of grownOrganisations)
    await tx.organisation.update({ where: { id }, data: { ...row, otherNames: [...row.otherNames] } });
}

async function savePeople(tx: Transaction, { newPeople, newPositions }: ChangeSet): Promise<void> {
  await tx.person.createMany({ data: newPeople.map((row) => ({ ...row, otherNames: [] })) });
  await tx.position.createMany({
    data: newPositions.map((row) => ({ ...row, observedOn: toDate(row.observedOn) })),
  });
}

async function saveMeetings(tx: Transaction, changes: ChangeSet): Promise<void> {
  const toData = (row: ChangeSet['newMeetings'][number]) => ({
    ...row,
    otherNames: [...row.otherNames],
    startsOn: toDate(row.startsOn),
    endsOn: toDate(row.endsOn),
  });
  await tx.meeting.createMany({ data: changes.newMeetings.map(toData) });
  for (const row of changes.grownMeetings)
    await tx.meeting.update({ where: { id: row.id }, data: toData(row) });
  await tx.meetingPlace.createMany({ data: changes.newPlaces });
  await tx.meetingSeries.createMany({ data: changes.newSeries });
  await tx.meetingSession.createMany({ data: changes.newSessions, skipDuplicates: true });
}

async function saveParticipations(tx: Transaction, changes: ChangeSet): Promise<void> {
  await tx.participation.createMany({
    data: changes.newParticipations.map((row) => ({ ...row, roles: [...row.roles] })),
  });
  for (const { id, roles } of changes.grownParticipations)
    await tx.participation.update({ where: { id }, data: { roles: [...roles] } });
  await tx.participationPosition.createMany({ data: changes.newParticipationPositions });
}

async function saveAgreements(tx: Transaction, changes: ChangeSet): Promise<void> {
  const toData = (row: ChangeSet['newAgreements'][number]) => ({ ...row, signedOn: toDate(row.signedOn) });
  await tx.agreement.createMany({ data: changes.newAgreements.map(toData) });
  for (const row of changes.grownAgreements)
    await tx.agreement.update({ where: { id: row.id }, data: toData(row) });
  await tx.signature.createMany({ data: changes.newSignatures });
}

function toEvidence({ factKind, factId, start, end, sentence }: EvidenceRow, source: ChangeSource) {
  return {
    id: newRowId(),
    articleId: source.articleId,
    start,
    end,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
    quote: source.text.slice(sentence.start, sentence.end),
    [`${factKind}Id`]: factId,
  };
}

/** Writes a change set. Nothing of it remains where the transaction fails. */
export async function saveChanges(tx: Transaction, changes: ChangeSet, source: ChangeSource): Promise<void> {
  await saveOrganisations(tx, changes);
  await savePeople(tx, changes);
  await saveMeetings(tx, changes);
  await saveParticipations(tx, changes);
  await saveAgreements(tx, changes);
  await tx.evidence.createMany({ data: changes.evidence.map((row) => toEvidence(row, source)) });
  await tx.identityDecision.createMany({
    data: changes.decisions.map((row) => ({
      ...row,
      id: newRowId(),
      reasons: [...row.reasons],
      articleId: source.articleId,
      decidedBy: DECIDED_BY,
      decidedAt: source.decidedAt,
    })),
  });
}
