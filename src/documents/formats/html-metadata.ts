import { mapSource } from '../model/mapped-text.ts';
import type { FactField, PageFact } from '../model/page.ts';
import { decodeEntities } from './decode-entities.ts';
import { readAttributes } from './html-attributes.ts';
import type { HtmlToken } from './html-tokens.ts';

/**
 * Names and properties of meta elements and what they say; the first group after the standard for meta elements of
 * Chinese government sites (国办发〔2019〕 rules: ArticleTitle, PubDate, ContentSource, SiteName), then Open Graph,
 * Dublin Core and what newspaper systems use.
 */
const META: ReadonlyMap<string, FactField> = new Map([
  ['articletitle', 'title'],
  ['pubdate', 'publishedOn'],
  ['contentsource', 'publisher'],
  ['sitename', 'site'],
  ['url', 'url'],
  ['og:title', 'pageTitle'],
  ['twitter:title', 'pageTitle'],
  ['og:site_name', 'site'],
  ['application-name', 'site'],
  ['og:url', 'url'],
  ['article:published_time', 'publishedOn'],
  ['og:release_date', 'publishedOn'],
  ['publishdate', 'publishedOn'],
  ['publish_date', 'publishedOn'],
  ['publish-date', 'publishedOn'],
  ['publishtime', 'publishedOn'],
  ['datepublished', 'publishedOn'],
  ['firstpublishedtime', 'publishedOn'],
  ['apub:time', 'publishedOn'],
  ['dc.date', 'publishedOn'],
  ['dc.date.issued', 'publishedOn'],
  ['weibo: article:create_at', 'publishedOn'],
  ['weibo:article:create_at', 'publishedOn'],
  ['source', 'publisher'],
  ['mediaid', 'publisher'],
  ['article:author', 'author'],
  ['author', 'author'],
]);

/** Reads what the head of an HTML page says about it. */
export class MetadataReader {
  /** In page order. */
  readonly facts: PageFact[] = [];

  constructor(private readonly source: string) {}

  /** Takes any token; those that say nothing are passed over. */
  take(token: HtmlToken): void {
    if (token.type === 'text' && token.name === 'title') this.add('pageTitle', token.start, token.end);
    if (token.type !== 'open') return;
    if (token.name === 'meta') this.takeMeta(token);
    if (token.name === 'link') this.takeLink(token);
  }

  private takeMeta(token: HtmlToken): void {
    const attributes = readAttributes(this.source, token.start, token.end);
    const key = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
    const content = attributes.get('content');
    if (key === undefined || content === undefined) return;
    const field = META.get(this.source.slice(key.start, key.end).trim().toLowerCase());
    if (field !== undefined) this.add(field, content.start, content.end);
  }

  private takeLink(token: HtmlToken): void {
    const attributes = readAttributes(this.source, token.start, token.end);
    const [rel, href] = [attributes.get('rel'), attributes.get('href')];
    if (rel === undefined || href === undefined) return;
    if (this.source.slice(rel.start, rel.end).toLowerCase() === 'canonical')
      this.add('url', href.start, href.end);
  }

  private add(field: FactField, start: number, end: number): void {
    const value = decodeEntities(mapSource(this.source, start, end));
    if (field === 'url' && !/^https?:\/\/[^/]+\/./.test(value.text)) return;
    if (value.text.trim() !== '') {
      this.facts.push({ field, value, ofPage: true, basis: 'METADATA' });
    }
  }
}
