// npm run bench -- hostile [FOLDER] [COUNT] [SEED]    what random operations do to a server, and to those who use it meanwhile
import { type FragmentDefinitionNode, GraphQLError, Kind, parse } from 'graphql';
import { DEFAULT_LIMITS } from '../src/graphql/cost/limits.ts';
import { countOperation } from '../src/graphql/counting/operation-cost.ts';
import { Selection } from '../src/graphql/read-plan/selection.ts';
import { schema } from '../src/graphql/schema.ts';
import { countBy, printVerdict, quantile } from './support/figures.ts';
import { post, type Reply } from './support/post.ts';
import { createRandom } from './support/random.ts';
import { RandomOperations } from './support/random-operations.ts';
import { createScratchGraph, type ScratchGraph } from './support/scratch-graph.ts';
import { startServerProcess } from './support/server-process.ts';
import { describeMemory, growthOf, type Watch, watchServer } from './support/watch-server.ts';

/** What issue 10 asks for. */
const WANTED = { slowestMs: 2_000, cheapP99Ms: 250, growth: 1.15 } as const;
const CONNECTIONS = 8;

/** An operation that was sent, and what came of it. */
interface Sent extends Reply {
  readonly query: string;
  /** Points; null where the count itself refuses it. */
  readonly points: number | null;
}

/** The points of a query without limits of cost; null where another limit refuses it. */
function countPoints(query: string): number | null {
  const document = parse(query);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const info = { schema, fragments, variableValues: {} };
  try {
    const root = { typeName: 'Query', selection: new Selection(info, operations) };
    return countOperation(info, root, { ...DEFAULT_LIMITS, cost: Number.MAX_SAFE_INTEGER }).points;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

async function sendAll(url: string, operations: RandomOperations, count: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  let left = count;
  const connection = async () => {
    while (left > 0) {
      left -= 1;
      const query = operations.next();
      const points = countPoints(query);
      sent.push({ query, points, ...(await post(url, query)) });
      if (sent.length % 1_000 === 0) console.log(`${sent.length} operations`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return sent;
}

/** How well points tell time: the correlation of their logarithms. */
function correlate(sent: readonly Sent[]): number {
  const pairs = sent.map(({ points, ms }) => [Math.log(points ?? 1), Math.log(ms)] as const);
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((all, [a, b]) => all + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

const briefly = (query: string) =>
  (query.length > 300 ? `${query.slice(0, 300)}…` : query).replaceAll('\n', ' ');
const describe = ({ ms, points, status, bytes, query }: Sent) =>
  `${ms.toFixed(0).padStart(7)} ms  ${String(Math.round(points ?? 0)).padStart(8)} points  ${status}  ${bytes} B  ${briefly(query)}`;

function printOperations(sent: readonly Sent[]): void {
  const answered = sent.filter(
    ({ status, codes, points }) => status === 200 && codes.length === 0 && points !== null,
  );
  const times = answered.map(({ ms }) => ms);
  console.log(`statuses: ${countBy(sent.map(({ status }) => String(status)))}`);
  console.log(`codes: ${countBy(sent.flatMap(({ codes }) => codes))}`);
  console.log(
    `answered ${answered.length}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms; correlation of points with time ${correlate(answered).toFixed(2)}`,
  );
  console.log('slowest:');
  for (const one of [...sent].sort((a, b) => b.ms - a.ms).slice(0, 8)) console.log(describe(one));
  console.log('counted too low, by time a point:');
  const rate = ({ ms, points }: Sent) => ms / (5_000 + (points ?? 0));
  for (const one of [...answered].sort((a, b) => rate(b) - rate(a)).slice(0, 8)) console.log(describe(one));
}

/** What was measured beside them. */
interface Measured {
  readonly cheapMs: readonly number[];
  readonly rss: Watch['rss'];
}

function printVerdicts(sent: readonly Sent[], { cheapMs, rss }: Measured): boolean {
  const failed = sent.filter(({ status }) => status >= 500).length;
  const slowest = Math.max(...sent.map(({ ms }) => ms));
  const p99 = quantile(cheapMs, 0.99);
  const growth = growthOf(rss);
  console.log(`memory over time, MB: ${describeMemory(rss)}`);
  console.log(`the cheap query: ${cheapMs.length} times, p50 ${quantile(cheapMs, 0.5).toFixed(1)} ms`);
  return [
    printVerdict('5xx', `${failed} (wanted 0)`, failed === 0),
    printVerdict(
      'slowest',
      `${slowest.toFixed(0)} ms (wanted ${WANTED.slowestMs})`,
      slowest <= WANTED.slowestMs,
    ),
    printVerdict(
      'the cheap query, p99',
      `${p99.toFixed(0)} ms (wanted ${WANTED.cheapP99Ms})`,
      p99 <= WANTED.cheapP99Ms,
    ),
    printVerdict(
      'memory after the first minute',
      growth === null ? 'too short a run to tell' : `times ${growth.toFixed(2)} (wanted ${WANTED.growth})`,
      growth === null || growth <= WANTED.growth,
    ),
  ].every(Boolean);
}

async function attack(graph: ScratchGraph, count: number, seed: number): Promise<boolean> {
  const server = await startServerProcess(graph.dataDir);
  try {
    const watch = watchServer(server, graph.vocabulary.ids);
    const operations = new RandomOperations(schema, graph.vocabulary, createRandom(seed));
    const sent = await sendAll(server.url, operations, count);
    const cheapMs = await watch.stop();
    printOperations(sent);
    return printVerdicts(sent, { cheapMs, rss: watch.rss });
  } finally {
    await server.stop();
  }
}

/** Prints the figures; true where all are as wanted. Server and database are of its own, in a temporary folder. */
export async function run([folder, count = '10000', seedGiven]: readonly string[]): Promise<boolean> {
  const seed = Number(seedGiven ?? Date.now() % 1_000_000);
  const graph = await createScratchGraph(folder);
  try {
    console.log(
      `seed ${seed}, ${graph.articles} articles, ${count} operations at ${CONNECTIONS} connections`,
    );
    return await attack(graph, Number(count), seed);
  } finally {
    graph.remove();
  }
}
