import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where scripts/build-explorer.mjs puts the explorer. */
const FOLDER = new URL('../../../dist/explorer/', import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

// Nothing is loaded from anywhere else; the editor writes style attributes and carries its fonts as data.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A built file, kept in memory. */
interface Asset {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly etag: string;
}

/** Serves the built explorer, GraphiQL without any request to another host, at `/`; else a line on how to build it. */
export async function registerExplorer(app: FastifyInstance): Promise<void> {
  const assets = await readAssets();
  const page = assets.get('index.html');
  if (!page) {
    app.get('/', async (_request, reply) => {
      reply.type('text/plain; charset=utf-8');
      return 'The explorer is not built: run `node scripts/build-explorer.mjs`. GraphQL is at /graphql.\n';
    });
    return;
  }
  app.get('/', (request, reply) => sendAsset(page, request, reply));
  app.get<{ Params: { name: string } }>('/explorer/:name', (request, reply) => {
    const asset = assets.get(request.params.name);
    return asset ? sendAsset(asset, request, reply) : reply.callNotFound();
  });
}

async function readAssets(): Promise<Map<string, Asset>> {
  const names = await readdir(FOLDER).catch(() => []);
  const known = names.filter((name) => extname(name) in MEDIA_TYPES);
  return new Map(await Promise.all(known.map(async (name) => [name, await readAsset(name)] as const)));
}

async function readAsset(name: string): Promise<Asset> {
  const content = await readFile(new URL(name, FOLDER));
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return { content, mediaType: MEDIA_TYPES[extname(name)] ?? '', etag };
}

function sendAsset(
  { content, mediaType, etag }: Asset,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    etag,
  });
  return request.headers['if-none-match'] === etag
    ? reply.code(304).send()
    : reply.type(mediaType).send(content);
}
