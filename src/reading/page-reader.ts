import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { XiezuoError } from '../base/errors.ts';
import { Thread } from '../base/thread.ts';
import type { Article } from '../documents/model/source-document.ts';
import type { RawDocument } from '../documents/stream/read-documents.ts';
import type { Extraction } from '../extraction/model/claim.ts';
import { PageWatch } from './page-watch.ts';
import { type ReaderSettings, readReaderSettings } from './reader-settings.ts';
import type { ReaderData, ReadPage } from './reader-thread.ts';

/** Milliseconds after which a thread that has nothing to read ends: a server at rest needs none. */
const IDLE_TIMEOUT_MS = 20_000;

let settings = readReaderSettings({});
let thread: Thread | null = null;

/** Sets how this process reads pages from now on; until then it goes by the defaults. */
export async function configureReader(changes: Partial<ReaderSettings>): Promise<void> {
  settings = { ...settings, ...changes };
  await closeReader();
}

/** Ends the thread that reads; whoever reads again starts another. */
export async function closeReader(): Promise<void> {
  const ending = thread;
  thread = null;
  await ending?.close();
}

function readerThread(): Thread {
  const { lexicon, pageMemoryMb } = settings;
  thread ??= new Thread({
    entry: 'reader-thread',
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    heapMb: pageMemoryMb,
    data: { lexicon } satisfies ReaderData,
  });
  return thread;
}

/** Why a page or an article was given up: plain data. */
export type Failure = Extract<ReadPage, { code: string }>;

const tooSlow = (name: string): Failure => ({
  name,
  code: 'DOCUMENT_TOO_SLOW',
  reason: `Reading it takes longer than ${settings.pageTimeoutMs} ms: look whether it is a real page, or raise XIEZUO_PAGE_TIMEOUT_MS.`,
});

const tooCostly = (name: string): Failure => ({
  name,
  code: 'DOCUMENT_TOO_COSTLY',
  reason: `Reading it takes more than ${settings.pageMemoryMb} MB of memory: split it into several pages, or raise XIEZUO_PAGE_MEMORY_MB.`,
});

/** What a page is told that ended the thread; null where the thread ended for another reason. */
function explain(error: unknown, watch: PageWatch): ((name: string) => Failure) | null {
  if (watch.signal.aborted) return tooSlow;
  return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly : null;
}

function* receive<R>(port: MessagePort): Generator<R> {
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: R } | undefined;
    if (received === undefined) return;
    yield received.message;
  }
}

interface Attempt<R> {
  /** What the first items gave. */
  readonly done: readonly R[];
  /** What to say of the item after those, which ended the thread; null where none did. */
  readonly failure: ((name: string) => Failure) | null;
}

/** Reads items until one ends the thread. */
async function readUntilFailure<T, R>(name: string, items: readonly T[]): Promise<Attempt<R>> {
  const { port1, port2 } = new MessageChannel();
  const watch = new PageWatch(settings.pageTimeoutMs);
  const task = { items, underWay: watch.underWay, port: port2 };
  try {
    await readerThread().run(name, task, { signal: watch.signal, transferList: [port2] });
    return { done: [...receive<R>(port1)], failure: null };
  } catch (error) {
    const failure = explain(error, watch);
    const item = Atomics.load(watch.underWay, 0);
    if (failure === null || item === 0) throw error;
    const done = [...receive<R>(port1)];
    // One that was done just before the thread ended is not to blame, nor is the next.
    return { done, failure: done.length < item ? failure : null };
  } finally {
    watch.stop();
    port1.close();
  }
}

/** Reads items in their order; `giveUp` says what one gives that ended the thread. */
async function readAll<T, R>(
  name: string,
  items: readonly T[],
  giveUp: (item: T, failure: (name: string) => Failure) => R,
): Promise<R[]> {
  const results: R[] = [];
  while (results.length < items.length) {
    const { done, failure } = await readUntilFailure<T, R>(name, items.slice(results.length));
    results.push(...done);
    const item = items[results.length];
    if (failure !== null && item !== undefined) results.push(giveUp(item, failure));
  }
  return results;
}

/**
 * Reads pages in a thread of their own, which is ended where a page takes too long or too much memory.
 *
 * @returns what is in each, in their order, or why it could not be read: DOCUMENT_TOO_SLOW, DOCUMENT_TOO_COSTLY and what
 * `readDocument` gives.
 */
export function readPages(pages: readonly RawDocument[]): Promise<ReadPage[]> {
  // A view of a larger buffer would be copied with all of it.
  const own = pages.map((page) => ({ ...page, bytes: new Uint8Array(page.bytes) }));
  return readAll<RawDocument, ReadPage>('pages', own, ({ name }, failure) => failure(name));
}

/** Extracts what articles say that are stored already, or why one was given up: it takes too long, or too much memory. */
export function extractArticles(articles: readonly Article[]): Promise<(Extraction | Failure)[]> {
  return readAll<Article, Extraction | Failure>('articles', articles, ({ headline }, failure) =>
    failure(headline ?? ''),
  );
}

/** The error of a page that could not be read. */
export const errorOf = ({ code, reason }: Failure) => new XiezuoError(code, reason);
