import { builder } from '../builder/builder.ts';
import { Organisation, Person } from '../builder/entities.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';

/** A person or an organisation. */
export const Participant = builder.unionType('Participant', {
  description: 'Who takes part in a meeting.',
  types: [Person.ref, Organisation.ref],
  resolveType: (value: JsonObject) => value.$type as string,
});

/** Persons and organisations apart. */
export const ParticipantType = builder.enumType('ParticipantType', {
  description: 'What a participant is.',
  values: { PERSON: { description: 'A natural person.' }, ORGANISATION: { description: 'A body.' } },
});
