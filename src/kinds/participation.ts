import type { ParticipationRole } from '../extraction/model/claim.ts';
import { call, column, type FactBase, type LinkDescriptor } from './kind.ts';
import { fuller } from './reference.ts';

/** Somebody's part in a meeting. */
export interface ParticipationFact extends FactBase<'participation'> {
  readonly meetingId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly roles: readonly ParticipationRole[];
  readonly ordinal: number;
  readonly nameAsPrinted: string;
  readonly positionIds: readonly string[];
}

const ROLES = ['CHAIR', 'SPEAKER', 'ATTENDEE'] as const;

/** Roles together; who chaired or spoke was not a mere attendee. */
function joinRoles(roles: readonly ParticipationRole[]): ParticipationRole[] {
  const all = ROLES.filter((role) => roles.includes(role));
  return all.length > 1 ? all.filter((role) => role !== 'ATTENDEE') : all;
}

/** The part of a person or of a body in a meeting. */
export const participation: LinkDescriptor<'participation', ParticipationFact> = {
  kind: 'participation',
  idPrefix: null,
  plural: null,
  listed: null,
  identity: ['meetingId', 'personId', 'organisationId'],
  calls: ({ participant, meeting }) => {
    const own =
      'person' in participant
        ? call('person', participant.person)
        : call('organisation', participant.organisation);
    return { needed: [...call('meeting', meeting), ...own], further: [] };
  },
  missing: ({ participant, positions }, of) => {
    if (!('person' in participant)) return [];
    const { person } = participant;
    return positions.flatMap((title) =>
      of.findPost(person, title) === undefined ? `The article gives ${person} no post ${title}.` : [],
    );
  },
  derive: (claim, { of, id }) => {
    const { kind, participant, positions, order: ordinal, nameAsPrinted } = claim;
    const name = 'person' in participant ? participant.person : null;
    const meetingId = of.idOf('meeting', claim.meeting);
    const personId = of.idOf('person', name);
    const organisationId =
      'organisation' in participant ? of.idOf('organisation', participant.organisation) : null;
    if (meetingId === null || (personId ?? organisationId) === null) return null;
    const ids = positions.flatMap((title) => of.findPost(name ?? '', title) ?? []);
    return {
      kind,
      id,
      meetingId,
      personId,
      organisationId,
      roles: joinRoles(claim.roles),
      ordinal,
      nameAsPrinted,
      positionIds: [...new Set(ids)].sort(),
    };
  },
  join: (left, right) => ({
    ...left,
    roles: joinRoles([...left.roles, ...right.roles]),
    ordinal: Math.min(left.ordinal, right.ordinal),
    nameAsPrinted: fuller(left.nameAsPrinted, right.nameAsPrinted),
    positionIds: [...new Set([...left.positionIds, ...right.positionIds])].sort(),
  }),
  settle: (fact) => fact,
  columns: [
    column('meeting_id', 'meetingId'),
    column('person_id', 'personId'),
    column('organisation_id', 'organisationId'),
    column('roles', 'roles'),
    column('ordinal', 'ordinal'),
    column('name_as_printed', 'nameAsPrinted'),
  ],
  searched: null,
  partOf: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
};
