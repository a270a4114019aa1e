import { XiezuoError } from '../base/errors.ts';
import { buildArticle } from './article/build-article.ts';
import { detectFormat, type PageFormat } from './formats/detect-format.ts';
import { readHtml } from './formats/html.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readPlainText } from './formats/plain-text.ts';
import { isPageUrl } from './labels/page-url.ts';
import { readLines } from './lines/read-lines.ts';
import type { Block } from './model/page.ts';
import type { Section } from './model/section.ts';
import type { Article, CivilDate } from './model/source-document.ts';
import { splitArticles } from './sections/split-articles.ts';
import { hasHan } from './text/characters.ts';

/** Fewer Han characters say nothing. */
const MIN_HAN = 5;

/** How a page of a format is read, and what the format is called. */
interface FormatReader {
  readonly mediaType: string;
  readonly read: (source: string) => readonly Block[];
}

const FORMATS: Readonly<Record<PageFormat, FormatReader>> = {
  html: { mediaType: 'text/html', read: readHtml },
  markdown: { mediaType: 'text/markdown', read: readMarkdown },
  plain: { mediaType: 'text/plain', read: readPlainText },
};

/** What is known of a page beside its text. */
export interface KnownOfPage {
  /** Names it in messages. */
  readonly name: string;
  /** Where the page came from; goes before what the page says. Null where the page shall say. */
  readonly url: string | null;
  /** The day of publication; goes before what the page says. Null where the page shall say. */
  readonly publishedOn: CivilDate | null;
  /** Null where the text shall say. */
  readonly format: PageFormat | null;
}

/** A page read from its text. */
export interface ParsedPage {
  readonly mediaType: string;
  readonly url: string | null;
  /** In page order, at least one. */
  readonly articles: readonly Article[];
}

/**
 * Reads the decoded text of one page into clean articles; their offsets are offsets into `source`.
 *
 * @throws {XiezuoError} DOCUMENT_EMPTY only white space; DOCUMENT_BINARY it holds NUL; DOCUMENT_NOT_CHINESE next to no
 *   Han characters; DOCUMENT_TOO_DEEP elements nested past reason; DOCUMENT_WITHOUT_ARTICLE no text of an article.
 */
export function parsePage(source: string, known: KnownOfPage): ParsedPage {
  assertReadable(source, known.name);
  const format = FORMATS[known.format ?? detectFormat(source)];
  const sections = splitArticles(readLines(format.read(source)));
  const page = { source, url: known.url, publishedOn: known.publishedOn };
  const articles = sections.flatMap((section) => buildArticle(section, page) ?? []);
  if (articles.length === 0)
    throw refuse('DOCUMENT_WITHOUT_ARTICLE', known.name, 'shows no article, only furniture');
  return { mediaType: format.mediaType, url: known.url ?? findUrl(sections), articles };
}

function assertReadable(source: string, name: string): void {
  if (!/[^\s\ufeff]/.test(source)) throw refuse('DOCUMENT_EMPTY', name, 'is empty');
  if (source.includes('\0')) throw refuse('DOCUMENT_BINARY', name, 'holds NUL characters: it is no text');
  if (!hasHan(source, MIN_HAN)) throw refuse('DOCUMENT_NOT_CHINESE', name, 'holds next to no Chinese');
}

function refuse(code: string, name: string, reason: string): XiezuoError {
  return new XiezuoError(code, `${name} ${reason}.`, { context: { name } });
}

/** The address that a page gives itself, if it is one; a collection of several has none. */
function findUrl(sections: readonly Section[]): string | null {
  const facts = sections.flatMap(({ facts }) => facts.filter(({ field }) => field === 'url'));
  const urls = new Set(facts.map(({ value }) => value.text.trim()).filter(isPageUrl));
  const [url = null] = urls;
  return urls.size === 1 ? url : null;
}
