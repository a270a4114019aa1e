import type { CivilDate } from '../documents/model/source-document.ts';
import type { MeetingClaim } from '../extraction/model/claim.ts';
import type { ArticleReferences } from './article-references.ts';
import { claimsOf } from './list-mentions.ts';
import { postKey } from './post-key.ts';

/** The day of a meeting: the article's own, else, where this leaves it open, the one that other pages state. */
export function dayOf(claim: MeetingClaim, of: ArticleReferences): CivilDate | null {
  if (claim.startsOn !== null) return claim.startsOn;
  const told = of.article.days.get(of.idOf('meeting', claim.id) ?? '') ?? null;
  const agrees = claim.monthDay === null || told?.slice(5) === claim.monthDay.slice(2);
  return agrees ? told : null;
}

/** The days for which posts are observed, by `postKey`: those of the meetings at which people took part with them. */
export function listObserved(of: ArticleReferences): Map<string, CivilDate> {
  const { claims } = of.article;
  const days = new Map(claimsOf(claims, 'meeting').map((claim) => [claim.id, dayOf(claim, of)]));
  const observed = new Map<string, CivilDate>();
  for (const { participant, positions, meeting } of claimsOf(claims, 'participation')) {
    const day = days.get(meeting);
    if (!day || !('person' in participant)) continue;
    for (const title of positions) {
      const key = postKey(participant.person, title);
      if (!observed.has(key)) observed.set(key, day);
    }
  }
  return observed;
}
