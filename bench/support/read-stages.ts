import { XiezuoError } from '../../src/base/errors.ts';
import { compareCopies } from '../../src/documents/copies/compare-copies.ts';
import { readCopyText } from '../../src/documents/copies/copy-text.ts';
import { sketchText } from '../../src/documents/copies/sketch-text.ts';
import type { Article, SourceDocument } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { explainClaims } from '../../src/extraction/explain-claims.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import type { Extraction } from '../../src/extraction/model/claim.ts';
import { createFactSheet } from '../../src/report/fact-sheet.ts';
import { deriveFacts } from '../../src/resolution/derive-facts.ts';
import { listMentions } from '../../src/resolution/list-mentions.ts';
import { indexPassages } from '../../src/search/entities/index-rows.ts';
import { layArticleRows } from '../../src/search/index/index-articles.ts';
import type { Repetition } from './repetitions.ts';

/** The stages of reading one page, in their order. */
export const STAGES = ['parse', 'extract', 'derive', 'explain', 'sheet', 'index', 'copies'] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds of processor time by stage. */
export type StageTimes = Record<Stage, number>;

const NO_TIME: StageTimes = { parse: 0, extract: 0, derive: 0, explain: 0, sheet: 0, index: 0, copies: 0 };

/** An article of the paragraphs of a text: what is read where the page itself gives less than half of it. */
function createArticle(text: string): Article {
  let start = 0;
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = { start, end: start + line.length, kind: 'body' as const };
    start = paragraph.end + 1;
    return paragraph;
  });
  return {
    headline: null,
    text,
    paragraphs,
    publisher: null,
    publishedOn: null,
    publishedOnBasis: null,
    script: 'HANS',
    sourceOffsets: Uint32Array.from({ length: text.length }, (_, at) => at),
  };
}

const createHtml = (text: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>要闻</title></head><body><div class="content">${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')}</div></body></html>`;

/** A page that cannot be read is refused with its reason, and that may take no longer than reading it. */
function parse(source: string): readonly Article[] {
  try {
    return parseDocument(Buffer.from(source), 'page').articles;
  } catch (error) {
    if (error instanceof XiezuoError) return [];
    throw error;
  }
}

const fingerprintOf = (text: string) => text.slice(0, 100);

function derive({ text, publishedOn }: Article, { claims }: Extraction): void {
  const mentions = listMentions({ claims, publishedOn, fingerprint: fingerprintOf(text) });
  const entities = new Map(mentions.map(({ ordinal, kind }) => [ordinal, `${kind}_${ordinal}`]));
  const article = { id: 'art_1', claims, publishedOn, entities, days: new Map<string, string>() };
  deriveFacts(article, () => false);
}

function compareToCopy({ text, paragraphs }: Article): void {
  const body = readCopyText(text, paragraphs);
  sketchText(body);
  compareCopies(body, `要闻：${body}`);
}

/** Reads one page through all stages that an ingester or `xiezuo extract` takes it through; gives what each of them took. */
export function timeStages({ text, html }: ReturnType<Repetition['create']>): StageTimes {
  const times = { ...NO_TIME };
  const time = <T>(stage: Stage, run: () => T): T => {
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    times[stage] += (user + system) / 1000;
    return result;
  };
  const source = html ? createHtml(text) : text;
  const parsed = time('parse', () => parse(source));
  const kept = parsed.reduce((sum, article) => sum + article.text.length, 0);
  const articles = kept * 2 >= text.length ? parsed : [createArticle(text)];
  const extractions = time('extract', () => articles.map(extractClaims));
  for (const [i, article] of articles.entries())
    time('derive', () => derive(article, extractions[i] as Extraction));
  time('sheet', () => createFactSheet({ name: 'page', articles } as unknown as SourceDocument, extractions));
  for (const [i, article] of articles.entries()) {
    // Explaining is extracting once more: without a claim there is nothing else to it.
    if ((extractions[i] as Extraction).claims.length > 0) time('explain', () => explainClaims(article));
    time('index', () => layArticleRows(article).map(indexPassages));
    time('copies', () => compareToCopy(article));
  }
  return times;
}
