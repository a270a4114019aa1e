import { createHash } from 'node:crypto';
import { XiezuoError } from '../errors.ts';
import { buildArticle } from './build-article.ts';
import { isHanCode } from './characters.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectFormat, type PageFormat } from './detect-format.ts';
import { readHtml } from './formats/html.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readPlainText } from './formats/plain-text.ts';
import type { Block } from './page.ts';
import { readLines } from './read-lines.ts';
import type { Section } from './section.ts';
import type { SourceDocument } from './source-document.ts';
import { splitArticles } from './split-articles.ts';

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

/** What the caller knows of a page beside its bytes. */
export interface ParseOptions {
  /** Where the page came from; goes before what the page says. */
  readonly url?: string;
}

/**
 * Reads the bytes of one page into clean articles, each character of which leads back to the source.
 *
 * @param name the file's base name; it decides nothing.
 * @throws {XiezuoError} DOCUMENT_EMPTY no bytes or only white space; DOCUMENT_NOT_CHINESE next to no Han characters;
 *   DOCUMENT_TOO_DEEP elements nested past reason; DOCUMENT_WITHOUT_ARTICLE nothing on the page is the text of an article.
 */
export function parseDocument(bytes: Uint8Array, name: string, options: ParseOptions = {}): SourceDocument {
  const source = decodeBytes(bytes).text;
  if (!/[^\s\ufeff]/.test(source))
    throw new XiezuoError('DOCUMENT_EMPTY', `${name} is empty.`, { context: { name } });
  if (!isChinese(source)) {
    throw new XiezuoError('DOCUMENT_NOT_CHINESE', `${name} holds next to no Chinese.`, { context: { name } });
  }
  const format = FORMATS[detectFormat(source)];
  const lines = readLines(format.read(source));
  const sections = splitArticles(lines);
  const page = { source, url: options.url ?? null };
  const articles = sections.flatMap((section) => buildArticle(section, page) ?? []);
  if (articles.length === 0) {
    throw new XiezuoError('DOCUMENT_WITHOUT_ARTICLE', `${name} shows no article, only furniture.`, {
      context: { name },
    });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const url = options.url ?? findUrl(sections);
  return { name, url, sha256, mediaType: format.mediaType, bytes, articles };
}

function isChinese(source: string): boolean {
  let count = 0;
  for (let i = 0; i < source.length && count < MIN_HAN; i++) if (isHanCode(source.charCodeAt(i))) count++;
  return count >= MIN_HAN;
}

/** The address that a page gives itself; a collection of several has none. */
function findUrl(sections: readonly Section[]): string | null {
  const urls = new Set(
    sections.flatMap((section) =>
      section.facts.filter((fact) => fact.field === 'url').map((fact) => fact.value.text),
    ),
  );
  const [url = null] = urls;
  return urls.size === 1 ? url : null;
}
