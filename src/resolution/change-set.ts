import type { CivilDate, Span } from '../documents/source-document.ts';
import type {
  AgreementKind,
  AreaRef,
  DateBasis,
  MeetingClaim,
  OrganisationClass,
  ParticipationRole,
} from '../extraction/claim.ts';

/** A person to make. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** An organisation to make, or all of one that grew. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly areaCode: AreaRef | null;
  readonly parentId: string | null;
}

/** A post to make. */
export interface PositionRow {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly role: string;
  readonly title: string;
  readonly observedOn: CivilDate | null;
}

/** A meeting to make, or all of one that grew. */
export interface MeetingRow {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly dateBasis: DateBasis;
  readonly monthDay: string | null;
  readonly format: MeetingClaim['format'];
}

/** A place to add to a meeting. */
export interface MeetingPlaceRow {
  readonly meetingId: string;
  readonly areaCode: AreaRef;
  readonly ordinal: number;
}

/** A series of meetings to make. */
export interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
}

/** A session to add to a meeting. */
export interface SessionRow {
  readonly meetingId: string;
  readonly seriesId: string;
  readonly ordinal: number;
}

/** A participation to make: of a person or of an organisation, never both. */
export interface ParticipationRow {
  readonly id: string;
  readonly meetingId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly roles: readonly ParticipationRole[];
  readonly ordinal: number;
  readonly nameAsPrinted: string;
}

/** A post to add to a participation. */
export interface ParticipationPositionRow {
  readonly participationId: string;
  readonly positionId: string;
}

/** An agreement to make, or all of one that grew. */
export interface AgreementRow {
  readonly id: string;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly signedOn: CivilDate | null;
  readonly meetingId: string | null;
}

/** A signature to make: of an organisation or of an area, never both. */
export interface SignatureRow {
  readonly id: string;
  readonly agreementId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly signerId: string | null;
  readonly implied: boolean;
  readonly ordinal: number;
}

/** The kinds of fact that evidence is kept for. */
export type FactKind =
  | 'person'
  | 'organisation'
  | 'position'
  | 'meeting'
  | 'participation'
  | 'agreement'
  | 'signature';

/** Words of the article that carry one fact. Offsets are half-open UTF-16 code units. */
export interface EvidenceRow extends Span {
  readonly factKind: FactKind;
  readonly factId: string;
  readonly sentence: Span;
}

/** Why a mention was held to be an entity (SAME), or was not although it might be (UNSURE). */
export interface DecisionRow {
  readonly judgement: 'SAME' | 'UNSURE';
  readonly entityType: 'person' | 'organisation' | 'meeting' | 'agreement';
  /** The entity that the mention was given. */
  readonly entityId: string;
  /** The entity that it was kept apart from; null for SAME. */
  readonly otherId: string | null;
  readonly mention: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** All that one article changes in the graph. Lists are empty where nothing changes. */
export interface ChangeSet {
  readonly newPeople: PersonRow[];
  readonly newOrganisations: OrganisationRow[];
  readonly grownOrganisations: OrganisationRow[];
  readonly newPositions: PositionRow[];
  readonly newMeetings: MeetingRow[];
  readonly grownMeetings: MeetingRow[];
  readonly newPlaces: MeetingPlaceRow[];
  readonly newSeries: SeriesRow[];
  readonly newSessions: SessionRow[];
  readonly newParticipations: ParticipationRow[];
  /** Roles of participations that the graph holds already, in full. */
  readonly grownParticipations: { id: string; roles: readonly ParticipationRole[] }[];
  readonly newParticipationPositions: ParticipationPositionRow[];
  readonly newAgreements: AgreementRow[];
  readonly grownAgreements: AgreementRow[];
  readonly newSignatures: SignatureRow[];
  readonly evidence: EvidenceRow[];
  readonly decisions: DecisionRow[];
}

/** A change set that changes nothing yet. */
export function createChangeSet(): ChangeSet {
  return {
    newPeople: [],
    newOrganisations: [],
    grownOrganisations: [],
    newPositions: [],
    newMeetings: [],
    grownMeetings: [],
    newPlaces: [],
    newSeries: [],
    newSessions: [],
    newParticipations: [],
    grownParticipations: [],
    newParticipationPositions: [],
    newAgreements: [],
    grownAgreements: [],
    newSignatures: [],
    evidence: [],
    decisions: [],
  };
}
