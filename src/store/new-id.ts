import { randomUUID } from 'node:crypto';

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

/** The kinds of node that have an id of their own in the API. */
export type NodeKind = keyof typeof idPrefixes;

/** A new opaque id, never given before: `per_0f8fad5bd9cb469fa16570867728950e`. */
export function newId(kind: NodeKind): string {
  return `${idPrefixes[kind]}_${randomUUID().replaceAll('-', '')}`;
}
