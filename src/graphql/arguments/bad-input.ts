import { GraphQLError } from 'graphql';

/**
 * Refuses a null where it would ask for all: it may stand for something that somebody does not have.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function refuseNull(name: string, value: unknown): void {
  if (value === null) throw badInput(`\`${name}\` is null: leave it out to ask for all, or give a value.`);
}

/** The error of an argument that its type allows and its meaning does not; code BAD_USER_INPUT. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
