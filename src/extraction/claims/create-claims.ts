import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type {
  AgreementClaim,
  Claim,
  OrganisationClaim,
  PersonClaim,
  PositionClaim,
  SignatureClaim,
} from '../model/claim.ts';
import type { Post } from '../offices/post.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { createEvidence, groupBy } from './evidence.ts';
import type { Findings } from './findings.ts';
import { createMeetings, createParticipations } from './meeting-claims.ts';

/** The names of a body beside `name`: those that the lexicon gives, and as printed. */
function listOtherNames({ text }: Passage, name: string, mentions: readonly OrganisationMention[]): string[] {
  const others = new Set(mentions[0]?.otherNames);
  for (const { start, end, implied } of mentions)
    if (!implied && !(end - start === name.length && text.startsWith(name, start)))
      others.add(text.slice(start, end));
  return [...others].filter((other) => other !== name && other.length > 1);
}

/**
 * The bodies that the text names, and those that only who acts for them shows, as a party or a participant: 甲省政府 where
 * 甲省省长 signs.
 */
function listBodies({ organisations, participations, agreements }: Findings): OrganisationMention[] {
  const named = new Set(organisations.map(({ name }) => name));
  const acting = [...participations, ...agreements.flatMap(({ parties }) => parties)];
  const shown = acting
    .flatMap(({ organisation }) => organisation ?? [])
    .filter(({ name }) => !named.has(name));
  return shown.length === 0
    ? [...organisations]
    : [...organisations, ...shown.map((mention) => ({ ...mention, implied: true }))];
}

function createOrganisations(findings: Findings): OrganisationClaim[] {
  const { passage } = findings;
  return groupBy(listBodies(findings), ({ name }) => name).map((mentions) => {
    const [{ name, classification, area, parent }] = mentions;
    return {
      kind: 'organisation',
      name,
      otherNames: listOtherNames(passage, name, mentions),
      classification,
      area: area?.code ?? null,
      parent,
      implied: mentions.every(({ implied }) => implied),
      evidence: createEvidence(passage, mentions),
    };
  });
}

function createPersons({ passage, persons }: Findings): PersonClaim[] {
  return groupBy(persons, ({ name }) => name).map((mentions) => ({
    kind: 'person',
    name: mentions[0].name,
    evidence: createEvidence(passage, mentions),
  }));
}

/** An office and whom the text gives it. */
interface Held {
  readonly person: PersonMention;
  readonly post: Post;
}

function createPosition(
  { passage }: Findings,
  bodies: ReadonlySet<string>,
  group: readonly [Held, ...Held[]],
): PositionClaim {
  const [{ person, post }] = group;
  const body = post.organisation?.name;
  const spans = group.map((each) => ({
    start: Math.min(each.post.start, each.person.start),
    end: Math.max(each.post.end, each.person.end),
  }));
  return {
    kind: 'position',
    person: person.name,
    organisation: body !== undefined && bodies.has(body) ? body : null,
    area: post.area?.code ?? null,
    role: post.role,
    title: post.title,
    evidence: createEvidence(passage, spans),
  };
}

function createPositions(findings: Findings): PositionClaim[] {
  const bodies = new Set(findings.organisations.map(({ name }) => name));
  const held: Held[] = [];
  for (const person of findings.persons) for (const post of person.posts) held.push({ person, post });
  const groups = groupBy(
    held,
    ({ post }) => post.title,
    ({ person }) => person.name,
  );
  return groups.map((group) => createPosition(findings, bodies, group));
}

function createAgreements({ passage, agreements }: Findings): (AgreementClaim | SignatureClaim)[] {
  return agreements.flatMap(({ id, mention, signedOn, meeting, parties }) => {
    const agreement: AgreementClaim = {
      kind: 'agreement',
      id,
      title: mention.title,
      agreementKind: mention.kind,
      signedOn,
      meeting: meeting?.id ?? null,
      evidence: createEvidence(passage, [mention]),
    };
    const signatures = parties.map(
      ({ organisation, area, implied, signer, start, end }): SignatureClaim => ({
        kind: 'signature',
        agreement: id,
        party: organisation ? { organisation: organisation.name } : { area: area.code },
        signer: signer ?? null,
        implied,
        evidence: createEvidence(passage, [{ start, end }]),
      }),
    );
    return [agreement, ...signatures];
  });
}

/** Turns what the extractors found into claims; what they found several times becomes one with more evidence. */
export function createClaims(findings: Findings): Claim[] {
  return [
    ...createPersons(findings),
    ...createOrganisations(findings),
    ...createPositions(findings),
    ...createMeetings(findings),
    ...createParticipations(findings),
    ...createAgreements(findings),
  ];
}
