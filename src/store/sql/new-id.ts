import { v7 } from 'uuid';

/** What every kind of node's id begins with, so that an id alone tells where to look. */
export const idPrefixes = {
  document: 'doc',
  article: 'art',
  meeting: 'mtg',
  series: 'ser',
  person: 'per',
  organisation: 'org',
  agreement: 'agr',
} as const;

/** The kinds of node whose ids say which they are. */
export type NodeKind = keyof typeof idPrefixes;

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
