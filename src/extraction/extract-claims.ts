import type { Article } from '../documents/model/source-document.ts';
import { explainClaims } from './explain-claims.ts';
import type { Extraction } from './model/claim.ts';

/**
 * Reads the facts of one article: persons, bodies, posts, meetings, who took part in them, and agreements.
 * Pure, and linear in the length of the text; it never throws, what it doubts it warns of.
 *
 * @example 上海市委书记张三主持会议 // person 张三, organisation 上海市委, position 上海市委书记
 */
export function extractClaims(article: Article): Extraction {
  const { facts, warnings } = explainClaims(article);
  return { claims: facts.map(({ claim }) => claim), warnings };
}
