import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context/context.ts';

/** Tells the observer of a request how its operation was answered. */
export const observerPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, operation, contextValue }) {
        const errors = body.kind === 'single' ? body.singleResult.errors : body.initialResult.errors;
        const code = errors?.[0] ? String(errors[0].extensions?.code) : 'OK';
        contextValue.observer.operationAnswered({ type: operation?.operation ?? 'none', code });
      },
    };
  },
};
