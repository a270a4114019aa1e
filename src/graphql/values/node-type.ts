import { builder } from '../builder/builder.ts';
import { FOLLOWED_ENTITIES } from '../builder/entities.ts';
import type { Entity } from '../read-plan/entity.ts';

/** How the database and the API call the type of what is followed: after its table. */
export const nodeTypeOf = ({ table }: Entity): string => table.toUpperCase();

/** The types of which `changes` tells. */
export const NodeType = builder.enumType('NodeType', {
  description: 'The types of what `changes` tells of.',
  values: Object.fromEntries(
    FOLLOWED_ENTITIES.map((entity) => [nodeTypeOf(entity), { description: `${entity.name}.` }]),
  ),
});
