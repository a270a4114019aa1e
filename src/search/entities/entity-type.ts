import { SEARCHED_KINDS, type SearchedKind } from '../../kinds/kinds.ts';

/** A kind of entity that can be searched, as the API names it. */
export type EntityType = 'ARTICLE' | Uppercase<SearchedKind>;

/** The kinds of entity that can be searched. */
export const ENTITY_TYPES: readonly EntityType[] = [
  'ARTICLE',
  ...SEARCHED_KINDS.map((kind) => kind.toUpperCase() as Uppercase<SearchedKind>),
];

/** The kind of fact that a type of entity is. */
export const kindOf = (type: Exclude<EntityType, 'ARTICLE'>) => type.toLowerCase() as SearchedKind;
