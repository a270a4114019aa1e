import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyRequest } from 'fastify';

/** Which request the code that runs belongs to, however deep: failures are logged with its id. */
export const requestScope = new AsyncLocalStorage<FastifyRequest>();
