import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../src/documents/bytes/decode-bytes.ts';
import { detectFormat, type PageFormat } from '../../src/documents/formats/detect-format.ts';
import type { Article } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';

/** Pages of one format. */
export type PagesByFormat = Readonly<Record<PageFormat, readonly string[]>>;

const SEED = fileURLToPath(new URL('../../seed/documents/', import.meta.url));
const LINKS = [
  '要闻动态',
  '政策解读',
  '通知公告',
  '专题专栏',
  '办事指南',
  '互动交流',
  '数据发布',
  '走进我市',
];

const paragraphsOf = ({ text, paragraphs }: Article) =>
  paragraphs.filter(({ kind }) => kind !== 'headline').map(({ start, end }) => text.slice(start, end));

const toPlain = (article: Article) =>
  `${article.headline ?? ''}\n2023-11-09 来源：某市日报\n${paragraphsOf(article).join('\n')}\n`;

const toMarkdown = (article: Article) =>
  `---\ntitle: ${article.headline ?? '要闻'}\ndate: 2023-11-09\nsource: 某市日报\n---\n\n# ${article.headline ?? '要闻'}\n\n` +
  `${paragraphsOf(article)
    .map((text, index) => (index % 4 === 3 ? `**${text}**` : text))
    .join('\n\n')}\n\n[查看原文](https://example.org/2023/11/09/1.html)\n`;

function toHtml(article: Article): string {
  const menu = LINKS.map(
    (link, at) => `<li class="nav-item"><a href="/channel/${at}/index.html">${link}</a></li>`,
  );
  const body = paragraphsOf(article).map(
    (text) =>
      `<p style="text-indent: 2em; line-height: 1.75;"><span style="font-size: 16px">${text}</span></p>`,
  );
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${article.headline ?? ''}_某市人民政府</title>
<meta name="PubDate" content="2023-11-09 09:00"><script>var page = { id: 1, links: ["a", "b"] };</script></head>
<body><div class="header"><ul class="nav">${menu.join('\n')}</ul></div><div class="main"><h1>${article.headline ?? ''}</h1>
<div class="info"><span>发布时间：2023-11-09</span> <span>来源：某市日报</span></div><div class="content">${body.join('\n')}</div></div>
<div class="sidebar"><h3>相关阅读</h3><ul>${menu.join('\n')}</ul></div><div class="footer">版权所有：某市人民政府办公室</div></body></html>`;
}

/** The articles of the seed pages as pages of each format. */
function makePages(): PagesByFormat {
  const articles = readdirSync(SEED).flatMap(
    (file) => parseDocument(readFileSync(join(SEED, file)), file).articles,
  );
  return { plain: articles.map(toPlain), markdown: articles.map(toMarkdown), html: articles.map(toHtml) };
}

/** The pages of a folder, at any depth, by the format that their content has; those of no charset are left out. */
function readPages(folder: string, limit: number): PagesByFormat {
  const pages: Record<PageFormat, string[]> = { plain: [], markdown: [], html: [] };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const { parentPath, name } of files.slice(0, limit)) {
    try {
      const { text } = decodeBytes(readFileSync(join(parentPath, name)));
      pages[detectFormat(text)].push(text);
    } catch {
      // What is no page is not measured.
    }
  }
  return pages;
}

/** Pages to measure with: the first 500 of a folder, or, without one, pages made of the seed articles. */
export function loadPages(folder: string | undefined): PagesByFormat {
  return folder === undefined ? makePages() : readPages(folder, 500);
}
