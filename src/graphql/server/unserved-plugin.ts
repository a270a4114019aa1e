import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context/context.ts';
import { tellUnserved, UNSERVED } from '../context/unserved.ts';

/**
 * Answers requests of which a part could not be served with a status that says so, and without data: whoever takes the answer for
 * a whole one, or keeps it, would miss what is not there.
 */
export const unservedPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body } }) {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        const unserved = singleResult.errors
          ?.map(({ extensions }) => UNSERVED.get(extensions?.code))
          .find((found) => found !== undefined);
        if (!unserved) return;
        tellUnserved(unserved, {
          setStatus: (status) => {
            http.status = status;
          },
          setHeader: (name, value) => http.headers.set(name, value),
        });
        singleResult.data = null;
      },
    };
  },
};
