import type { CivilDate, Span } from '../documents/model/source-document.ts';
import type {
  AgreementKind,
  AreaRef,
  MeetingClaim,
  OrganisationClass,
  ParticipationRole,
} from '../extraction/model/claim.ts';
import type { AgreementStatement, MeetingStatement } from './statement.ts';

/**
 * Another row that a fact refers to; null where there is none. `name` is what the article tells of it, by which a choice is
 * made where articles refer to several; it is empty where a row was read back that does not tell.
 */
export type Reference = { readonly id: string; readonly name: string } | null;

/** What articles say of a person. */
export interface PersonFact {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** What articles say of an organisation. */
export interface OrganisationFact {
  readonly kind: 'organisation';
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly areaCode: AreaRef | null;
  readonly parent: Reference;
}

/** A post as it was observed. */
export interface PositionFact {
  readonly kind: 'position';
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly role: string;
  readonly title: string;
  readonly observedOn: CivilDate | null;
}

/** 第九次 of a series. */
export interface Session {
  readonly series: string;
  readonly ordinal: number;
  readonly organisation: Reference;
}

/** What articles say of a meeting. */
export interface MeetingFact {
  readonly kind: 'meeting';
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly format: MeetingClaim['format'];
  readonly sessions: readonly Session[];
  /** Day, place and chair as each article has them: `settleMeeting` chooses. */
  readonly statements: readonly MeetingStatement[];
}

/** Somebody's part in a meeting. */
export interface ParticipationFact {
  readonly kind: 'participation';
  readonly id: string;
  readonly meetingId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly roles: readonly ParticipationRole[];
  readonly ordinal: number;
  readonly nameAsPrinted: string;
  readonly positionIds: readonly string[];
}

/** What articles say of an agreement. */
export interface AgreementFact {
  readonly kind: 'agreement';
  readonly id: string;
  readonly name: string;
  readonly agreementKind: AgreementKind;
  readonly meeting: Reference;
  /** The day as each article has it: `settleAgreement` chooses. */
  readonly statements: readonly AgreementStatement[];
}

/** A party under an agreement. */
export interface SignatureFact {
  readonly kind: 'signature';
  readonly id: string;
  readonly agreementId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly signer: Reference;
  readonly implied: boolean;
  readonly ordinal: number;
}

/** A row of the graph, as one article, or all of them together, have it. */
export type Fact =
  | PersonFact
  | OrganisationFact
  | PositionFact
  | MeetingFact
  | ParticipationFact
  | AgreementFact
  | SignatureFact;

/** The kinds of fact that evidence is kept for. */
export type FactKind = Fact['kind'];

/** Words of an article that carry a fact. */
export interface FactEvidence extends Span {
  readonly factKind: FactKind;
  readonly factId: string;
  readonly sentence: Span;
}
