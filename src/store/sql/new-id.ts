import { v7 } from 'uuid';
import { KINDS, type NodeKind as KindOfFact, NODE_KINDS } from '../../kinds/kinds.ts';

/** The kinds of node that have an id of their own in the API. */
export type NodeKind = 'document' | 'article' | 'series' | KindOfFact;

/** What every kind of node's id begins with, so that an id alone tells where to look. */
export const idPrefixes = {
  document: 'doc',
  article: 'art',
  series: 'ser',
  ...Object.fromEntries(NODE_KINDS.map((kind) => [kind, KINDS[kind].idPrefix])),
} as Readonly<Record<NodeKind, string>>;

/**
 * A new opaque id, never given before: `per_0199d3c4a7c17b1e8f1c2a94d0b7e6f3`.
 *
 * Ids of one process grow (UUID version 7, RFC 9562), so that rows stand in the order in which they were made.
 */
export function newId(kind: NodeKind): string {
  return `${idPrefixes[kind]}_${v7().replaceAll('-', '')}`;
}

/** A new id of a row whose kind it does not say: a decision, evidence. They grow too. */
export function newRowId(): string {
  return v7();
}
