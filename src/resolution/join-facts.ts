import type { ParticipationRole } from '../extraction/model/claim.ts';
import type {
  AgreementFact,
  Fact,
  MeetingFact,
  OrganisationFact,
  ParticipationFact,
  PersonFact,
  PositionFact,
  Reference,
  Session,
  SignatureFact,
} from './fact.ts';
import { groupBy } from './group-by.ts';
import { joinStatements } from './statement.ts';

/** The longer of two names, of two as long the first by code point: the fullest, and the same in any order. */
function fuller(left: string, right: string): string {
  if (left.length !== right.length) return left.length > right.length ? left : right;
  return left < right ? left : right;
}

/** The smaller of two values; null is none. */
function least<T extends string>(left: T | null, right: T | null): T | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function joinReferences(left: Reference, right: Reference): Reference {
  if (left === null || right === null) return left ?? right;
  if (left.id === right.id) return { id: left.id, name: fuller(left.name, right.name) };
  if (left.name === right.name) return left.id < right.id ? left : right;
  return fuller(left.name, right.name) === left.name ? left : right;
}

/** One name, and all others. */
function joinNames(left: PersonFact | OrganisationFact | MeetingFact, right: typeof left) {
  const name = fuller(left.name, right.name);
  const all = new Set([left.name, right.name, ...left.otherNames, ...right.otherNames]);
  return { name, otherNames: [...all].filter((other) => other !== name).sort() };
}

/** Roles together; who chaired or spoke was not a mere attendee. */
export function joinRoles(roles: readonly ParticipationRole[]): ParticipationRole[] {
  const all = (['CHAIR', 'SPEAKER', 'ATTENDEE'] as const).filter((role) => roles.includes(role));
  return all.length > 1 ? all.filter((role) => role !== 'ATTENDEE') : all;
}

function joinOrganisations(left: OrganisationFact, right: OrganisationFact): OrganisationFact {
  const classes = [left.classification, right.classification].filter((name) => name !== 'OTHER').sort();
  return {
    ...left,
    ...joinNames(left, right),
    classification: classes[0] ?? 'OTHER',
    areaCode: least(left.areaCode, right.areaCode),
    parent: joinReferences(left.parent, right.parent),
  };
}

function joinSessions(sessions: readonly Session[]): Session[] {
  return [...groupBy(sessions, ({ series, ordinal }) => `${ordinal} ${series}`).values()].flatMap((same) => {
    const [first] = same;
    const organisation = same.reduce<Reference>(
      (one, session) => joinReferences(one, session.organisation),
      null,
    );
    return first ? [{ series: first.series, ordinal: first.ordinal, organisation }] : [];
  });
}

/** Formats by how much they say: whoever names both halls knows more than who names one. */
const FORMATS = ['IN_PERSON', 'VIDEO', 'HYBRID'] as const;

function joinMeetings(left: MeetingFact, right: MeetingFact): MeetingFact {
  const formats = FORMATS.filter((format) => format === left.format || format === right.format);
  return {
    ...left,
    ...joinNames(left, right),
    format: formats.at(-1) ?? null,
    sessions: joinSessions([...left.sessions, ...right.sessions]),
    statements: joinStatements(left.statements, right.statements),
  };
}

function joinParticipations(left: ParticipationFact, right: ParticipationFact): ParticipationFact {
  return {
    ...left,
    roles: joinRoles([...left.roles, ...right.roles]),
    ordinal: Math.min(left.ordinal, right.ordinal),
    nameAsPrinted: fuller(left.nameAsPrinted, right.nameAsPrinted),
    positionIds: [...new Set([...left.positionIds, ...right.positionIds])].sort(),
  };
}

function joinAgreements(left: AgreementFact, right: AgreementFact): AgreementFact {
  const kinds = [left.agreementKind, right.agreementKind].filter((kind) => kind !== 'OTHER').sort();
  return {
    ...left,
    name: fuller(left.name, right.name),
    agreementKind: kinds[0] ?? 'OTHER',
    meeting: joinReferences(left.meeting, right.meeting),
    statements: joinStatements(left.statements, right.statements),
  };
}

function joinSignatures(left: SignatureFact, right: SignatureFact): SignatureFact {
  return {
    ...left,
    signer: joinReferences(left.signer, right.signer),
    implied: left.implied && right.implied,
    ordinal: Math.min(left.ordinal, right.ordinal),
  };
}

const joiners = {
  person: (left: PersonFact, right: PersonFact) => ({ ...left, ...joinNames(left, right) }),
  organisation: joinOrganisations,
  position: (left: PositionFact, right: PositionFact) => ({
    ...left,
    title: fuller(left.title, right.title),
  }),
  meeting: joinMeetings,
  participation: joinParticipations,
  agreement: joinAgreements,
  signature: joinSignatures,
};

/**
 * What two articles together say of one fact.
 *
 * Commutative, associative and idempotent, so that a fact is the same in whatever order, and however often, articles say it.
 */
export function joinFacts<F extends Fact>(left: F, right: F): F {
  const join = joiners[left.kind] as unknown as (left: F, right: F) => F;
  return join(left, right);
}
