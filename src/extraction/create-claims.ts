import type {
  AgreementClaim,
  Claim,
  OrganisationClaim,
  PersonClaim,
  PositionClaim,
  SignatureClaim,
} from './claim.ts';
import { createEvidence, groupBy } from './evidence.ts';
import type { Findings } from './findings.ts';
import { createMeetings, createParticipations } from './meeting-claims.ts';

function createOrganisations({ passage, organisations }: Findings): OrganisationClaim[] {
  return [...groupBy(organisations, ({ name }) => name)].flatMap(([name, mentions]) => {
    const first = mentions[0];
    if (!first) return [];
    const printed = mentions
      .filter(({ implied }) => !implied)
      .map(({ start, end }) => passage.text.slice(start, end));
    const others = new Set(
      [...first.otherNames, ...printed].filter((other) => other !== name && other.length > 1),
    );
    return {
      kind: 'organisation' as const,
      name,
      otherNames: [...others],
      classification: first.classification,
      area: first.area?.code ?? null,
      parent: first.parent,
      implied: mentions.every(({ implied }) => implied),
      evidence: createEvidence(passage, mentions),
    };
  });
}

function createPersons({ passage, persons }: Findings): PersonClaim[] {
  return [...groupBy(persons, ({ name }) => name)].map(([name, mentions]) => ({
    kind: 'person' as const,
    name,
    evidence: createEvidence(passage, mentions),
  }));
}

function createPositions({ passage, persons, organisations }: Findings): PositionClaim[] {
  const named = new Set(organisations.map(({ name }) => name));
  const held = persons.flatMap((person) => person.posts.map((post) => ({ person, post })));
  return [...groupBy(held, ({ person, post }) => `${person.name}\n${post.title}`).values()].flatMap(
    (group) => {
      const first = group[0];
      if (!first) return [];
      const { person, post } = first;
      const organisation =
        post.organisation && named.has(post.organisation.name) ? post.organisation.name : null;
      const spans = group.map((each) => ({
        start: Math.min(each.post.start, each.person.start),
        end: Math.max(each.post.end, each.person.end),
      }));
      return {
        kind: 'position' as const,
        person: person.name,
        organisation,
        area: post.area?.code ?? null,
        role: post.role,
        title: post.title,
        evidence: createEvidence(passage, spans),
      };
    },
  );
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
    const signatures = parties.flatMap(
      ({ organisation, area, implied, signer, start, end }): SignatureClaim[] => {
        const party = organisation ? { organisation: organisation.name } : area ? { area: area.code } : null;
        if (!party) return [];
        return [
          {
            kind: 'signature',
            agreement: id,
            party,
            signer: signer ?? null,
            implied,
            evidence: createEvidence(passage, [{ start, end }]),
          },
        ];
      },
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
