import { GraphQLError } from 'graphql';

/** The error of an argument that its type allows and its meaning does not; code BAD_USER_INPUT. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
