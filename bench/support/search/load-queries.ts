import { Agent, request } from 'node:http';
import { quantile } from '../figures.ts';

const CONNECTIONS = 8;
const [WARM_SECONDS, SECONDS] = [4, 10];

/** Answers a query, over HTTP; throws where it fails. */
export type AnswerQuery = (query: string) => Promise<void>;

/** How long queries took, in milliseconds. */
export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Asks the queries in turn at eight connections, and tells how long each took. */
async function loadQueries(answer: AnswerQuery, queries: readonly string[]): Promise<Latencies> {
  let turn = 0;
  const run = async (seconds: number) => {
    const ms: number[] = [];
    const end = performance.now() + seconds * 1000;
    const work = async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await answer(queries[turn++ % queries.length] ?? '');
        ms.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, work));
    return ms;
  };
  await run(WARM_SECONDS);
  const ms = await run(SECONDS);
  return { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), perSecond: ms.length / SECONDS };
}

/** Asks the queries as `loadQueries` does, and prints how long they took. */
export async function loadPrinted(
  name: string,
  answer: AnswerQuery,
  queries: readonly string[],
): Promise<Latencies> {
  const latencies = await loadQueries(answer, queries);
  const { p50, p95, perSecond } = latencies;
  console.log(
    `${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${perSecond.toFixed(0)} a second`,
  );
  return latencies;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Sends a request, and gives the body of the answer. @throws Error for another status than 200. */
export function send(url: string, body: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const options =
      body === null
        ? { agent }
        : {
            agent,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
          };
    const sent = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`)),
      );
    });
    sent.on('error', reject).end(body ?? undefined);
  });
}

const OPERATION = `query ($query: String!) { search(query: $query, first: 20) { totalCount
  facets { field values { value count } }
  edges { score node { __typename ... on Article { id headline publishedOn } ... on Meeting { id name startsOn } ... on Person { id name }
    ... on Organisation { id name } ... on Agreement { id title } ... on Indicator { id measure } } } } }`;

/** The product's answer: twenty hits, the number of all, and facets. */
export function answerBySearch(url: string): AnswerQuery {
  return async (query) => {
    const text = await send(url, JSON.stringify({ query: OPERATION, variables: { query } }));
    if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
  };
}

/** How many matches the product counts. */
export async function countMatches(url: string, query: string): Promise<number> {
  const text = await send(url, JSON.stringify({ query: OPERATION, variables: { query } }));
  return (JSON.parse(text) as { data: { search: { totalCount: number } } }).data.search.totalCount;
}
