import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { HttpSettings } from '../settings/http-settings.ts';

/** Headers of requests beyond those that every page may send. */
const ALLOWED = ['content-type', 'apollo-require-preflight', 'traceparent', 'x-api-key', 'x-request-id'];
/** Headers of answers that pages may read. */
const EXPOSED = ['retry-after', 'x-request-id'];
/** How long a browser remembers what is allowed. */
const MAX_AGE_S = 600;

/** Lets pages of other origins use the API, those that the settings name; cookies are none of its affairs. */
export async function registerCors(app: FastifyInstance, { corsOrigins }: HttpSettings): Promise<void> {
  if (corsOrigins.length === 0) return;
  await app.register(cors, {
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    maxAge: MAX_AGE_S,
    strictPreflight: false,
  });
}
