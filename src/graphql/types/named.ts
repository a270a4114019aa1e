import { builder } from '../builder/builder.ts';
import type { JsonObject, PlannedOptions } from '../read-plan/field-plan.ts';
import { Node } from './node.ts';

/** An object with a name. */
export const Named = builder.interfaceRef<JsonObject>('Named').implement({
  description: 'An object with a name.',
  interfaces: [Node],
  resolveType: (value) => value.$type as string,
  fields: (t) => ({
    displayName: t.string({ nullable: false, description: 'What a person calls it.' }),
  }),
});

/** Options of the field `displayName` of a type with names. */
export function displayNameField(plan: PlannedOptions) {
  return { nullable: false as const, description: 'What a person calls it.', ...plan };
}
