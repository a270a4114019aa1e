import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { errorBody } from '../answers/error-body.ts';

/** Where scripts/build-explorer.mjs puts the explorer. */
const FOLDER = fileURLToPath(new URL('../../../dist/explorer/', import.meta.url));
const PAGE = 'index.html';

/** Serves the built explorer, GraphiQL without any request to another host, at `/`; else a word on how to build it. */
export async function registerExplorer(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${FOLDER}${PAGE}`)) {
    const message =
      'The explorer is not built: run `node scripts/build-explorer.mjs`. GraphQL is at /graphql.';
    app.get('/', async (_request, reply) => reply.code(404).send(errorBody('NOT_FOUND', message)));
    return;
  }
  await app.register(files, {
    root: FOLDER,
    prefix: '/explorer/',
    // A route a file: no path that a client makes up reaches the disk.
    wildcard: false,
    index: false,
    globIgnore: ['**/*.{br,gz}'],
    // The build compressed them once and for all.
    preCompressed: true,
    // A browser asks each time whether it has the newest.
    cacheControl: false,
    setHeaders: (reply) => reply.setHeader('cache-control', 'no-cache'),
  });
  app.get('/', (_request, reply) => reply.sendFile(PAGE));
}
