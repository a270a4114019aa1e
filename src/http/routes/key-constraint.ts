import type { FastifyInstance } from 'fastify';
import type { IsApiKey } from './register-key-guard.ts';

const NAME = 'apiKey';
const RIGHT = 'right';

/** Of a route that only requests with the right key take; others go to the route without it. */
export const KEY_CONSTRAINT: Readonly<Record<string, string>> = { [NAME]: RIGHT };

/** Lets routes tell requests with the right API key from others. */
export function addKeyConstraint(app: FastifyInstance, isApiKey: IsApiKey): void {
  app.addConstraintStrategy({
    name: NAME,
    storage: () => {
      const handlers = new Map<unknown, unknown>();
      return {
        get: (key: unknown) => handlers.get(key) ?? null,
        set: (key: unknown, handler: unknown) => handlers.set(key, handler),
      } as never;
    },
    deriveConstraint: ({ headers }) => (isApiKey(headers['x-api-key']) ? RIGHT : undefined),
    validate: () => true,
  });
}
