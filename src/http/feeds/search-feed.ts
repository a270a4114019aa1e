import { type Author, Feed, type Item } from 'feed';
import type { FeedQuery, Match } from '../../graphql/feeds/newest-matches.ts';

/** How a feed is written. */
export const FEED_FORMATS = ['atom', 'json'] as const;

/** The name of a format. */
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** Whether a name is one of a format. */
export const isFeedFormat = (name: string): name is FeedFormat =>
  (FEED_FORMATS as readonly string[]).includes(name);

/** A search that is followed, and where. */
export interface FollowedSearch extends FeedQuery {
  /** The address of the feed, as the client has it. */
  readonly self: string;
  /** The address at which whoever is found can be looked at, where no page of it is known. */
  readonly viewOf: (id: string) => string;
}

/** No reader may ever take one entry for two, whatever address it finds the server at: RFC 4151. */
const tagOf = (name: string) => `tag:xiezuo,2026:${name}`;

/** What XML cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** A passage as HTML, with what matched marked. */
function markedHtml({ snippet, ranges }: Match['highlights'][number]): string {
  let [html, at] = ['', 0];
  for (const { start, end } of ranges) {
    html += `${escapeHtml(snippet.slice(at, start))}<mark>${escapeHtml(snippet.slice(start, end))}</mark>`;
    at = end;
  }
  return `<p>${html}${escapeHtml(snippet.slice(at))}</p>`;
}

/** Texts are HTML in a feed of Atom, and plain in one of JSON, but for the content. */
const TEXT_OF: Readonly<Record<FeedFormat, (text: string) => string>> = { atom: escapeHtml, json: String };

function toItem(match: Match, { viewOf }: FollowedSearch, format: FeedFormat): Item {
  const { id, name, publisher, publishedOn } = match;
  return {
    id: tagOf(id),
    title: TEXT_OF[format](name),
    link: new URL(match.url ?? viewOf(id)).href,
    date: new Date(match.updatedAt),
    content: match.highlights.map(markedHtml).join(''),
    ...(publishedOn !== null && { published: new Date(publishedOn) }),
    ...(publisher !== null && { author: [{ name: publisher }] }),
  };
}

/** The text of a feed of what a search found: Atom (RFC 4287), or JSON Feed 1.1. */
export function searchFeedText(
  search: FollowedSearch,
  matches: readonly Match[],
  format: FeedFormat,
): string {
  const { query, types, self } = search;
  const place = new URLSearchParams({ q: query, ...(types && { types: types.join() }) });
  // A feed says when something of it last changed; that of nothing has not changed yet.
  const updated = Math.max(0, ...matches.map(({ updatedAt }) => Date.parse(updatedAt)));
  const feed = new Feed({
    id: tagOf(`search?${place}`),
    title: `Xiezuo: ${query}`,
    updated: new Date(updated),
    generator: 'Xiezuo',
    author: { name: 'Xiezuo' },
    feedLinks: { [format]: self },
    copyright: '',
  });
  for (const match of matches) feed.addItem(toItem(match, search, format));
  return format === 'atom' ? feed.atom1().replace(NO_XML, '') : jsonFeed(feed);
}

interface Authored {
  readonly author?: Author;
}

/** Version 1.1 has several authors where version 1, which the package writes, has one. */
function withAuthors<T extends Authored>({ author, ...rest }: T) {
  return { ...rest, ...(author && { authors: [author] }) };
}

function jsonFeed(feed: Feed): string {
  const { items, ...rest } = JSON.parse(feed.json1()) as Authored & { items: Authored[] };
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ ...withAuthors(rest), version, items: items.map(withAuthors) });
}
