import type { EntityType } from '../../../src/search/entities/entity-type.ts';

/** What a search found at a place. */
export interface Hit {
  readonly id: string;
  readonly type: EntityType;
  /** Its name, headline or title, for people. */
  readonly name: string;
}

/** A page of a search. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly totalCount: number;
  readonly endCursor: string | null;
  readonly ms: number;
  /** Codes of errors; none where it was answered. */
  readonly errors: readonly string[];
}

/** What is asked for beside the query. */
export interface SearchOptions {
  /** Only these kinds; all where it is left out. */
  readonly types?: readonly EntityType[];
  readonly first?: number;
  readonly after?: string | null;
}

/** Asks a server's `search`. */
export type AskSearch = (query: string, options?: SearchOptions) => Promise<Found>;

const OPERATION = `query ($query: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { node { __typename
      ... on Article { id headline } ... on Meeting { id name } ... on Person { id name }
      ... on Organisation { id name } ... on Agreement { id title } ... on Indicator { id measure } } } } }`;

interface Answer {
  readonly data?: {
    readonly search: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string | null };
      readonly edges: readonly { readonly node: Readonly<Record<string, string | null>> }[];
    };
  } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

function hitOf(node: Readonly<Record<string, string | null>>): Hit {
  const { __typename: type, id, headline, name, title, measure } = node;
  return {
    id: id ?? '',
    type: String(type).toUpperCase() as EntityType,
    name: headline ?? name ?? title ?? measure ?? '',
  };
}

/** Makes what asks the server at `url`. */
export function searchAt(url: string): AskSearch {
  return async (query, { types = null, first = 10, after = null } = {} as never) => {
    const start = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: OPERATION, variables: { query, types, first, after } }),
    });
    const { data, errors = [] } = (await response.json()) as Answer;
    const search = data?.search;
    return {
      hits: search?.edges.map(({ node }) => hitOf(node)) ?? [],
      totalCount: search?.totalCount ?? 0,
      endCursor: search?.pageInfo.endCursor ?? null,
      ms: performance.now() - start,
      errors: errors.map(({ extensions }) => extensions.code),
    };
  };
}

/** All that a search finds, page by page, until `isEnough` says so. */
export async function askForAll(
  ask: AskSearch,
  query: string,
  types: readonly EntityType[],
  isEnough: (hits: readonly Hit[]) => boolean,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (let after: string | null = null; ; ) {
    const found = await ask(query, { types, first: 100, after });
    hits.push(...found.hits);
    after = found.endCursor;
    if (found.hits.length < 100 || after === null || isEnough(hits)) return hits;
  }
}

/** What `ask` gives for each of the items, in their order; some are asked at once. */
export async function askEach<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await ask(item);
  };
  await Promise.all(Array.from({ length: ASKED_AT_ONCE }, work));
  return results;
}

/** As many as a browser has connections to a server. */
const ASKED_AT_ONCE = 6;
