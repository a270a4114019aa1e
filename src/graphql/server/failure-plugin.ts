import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Context } from '../context/context.ts';
import { hiddenError } from './format-error.ts';

/** Has errors logged that clients must not see, and tells clients the id under which the log has them. */
export const failurePlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue: { observer } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((told): GraphQLFormattedError => {
          const error = hiddenError(told);
          if (error === undefined) return told;
          return { ...told, extensions: { ...told.extensions, requestId: observer.failed(error) } };
        });
      },
    };
  },
};
