import type { TitleMention } from '../agreements/agreement-titles.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { Reasoned } from '../annotations/reasoned.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { listIndicators } from '../indicators/indicators.ts';
import type {
  AgreementClaim,
  Claim,
  OrganisationClaim,
  PersonClaim,
  PositionClaim,
  SignatureClaim,
} from '../model/claim.ts';
import type { Post } from '../offices/post.ts';
import { createEvidence } from '../passage/evidence.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { collect } from '../text/collect.ts';
import { groupBy } from '../text/group-by.ts';
import { createMeetings, createParticipations } from './meeting-claims.ts';

/** The names of a body beside `name`: those that the lexicon gives, and as printed. */
function listOtherNames({ text }: Passage, name: string, mentions: readonly OrganisationMention[]): string[] {
  const others: string[] = [];
  const add = (other: string) => {
    if (other !== name && other.length > 1 && !others.includes(other)) others.push(other);
  };
  mentions[0]?.otherNames.forEach(add);
  for (const { start, end, implied } of mentions)
    if (!implied && !(end - start === name.length && text.startsWith(name, start)))
      add(text.slice(start, end));
  return others;
}

/**
 * The bodies that the text names, and those that only who acts for them shows, as a party or a participant: 甲省政府 where
 * 甲省省长 signs.
 */
function listBodies({
  organisations,
  participations,
  agreements,
}: Annotations): readonly OrganisationMention[] {
  const named = new Set(organisations.map(({ name }) => name));
  const shown: OrganisationMention[] = [];
  const show = ({ organisation }: { readonly organisation: OrganisationMention | null }) => {
    if (organisation && !named.has(organisation.name))
      shown.push({ ...organisation, implied: true, rule: 'body that who acts for it shows' });
  };
  participations.forEach(show);
  for (const { parties } of agreements) parties.forEach(show);
  return shown.length > 0 ? [...organisations, ...shown] : organisations;
}

function createOrganisations(annotations: Annotations): Reasoned<OrganisationClaim>[] {
  const { passage } = annotations;
  return groupBy(listBodies(annotations), ({ name }) => name).map((mentions) => {
    const [{ name, classification, area, parent, rule }] = mentions;
    const claim: OrganisationClaim = {
      kind: 'organisation',
      name,
      otherNames: listOtherNames(passage, name, mentions),
      classification,
      area: area?.code ?? null,
      parent,
      implied: mentions.every(({ implied }) => implied),
      evidence: createEvidence(passage, mentions),
    };
    return { claim, rule };
  });
}

function createPersons({ passage, persons }: Annotations): Reasoned<PersonClaim>[] {
  return groupBy(persons, ({ name }) => name).map((mentions) => {
    const [{ name, rule }] = mentions;
    return { claim: { kind: 'person', name, evidence: createEvidence(passage, mentions) }, rule };
  });
}

/** An office and whom the text gives it. */
interface Held {
  readonly person: PersonMention;
  readonly post: Post;
}

function createPosition(
  { passage }: Annotations,
  bodies: ReadonlySet<string>,
  group: readonly [Held, ...Held[]],
): Reasoned<PositionClaim> {
  const [{ person, post }] = group;
  const body = post.organisation?.name;
  const spans = group.map((each) => ({
    start: Math.min(each.post.start, each.person.start),
    end: Math.max(each.post.end, each.person.end),
  }));
  const claim: PositionClaim = {
    kind: 'position',
    person: person.name,
    organisation: body !== undefined && bodies.has(body) ? body : null,
    area: post.area?.code ?? null,
    role: post.role,
    title: post.title,
    evidence: createEvidence(passage, spans),
  };
  return { claim, rule: post.rule ?? 'office by custom' };
}

function createPositions(annotations: Annotations): Reasoned<PositionClaim>[] {
  const bodies = new Set(annotations.organisations.map(({ name }) => name));
  const held: Held[] = [];
  for (const person of annotations.persons) for (const post of person.posts) held.push({ person, post });
  const groups = groupBy(
    held,
    ({ post }) => post.title,
    ({ person }) => person.name,
  );
  return groups.map((group) => createPosition(annotations, bodies, group));
}

function explainAgreement(text: string, { start, verbStart, end }: TitleMention): string {
  const verb = text.slice(verbStart, verbStart + 2);
  if (text[start - 1] === '《') return `title in 《》 behind ${verb}`;
  return verbStart === end ? 'title in the name of a ceremony' : `words for an instrument behind ${verb}`;
}

const explainSignature = (implied: boolean) =>
  implied ? 'party that a collective names' : 'party of the title, the clause or its signers';

function createAgreements({ passage, agreements }: Annotations): Reasoned<AgreementClaim | SignatureClaim>[] {
  return collect(agreements, ({ id, mention, signedOn, meeting, parties }) => {
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
      ({ organisation, area, implied, signer, start, end }): Reasoned<SignatureClaim> => ({
        claim: {
          kind: 'signature',
          agreement: id,
          party: organisation ? { organisation: organisation.name } : { area: area.code },
          signer: signer ?? null,
          implied,
          evidence: createEvidence(passage, [{ start, end }]),
        },
        rule: explainSignature(implied),
      }),
    );
    return [{ claim: agreement, rule: explainAgreement(passage.text, mention) }, ...signatures];
  });
}

/** Turns what the extractors found into claims; what they found several times becomes one with more evidence. */
export function createClaims(annotations: Annotations): Reasoned<Claim>[] {
  return [
    ...createPersons(annotations),
    ...createOrganisations(annotations),
    ...createPositions(annotations),
    ...createMeetings(annotations),
    ...createParticipations(annotations),
    ...createAgreements(annotations),
    ...listIndicators(annotations),
  ];
}
