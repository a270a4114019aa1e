import { ENTITY_TYPES, type EntityType as EntityTypeName } from '../../search/entity-type.ts';
import { builder } from '../builder/builder.ts';
import { Agreement, Article, Meeting, Organisation, Person } from '../builder/entities.ts';
import type { Entity } from '../read-plan/entity.ts';

/** The kinds of entity that can be searched. */
export const EntityType = builder.enumType('EntityType', {
  description: 'The kinds of object that can be searched.',
  values: {
    ARTICLE: { description: 'Articles, by headline and text.' },
    MEETING: { description: 'Meetings, by their names, series and places.' },
    PERSON: { description: 'People, by their names and positions.' },
    ORGANISATION: { description: 'Organisations, by their names and area.' },
    AGREEMENT: { description: 'Agreements, by title and parties.' },
  },
});

/** The GraphQL types of the kinds. */
export const SEARCHED: Readonly<Record<EntityTypeName, Entity>> = {
  ARTICLE: Article,
  MEETING: Meeting,
  PERSON: Person,
  ORGANISATION: Organisation,
  AGREEMENT: Agreement,
};

/** The kinds that an argument `types` asks for; all where it is absent or null, none where it is empty. */
export function searchedTypes(types: unknown): readonly EntityTypeName[] {
  return Array.isArray(types) ? (types as EntityTypeName[]) : ENTITY_TYPES;
}
