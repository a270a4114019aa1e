import { SEARCHED_KINDS } from '../../kinds/kinds.ts';
import {
  ENTITY_TYPES,
  type EntityType as EntityTypeName,
  kindOf,
} from '../../search/entities/entity-type.ts';
import { builder } from '../builder/builder.ts';
import { Article, FACT_TYPES } from '../builder/entities.ts';

/** The kinds of entity that can be searched. */
export const EntityType = builder.enumType('EntityType', {
  description: 'The kinds of object that can be searched.',
  values: {
    ARTICLE: { description: 'Articles, by headline and text.' },
    ...Object.fromEntries(
      SEARCHED_KINDS.map((kind) => [kind.toUpperCase(), { description: FACT_TYPES[kind].searchedBy }]),
    ),
  },
});

/** The GraphQL type of a kind. */
export const entityOfType = (type: EntityTypeName) =>
  type === 'ARTICLE' ? Article : FACT_TYPES[kindOf(type)].entity;

/** The kinds that an argument `types` asks for; all where it is absent or null, none where it is empty. */
export function searchedTypes(types: unknown): readonly EntityTypeName[] {
  return Array.isArray(types) ? (types as EntityTypeName[]) : ENTITY_TYPES;
}
