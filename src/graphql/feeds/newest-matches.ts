import { execute, GraphQLError, getOperationAST, parse } from 'graphql';
import type { EntityType } from '../../search/entities/entity-type.ts';
import type { Highlight } from '../../search/query/highlight.ts';
import type { Context } from '../context/context.ts';
import { schema } from '../schema.ts';
import { createFormatError, hiddenError } from '../server/format-error.ts';
import type { OperationPlans } from '../server/operation-plans.ts';

/** How many matches a feed shows: who looks in once a day misses none of what a day brings. */
const SIZE = 50;

/** The types of what is found that no page carries, but sentences of some state. */
const STATED = ['Agreement', 'Indicator', 'Meeting', 'Organisation', 'Person'];

const DOCUMENT = parse(`query SearchFeed($query: String!, $types: [EntityType!]) {
  search(query: $query, types: $types, first: ${SIZE}, orderBy: NEWEST) {
    edges {
      highlights { snippet ranges { start end } }
      node {
        ... on Named { id displayName }
        ... on Article { updatedAt publisher publishedOn document { url } }
        ${STATED.map((type) => `... on ${type} { updatedAt evidence(first: 1) { article { document { url } } } }`).join(' ')}
      }
    }
  }
}`);
const OPERATION = getOperationAST(DOCUMENT);

/** Whose newest matches are asked for. */
export interface FeedQuery {
  /** As it was typed. */
  readonly query: string;
  /** The kinds that are looked for; null: all. */
  readonly types: readonly EntityType[] | null;
}

/** What a search found, for those who follow it. */
export interface Match {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  /** The day of an article's publication, `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly publisher: string | null;
  /** The address of the page that it is of, or of one that states it; null where none is known. */
  readonly url: string | null;
  readonly highlights: readonly Pick<Highlight, 'snippet' | 'ranges'>[];
}

interface WithPage {
  readonly document: { readonly url: string | null };
}

interface Node extends Partial<WithPage> {
  readonly id: string;
  readonly displayName: string;
  readonly updatedAt: string;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
  readonly evidence?: readonly { readonly article: WithPage }[];
}

interface Found {
  readonly search: {
    readonly edges: readonly { readonly highlights: Match['highlights']; readonly node: Node }[];
  };
}

const toMatch = ({ highlights, node }: Found['search']['edges'][number]): Match => ({
  id: node.id,
  name: node.displayName,
  updatedAt: node.updatedAt,
  publishedOn: node.publishedOn ?? null,
  publisher: node.publisher ?? null,
  url: (node.document ?? node.evidence?.[0]?.article.document)?.url ?? null,
  highlights,
});

/** An error of a feed as clients are told it. */
export class FeedError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'FeedError';
    this.code = code;
  }
}

const formatError = createFormatError(false);

/** What a client is told of an error. @throws it where the client must not see it. */
function asTold(error: GraphQLError): FeedError {
  const told = formatError(error.toJSON(), error);
  const hidden = hiddenError(told);
  if (hidden !== undefined) throw hidden;
  return new FeedError(String(told.extensions?.code), told.message);
}

/**
 * The newest matches of a search, latest first: the request is counted, waits for its turn and ends in time as one of GraphQL, for it is one.
 *
 * @throws {FeedError} for what clients are told of.
 */
export async function readNewestMatches(
  asked: FeedQuery,
  context: Context,
  plans: OperationPlans,
): Promise<Match[]> {
  const { observer } = context;
  try {
    const variableValues = { ...asked };
    if (OPERATION) context.cost = plans.weigh(DOCUMENT, OPERATION, variableValues);
    const { data, errors } = await execute({
      schema,
      document: DOCUMENT,
      contextValue: context,
      variableValues,
    });
    if (errors?.[0]) throw errors[0];
    observer.operationAnswered({ type: 'query', code: 'OK' });
    return (data as unknown as Found).search.edges.map(toMatch);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const told = asTold(error);
    observer.operationAnswered({ type: 'query', code: told.code });
    throw told;
  }
}
