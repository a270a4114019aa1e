// npm run bench -- soak [MINUTES] [FOLDER]    mixed reads and ingestion for a while: no error, no growth
import { setTimeout as pause } from 'node:timers/promises';
import { createCrowdedText } from './support/crowded-text.ts';
import { countBy, printVerdict, quantile } from './support/figures.ts';
import { post, type Reply } from './support/post.ts';
import { createScratchGraph, type ScratchGraph } from './support/scratch-graph.ts';
import { type ServerProcess, startServerProcess } from './support/server-process.ts';
import { describeMemory, growthOf, watchServer } from './support/watch-server.ts';

const KEY = 'soak';
const READERS = 6;
/** Milliseconds between two pages that are sent. */
const PAGE_MS = 1_000;
/** How much memory may grow after the first minute. */
const GROWTH = 1.15;
/** Characters of a page that is sent. */
const PAGE_LENGTH = 3_000;
const PAGES = 1_000;

/** What front ends ask for: pages of lists, one thing with all around it, charts, search as one types. */
const READS: readonly string[] = [
  '{ meetings { totalCount nodes { name startsOn places { name } participations { nodes { roles nameAsPrinted } } agreements { nodes { title signatures { party { ... on Organisation { name } } } } } } } }',
  '{ people(first: 50) { nodes { name positions(first: 5) { nodes { title observedOn } } participations(first: 5) { totalCount nodes { roles meeting { name } } } } } }',
  '{ meetings { groups(by: [MONTH], orderBy: COUNT) { keys count } } agreements { groups(by: [KIND]) { keys count } } }',
  '{ search(query: "合作协议") { totalCount edges { score highlights { field snippet ranges { start end } } node { ... on Article { headline } ... on Agreement { title } } } } }',
  '{ suggest(prefix: "w") { text type } }',
  '{ articles(first: 5) { nodes { headline text keywords(first: 5) { word weight } meetings { nodes { name } } } } }',
  '{ organisations(where: { name: { contains: "环境" } }, first: 20) { totalCount nodes { name meetings(first: 3) { totalCount nodes { name } } } } }',
];

/** Pages that no one has sent yet, one after the other; so many that ten minutes do not use them up. */
function* makePages(): Generator<string> {
  const all = createCrowdedText(PAGES * PAGE_LENGTH, '。');
  for (let page = 0; page < PAGES; page++) {
    const text = all.slice(page * PAGE_LENGTH, (page + 1) * PAGE_LENGTH);
    yield `2024年${(page % 12) + 1}月${(page % 28) + 1}日要闻第${page}期\n\n${text}`;
  }
}

const INGEST =
  'mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { status userErrors { code } } }';

/** Reads and sends pages until the time is over. */
async function load({ url }: ServerProcess, untilMs: number) {
  const reads: Reply[] = [];
  const pages: Reply[] = [];
  const reader = async (first: number) => {
    for (let turn = first; performance.now() < untilMs; turn++)
      reads.push(await post(url, READS[turn % READS.length] ?? ''));
  };
  const writer = async () => {
    for (const text of makePages()) {
      if (performance.now() >= untilMs) return;
      const input = { name: `soak-${pages.length}.txt`, text };
      pages.push(await post(url, INGEST, { variables: { input }, headers: { 'x-api-key': KEY } }));
      await pause(PAGE_MS);
    }
  };
  await Promise.all([writer(), ...Array.from({ length: READERS }, (_, first) => reader(first))]);
  return { reads, pages };
}

function printTimes(name: string, replies: readonly Reply[]): void {
  const times = replies.map(({ ms }) => ms);
  const statuses = countBy(replies.map(({ status, codes }) => [status, ...codes].join(' ')));
  console.log(
    `${name}: ${replies.length}, ${statuses}; p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`,
  );
}

async function soak(graph: ScratchGraph, minutes: number): Promise<boolean> {
  const server = await startServerProcess(graph.dataDir, { XIEZUO_API_KEY: KEY });
  try {
    const watch = watchServer(server, graph.vocabulary.ids);
    const { reads, pages } = await load(server, performance.now() + minutes * 60_000);
    const cheapMs = await watch.stop();
    printTimes('reads', reads);
    printTimes('pages', pages);
    console.log(
      `a cheap query beside them: ${cheapMs.length} times, p50 ${quantile(cheapMs, 0.5).toFixed(1)} ms, p99 ${quantile(cheapMs, 0.99).toFixed(0)} ms`,
    );
    console.log(`memory over time, MB: ${describeMemory(watch.rss)}`);
    const failed = [...reads, ...pages].filter(({ status, codes }) => status !== 200 || codes.length > 0);
    const growth = growthOf(watch.rss);
    return [
      printVerdict('errors', `${failed.length} (wanted 0)`, failed.length === 0),
      printVerdict(
        'memory after the first minute',
        growth === null ? 'too short a run to tell' : `times ${growth.toFixed(2)} (wanted ${GROWTH})`,
        growth === null || growth <= GROWTH,
      ),
    ].every(Boolean);
  } finally {
    await server.stop();
  }
}

/** Prints the figures; true where all are as wanted. Server and database are of its own, in a temporary folder. */
export async function run([minutes = '10', folder]: readonly string[]): Promise<boolean> {
  const graph = await createScratchGraph(folder);
  try {
    console.log(`${graph.articles} articles, ${minutes} minutes`);
    return await soak(graph, Number(minutes));
  } finally {
    graph.remove();
  }
}
