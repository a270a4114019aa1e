import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';

/** Arguments in which a null is as if it were left out, where there is a default: `first: null` is `first: 10`. */
export function withDefaults(field: GraphQLField<unknown, unknown>, args: Arguments): Arguments {
  const defaults = field.args
    .filter(({ name, defaultValue }) => defaultValue !== undefined && args[name] === null)
    .map(({ name, defaultValue }) => [name, defaultValue]);
  return defaults.length === 0 ? args : { ...args, ...Object.fromEntries(defaults) };
}

/** Has all resolvers of a schema get their arguments `withDefaults`, as the plans do. Gives the schema. */
export function resolveWithDefaults(schema: GraphQLSchema): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  for (const field of fields) {
    const { resolve } = field;
    if (resolve && field.args.some(({ defaultValue }) => defaultValue !== undefined))
      field.resolve = (source, args, ...more) => resolve(source, withDefaults(field, args), ...more);
  }
  return schema;
}
