import type { Article } from '../documents/model/source-document.ts';
import { annotate } from './annotations/annotate.ts';
import type { Reasoned } from './annotations/reasoned.ts';
import { createClaims } from './claims/create-claims.ts';
import { listWarnings } from './claims/warnings.ts';
import type { Warning } from './model/claim.ts';

/** Every fact of an article with the rule that made it, and the doubts that were left. */
export function explainClaims(article: Article): {
  readonly facts: readonly Reasoned[];
  readonly warnings: readonly Warning[];
} {
  const annotations = annotate(article);
  return { facts: createClaims(annotations), warnings: listWarnings(annotations) };
}
