import type { CivilDate } from '../../documents/model/source-document.ts';
import type { AreaRef } from '../../extraction/model/claim.ts';

/** A post that the graph holds. */
export interface KnownPosition {
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly title: string;
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
  readonly areaCode: AreaRef | null;
}

/** One participation of a meeting that the graph holds: a person's or an organisation's. */
export interface KnownParticipation {
  readonly participantId: string;
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
  readonly monthDay: string | null;
  readonly places: readonly AreaRef[];
  readonly sessions: readonly KnownSession[];
  readonly participations: readonly KnownParticipation[];
}

/** A party under an agreement that the graph holds. */
export interface KnownSignature {
  /** Id of an organisation, or code of an area. */
  readonly party: string;
}

/** An agreement that the graph holds. */
export interface KnownAgreement {
  readonly id: string;
  readonly title: string;
  readonly signedOn: CivilDate | null;
  readonly meetingId: string | null;
  readonly signatures: readonly KnownSignature[];
}
