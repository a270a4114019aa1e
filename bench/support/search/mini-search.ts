import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexWords } from './stories.ts';

/** The JavaScript library that is compared with. */
const PACKAGES = { minisearch: '7.2.0' };

/** What we use of it. */
interface Index {
  addAll(documents: readonly Document[]): void;
  search(query: string): { id: string }[];
}

type MiniSearch = new (options: object) => Index;

/** A text with its id. */
interface Document {
  readonly id: string;
  readonly text: string;
}

/** Finds the ids of the documents that a query fits best. */
export type FindDocuments = (query: string, count: number) => { id: string }[];

async function loadMiniSearch(folder: string): Promise<MiniSearch> {
  const entry = join(folder, 'node_modules/minisearch/dist/es/index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
    );
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return ((await import(pathToFileURL(entry).href)) as { default: MiniSearch }).default;
}

/** An index of documents by MiniSearch, installed into `folder`: words of nodejieba, any of which may match, ranked by BM25+. */
export async function buildMiniSearch(
  folder: string,
  documents: readonly Document[],
): Promise<FindDocuments> {
  const MiniSearch = await loadMiniSearch(folder);
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: indexWords,
    processTerm: (term: string) => term,
  });
  index.addAll(documents);
  return (query, count) => index.search(query).slice(0, count);
}
