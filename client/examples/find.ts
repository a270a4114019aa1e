import type { ResultOf } from 'gql.tada';
import type { Client } from '../client.ts';
import { graphql } from '../graphql.ts';

const Find = graphql(`
  query Find($query: String!) {
    search(query: $query, first: 10) {
      totalCount
      edges {
        node {
          __typename
          ... on Article { id headline }
          ... on Meeting { id name startsOn }
          ... on Person { id name }
          ... on Organisation { id name }
          ... on Agreement { id title signedOn }
          ... on Indicator { id measure value unit }
        }
        highlights { field snippet ranges { start end } }
      }
    }
  }
`);

/** A line of a list of what was found. */
export interface Hit {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** The first passage that matches, each match between asterisks; null where the name matches in another script. */
  readonly passage: string | null;
}

/** What a search finds, best first: ten of it, and how many there are. */
export async function find(client: Client, query: string): Promise<{ total: number; hits: Hit[] }> {
  const { search } = await client.request(Find, { query });
  const hits = search.edges.map(({ node, highlights }): Hit => {
    const [first] = highlights;
    const passage = first ? mark(first.snippet, first.ranges) : null;
    return { type: node.__typename, id: node.id, title: titleOf(node), passage };
  });
  return { total: search.totalCount, hits };
}

type Node = ResultOf<typeof Find>['search']['edges'][number]['node'];

function titleOf(node: Node): string {
  switch (node.__typename) {
    case 'Article':
      return node.headline ?? 'without a headline';
    case 'Agreement':
      return node.title;
    case 'Indicator':
      return `${node.measure} ${node.value} ${node.unit}`;
    default:
      return node.name;
  }
}

function mark(text: string, ranges: readonly { start: number; end: number }[]): string {
  let [marked, at] = ['', 0];
  for (const { start, end } of ranges) {
    marked += `${text.slice(at, start)}*${text.slice(start, end)}*`;
    at = end;
  }
  return marked + text.slice(at);
}
