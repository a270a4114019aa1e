import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One item of a day of the Markdown mirror, read with nothing but its marks in mind. */
export interface MirrorItem {
  /** The text behind `###`. */
  readonly heading: string;
  /** The text below it without marks, lead-in, links and white space. */
  readonly text: string;
  /** The file name of the raw page that it links to; null where it links to none. */
  readonly page: string | null;
  /** Half-open, in UTF-16 code units of the file. */
  readonly start: number;
  readonly end: number;
}

const ITEM = /^### (.*)$/gm;
const LINK = /\[查看原文\]\([^)]*?\/([A-Za-z0-9]+\.shtml)\)/;
/** Left over from the pages. */
const COMMENT = /<!--[^>]*-->/g;
/** What the mirror adds at the end of a day. */
const FOOTER = /^---\s+更新时间[：:].*\s*$/m;
const LEAD_IN = /^央视网消息（新闻联播）[：:]/;

/** What the mirror writes where it could not fetch an item. */
const MISSING = /^TITLE[ _]NOT[ _]?FOUND$/;

/** The items of a day that the mirror could fetch. */
export function readMirrorItems(source: string): MirrorItem[] {
  const heads = [...source.matchAll(ITEM)];
  const items = heads.map((head, index) => {
    const [start, end] = [head.index, heads[index + 1]?.index ?? source.length];
    const body = source.slice(start + head[0].length, end);
    const text = bare(
      body.replace(LINK, '').replace(COMMENT, '').replace(FOOTER, '').replaceAll('**', ''),
    ).replace(LEAD_IN, '');
    return { heading: head[1] ?? '', text, page: LINK.exec(body)?.[1] ?? null, start, end };
  });
  return items.filter(({ heading }) => !MISSING.test(heading));
}

/** The days of a mirror: `news/20220716.md` … */
export function listDays(folder: string): string[] {
  return readdirSync(join(folder, 'news'))
    .filter((file) => /^\d{8}\.md$/.test(file))
    .map((file) => readFileSync(join(folder, 'news', file), 'utf8'));
}

/** Without white space. */
export const bare = (text: string) => text.replace(/\s/g, '');
