import type { ChangeSet } from './resolution/change-set.ts';
import type { EntityRef } from './search/index-entities.ts';
import type { RetractedFacts } from './store/retract-facts.ts';

/** The entities whose text changed, for the search index. */
export function listTouched(changes: ChangeSet): EntityRef[] {
  const ref = (type: EntityRef['type'], ids: readonly string[]) => ids.map((id) => ({ type, id }));
  return [
    ...ref(
      'MEETING',
      [...changes.newMeetings, ...changes.grownMeetings].map(({ id }) => id),
    ),
    ...ref(
      'MEETING',
      [...changes.newPlaces, ...changes.newSessions].map(({ meetingId }) => meetingId),
    ),
    ...ref('PERSON', [
      ...changes.newPeople.map(({ id }) => id),
      ...changes.newPositions.map(({ personId }) => personId),
    ]),
    ...ref(
      'ORGANISATION',
      [...changes.newOrganisations, ...changes.grownOrganisations].map(({ id }) => id),
    ),
    ...ref(
      'AGREEMENT',
      [...changes.newAgreements, ...changes.grownAgreements].map(({ id }) => id),
    ),
    ...ref(
      'AGREEMENT',
      changes.newSignatures.map(({ agreementId }) => agreementId),
    ),
  ];
}

/** Each entity once. */
export function distinct(refs: readonly EntityRef[]): EntityRef[] {
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

/** The entities of which a copy that turned out to be spun gave evidence: they are found and named anew. */
export function listRetracted({ meeting, person, organisation, agreement }: RetractedFacts): EntityRef[] {
  const ref = (type: EntityRef['type'], ids: readonly string[]) => ids.map((id) => ({ type, id }));
  return [
    ...ref('MEETING', meeting),
    ...ref('PERSON', person),
    ...ref('ORGANISATION', organisation),
    ...ref('AGREEMENT', agreement),
  ];
}
