import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { XiezuoError } from '../../base/errors.ts';
import type { CreateContext } from '../../graphql/context/create-context.ts';
import { UNSERVED } from '../../graphql/context/unserved.ts';
import { FeedError, type FeedQuery, readNewestMatches } from '../../graphql/feeds/newest-matches.ts';
import type { OperationPlans } from '../../graphql/server/operation-plans.ts';
import { ENTITY_TYPES, type EntityType } from '../../search/entities/entity-type.ts';
import { errorBody } from '../answers/error-body.ts';
import { FEED_FORMATS, type FeedFormat, isFeedFormat, searchFeedText } from '../feeds/search-feed.ts';

/** What feeds need. */
export interface FeedOptions {
  readonly createContext: CreateContext;
  readonly plans: OperationPlans;
  /** Whether the explorer is there to look at what is found. */
  readonly explorer: boolean;
}

const MEDIA_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

type FeedRequest = FastifyRequest<{
  Params: { file: string };
  Querystring: { q?: unknown; types?: unknown };
}>;

/**
 * Serves what a search finds, the newest first, at `/feeds/search.<format>?q=…&types=…`, for those who follow it: who has it as it is gets 304.
 */
export function registerFeeds(app: FastifyInstance, options: FeedOptions): void {
  app.get('/feeds/:file', async (request: FeedRequest, reply) => {
    const [, name, format = ''] = /^([^.]*)\.(.*)$/.exec(request.params.file) ?? [];
    if (name !== 'search' || !isFeedFormat(format)) {
      const message = `Feeds are ${FEED_FORMATS.map((one) => `/feeds/search.${one}?q=…`).join(' and ')}.`;
      return reply.code(404).send(errorBody('NOT_FOUND', message));
    }
    try {
      return await send(request, reply, { ...options, format });
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      if (UNSERVED.has(error.code)) throw new XiezuoError(error.code, error.message);
      return reply.code(400).send(errorBody(error.code, error.message));
    }
  });
}

const badParameter = (message: string) => new FeedError('BAD_USER_INPUT', message);

/** What is to be followed. @throws {FeedError} BAD_USER_INPUT */
function readQuery({ q, types }: FeedRequest['query']): FeedQuery {
  if (typeof q !== 'string' || q.includes('\0'))
    throw badParameter('`q` is what to search for, given once: /feeds/search.atom?q=太湖.');
  if (types === undefined) return { query: q, types: null };
  const names = [types].flat().flatMap((some) => String(some).split(','));
  if (!names.every((name): name is EntityType => (ENTITY_TYPES as readonly string[]).includes(name)))
    throw badParameter(`\`types\` are some of ${ENTITY_TYPES.join(', ')}, divided by commas.`);
  return { query: q, types: [...new Set(names)] };
}

async function send(
  request: FeedRequest,
  reply: FastifyReply,
  { createContext, plans, explorer, format }: FeedOptions & { readonly format: FeedFormat },
): Promise<FastifyReply> {
  const asked = readQuery(request.query);
  const matches = await readNewestMatches(asked, createContext(request, reply), plans);
  const server = serverOf(request);
  const self = new URL(request.url, server).href;
  const viewOf = (id: string) =>
    explorer ? `${server}/?query=${encodeURIComponent(viewing(id))}` : `${self}#${id}`;
  const text = searchFeedText({ ...asked, self, viewOf }, matches, format);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  if (knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return reply.type(MEDIA_TYPES[format]).send(text);
}

/** Where the client has the server; a header `host` that is none tells nothing. */
function serverOf({ protocol, host }: FeedRequest): string {
  const server = `${protocol}://${host}`;
  return URL.canParse(server) ? server : `${protocol}://localhost`;
}

/** What shows an object in the explorer. */
const viewing = (id: string) =>
  `{ node(id: ${JSON.stringify(id)}) { ... on Named { id displayName } ... on Article { publishedOn text } } }`;

/** Whether a client has what bears a tag, by its header `if-none-match`: compressing makes a tag weak. */
const knows = (header: string | undefined, tag: string) =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*') ?? false;
