/** The kinds of entity that mentions are resolved to. */
export const ENTITY_KINDS = ['organisation', 'person', 'meeting', 'agreement'] as const;

/** A kind of entity. */
export type EntityKind = (typeof ENTITY_KINDS)[number];
