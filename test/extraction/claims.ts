import { extractClaims } from '../../src/extraction/extract-claims.ts';
import type { Claim } from '../../src/extraction/model/claim.ts';
import { createArticle } from './article.ts';

type Parts = Parameters<typeof createArticle>[0];

/** The claims of one kind that an article of these parts gives. */
export function claimsOf<K extends Claim['kind']>(kind: K, parts: Parts): Extract<Claim, { kind: K }>[] {
  const { claims } = extractClaims(createArticle(parts));
  return claims.filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === kind);
}

/** `person: title` of every post that a text gives. */
export function postsIn(...body: string[]): string[] {
  return claimsOf('position', { body }).map(({ person, title }) => `${person}: ${title}`);
}

/** Canonical names of the bodies that a text names. */
export function bodiesIn(...body: string[]): string[] {
  return claimsOf('organisation', { body }).map(({ name }) => name);
}
