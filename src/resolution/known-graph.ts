import type { CivilDate } from '../documents/source-document.ts';
import type {
  AgreementKind,
  AreaRef,
  DateBasis,
  MeetingClaim,
  OrganisationClass,
  ParticipationRole,
} from '../extraction/claim.ts';

/** A post that the graph holds. */
export interface KnownPosition {
  readonly id: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly role: string;
  readonly title: string;
  readonly observedOn: CivilDate | null;
}

/** A person that the graph holds, with all their posts. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly positions: readonly KnownPosition[];
}

/** A body that the graph holds. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly areaCode: AreaRef | null;
  readonly parentId: string | null;
}

/** One participation of a meeting that the graph holds: a person's or an organisation's. */
export interface KnownParticipation {
  readonly id: string;
  readonly participantId: string;
  readonly roles: readonly ParticipationRole[];
  readonly positionIds: readonly string[];
}

/** A session of a meeting that the graph holds. */
export interface KnownSession {
  readonly series: string;
  readonly ordinal: number;
}

/** A meeting that the graph holds. */
export interface KnownMeeting {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly dateBasis: DateBasis;
  readonly monthDay: string | null;
  readonly format: MeetingClaim['format'];
  readonly places: readonly AreaRef[];
  readonly sessions: readonly KnownSession[];
  readonly participations: readonly KnownParticipation[];
}

/** A party under an agreement that the graph holds. */
export interface KnownSignature {
  readonly id: string;
  /** Id of an organisation, or code of an area. */
  readonly party: string;
}

/** An agreement that the graph holds. */
export interface KnownAgreement {
  readonly id: string;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly signedOn: CivilDate | null;
  readonly meetingId: string | null;
  readonly signatures: readonly KnownSignature[];
}

/** A series of meetings that the graph holds. */
export interface KnownSeries {
  readonly id: string;
  readonly name: string;
}

/** The part of the stored graph that the claims of one article may be about. Merged-away entities are not in it. */
export interface KnownGraph {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly KnownOrganisation[];
  readonly meetings: readonly KnownMeeting[];
  readonly agreements: readonly KnownAgreement[];
  readonly series: readonly KnownSeries[];
}
