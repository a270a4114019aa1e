import type {
  AgreementClaim,
  Evidence,
  MeetingClaim,
  OrganisationClaim,
  ParticipationClaim,
  PersonClaim,
  PositionClaim,
  SignatureClaim,
} from '../../src/extraction/model/claim.ts';

/** Evidence that says nothing: for claims whose words do not matter. */
const evidence: readonly Evidence[] = [{ start: 0, end: 1, sentence: { start: 0, end: 1 } }];

/** A person as an article names them. */
export const person = (name: string): PersonClaim => ({ kind: 'person', name, evidence });

/** An organisation as an article names it. */
export const organisation = (name: string, more: Partial<OrganisationClaim> = {}): OrganisationClaim => ({
  kind: 'organisation',
  name,
  otherNames: [],
  classification: 'GOVERNMENT',
  area: null,
  parent: null,
  implied: false,
  evidence,
  ...more,
});

/** A post in an organisation. */
export const position = (of: string, body: string, role: string): PositionClaim => ({
  kind: 'position',
  person: of,
  organisation: body,
  area: null,
  role,
  title: `${body}${role}`,
  evidence,
});

/** A meeting as an article reports it. */
export const meeting = (name: string, more: Partial<MeetingClaim> = {}): MeetingClaim => ({
  kind: 'meeting',
  id: 'm1',
  name,
  startsOn: null,
  endsOn: null,
  dateBasis: 'UNKNOWN',
  monthDay: null,
  format: null,
  places: [],
  sessions: [],
  evidence,
  ...more,
});

/** A person's part in the meeting `m1`. */
export const participation = (name: string, more: Partial<ParticipationClaim> = {}): ParticipationClaim => ({
  kind: 'participation',
  meeting: 'm1',
  participant: { person: name },
  roles: ['ATTENDEE'],
  order: 0,
  nameAsPrinted: name,
  positions: [],
  evidence,
  ...more,
});

/** An agreement as an article reports it. */
export const agreement = (title: string, more: Partial<AgreementClaim> = {}): AgreementClaim => ({
  kind: 'agreement',
  id: 'a1',
  title,
  agreementKind: 'AGREEMENT',
  signedOn: null,
  meeting: null,
  evidence,
  ...more,
});

/** An organisation's signature under the agreement `a1`. */
export const signature = (body: string, more: Partial<SignatureClaim> = {}): SignatureClaim => ({
  kind: 'signature',
  agreement: 'a1',
  party: { organisation: body },
  signer: null,
  implied: false,
  evidence,
  ...more,
});
