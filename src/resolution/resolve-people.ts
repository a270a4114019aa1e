import type { CivilDate } from '../documents/source-document.ts';
import type { Extraction, PersonClaim, PositionClaim } from '../extraction/claim.ts';
import { comparePeople } from './comparators/compare-people.ts';
import type { KnownPosition } from './known-graph.ts';
import { addEvidence, claimsOf, identify, type ResolutionContext } from './resolution-context.ts';

/** The people of an article: their ids by name, and the ids of their posts by person's id and title. */
export interface ResolvedPeople {
  readonly ids: ReadonlyMap<string, string>;
  readonly positionIds: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The day for which a post is observed: the meeting's at which the person took part with it, else publication. */
function findObservedOn(
  extraction: Extraction,
  post: PositionClaim,
  publishedOn: CivilDate | null,
): CivilDate | null {
  const dates = new Map(claimsOf(extraction, 'meeting').map((meeting) => [meeting.id, meeting.startsOn]));
  for (const { participant, positions, meeting } of claimsOf(extraction, 'participation')) {
    const isTheirs = 'person' in participant && participant.person === post.person;
    const date = isTheirs && positions.includes(post.title) ? dates.get(meeting) : null;
    if (date) return date;
  }
  return publishedOn;
}

/** Makes the post, or finds the one that says the same of the same day. */
function resolvePosition(
  context: ResolutionContext,
  personId: string,
  post: Omit<KnownPosition, 'id'>,
  known: readonly KnownPosition[],
): string {
  const same = known.find(
    (other) =>
      other.organisationId === post.organisationId &&
      other.areaCode === post.areaCode &&
      other.role === post.role &&
      other.observedOn === post.observedOn,
  );
  if (same) return same.id;
  const id = context.createId('fact');
  context.changes.newPositions.push({ id, personId, ...post });
  return id;
}

function postsOf(
  context: ResolutionContext,
  organisations: ReadonlyMap<string, string>,
  person: PersonClaim,
) {
  const claims = claimsOf(context.extraction, 'position').filter((claim) => claim.person === person.name);
  return claims.map((claim) => ({
    claim,
    post: {
      organisationId: claim.organisation === null ? null : (organisations.get(claim.organisation) ?? null),
      areaCode: claim.area,
      role: claim.role,
      title: claim.title,
      observedOn: findObservedOn(context.extraction, claim, context.publishedOn),
    },
  }));
}

/** Gives every person of the article their entity, and every post its row. */
export function resolvePeople(
  context: ResolutionContext,
  organisations: ReadonlyMap<string, string>,
): ResolvedPeople {
  const ids = new Map<string, string>();
  const positionIds = new Map<string, Map<string, string>>();
  for (const claim of claimsOf(context.extraction, 'person')) {
    const posts = postsOf(context, organisations, claim);
    const mention = { name: claim.name, posts: posts.map(({ post }) => post) };
    const { id, known } = identify(context, {
      entityType: 'person',
      name: claim.name,
      candidates: context.known.people,
      compare: (candidate) => comparePeople(mention, candidate),
    });
    if (known === null) context.changes.newPeople.push({ id, name: claim.name });
    addEvidence(context, claim, 'person', id);
    ids.set(claim.name, id);
    const byTitle = new Map<string, string>();
    for (const { claim: position, post } of posts) {
      const positionId = resolvePosition(context, id, post, known?.positions ?? []);
      addEvidence(context, position, 'position', positionId);
      byTitle.set(position.title, positionId);
    }
    positionIds.set(id, byTitle);
  }
  return { ids, positionIds };
}
