import type { Claim } from '../../src/extraction/model/claim.ts';

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

const joined = (...parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(', ');

/** The name of a person or a body, or the code of an area. */
const nameOf = (party: { person: string } | { organisation: string } | { area: string }) =>
  Object.values(party)[0];

function printMeeting(meeting: ClaimOf<'meeting'>): string {
  const { name, startsOn, endsOn, monthDay, format, places, sessions } = meeting;
  const ordinals = sessions.map(({ series, ordinal }) => `${series} ${ordinal}`);
  return joined(name, startsOn, endsOn, monthDay, format, ...places, ...ordinals);
}

/**
 * What claims of a kind say, each as one line for people, in their order.
 *
 * @example 李某: 某市副市长
 * @example 李某: CHAIR, SPEAKER, 某某座谈会
 * @example 某某合作协议, AGREEMENT, 2023-05-12, 某某座谈会
 */
export function printFacts(claims: readonly Claim[], kind: string): string[] {
  const names = new Map<string, string>();
  for (const claim of claims)
    if (claim.kind === 'meeting') names.set(claim.id, claim.name);
    else if (claim.kind === 'agreement') names.set(claim.id, claim.title);
  const print = (claim: Claim): string => {
    switch (claim.kind) {
      case 'person':
        return claim.name;
      case 'position':
        return `${claim.person}: ${claim.title}`;
      case 'organisation':
        return joined(claim.name, claim.classification, claim.area, claim.parent && `of ${claim.parent}`);
      case 'meeting':
        return printMeeting(claim);
      case 'participation':
        return `${nameOf(claim.participant)}: ${joined(...claim.roles, names.get(claim.meeting) ?? '')}`;
      case 'agreement':
        return joined(
          claim.title,
          claim.agreementKind,
          claim.signedOn,
          claim.meeting && (names.get(claim.meeting) ?? ''),
        );
      case 'signature':
        return `${names.get(claim.agreement)}: ${joined(nameOf(claim.party) ?? '', claim.implied && 'implied')}`;
      default:
        throw new Error(`No kind of claim is ${kind}.`);
    }
  };
  return claims.filter((claim) => claim.kind === kind).map(print);
}
