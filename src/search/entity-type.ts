/** The kinds of entity that can be searched. */
export const ENTITY_TYPES = ['ARTICLE', 'MEETING', 'PERSON', 'ORGANISATION', 'AGREEMENT'] as const;

/** A kind of entity that can be searched. */
export type EntityType = (typeof ENTITY_TYPES)[number];
