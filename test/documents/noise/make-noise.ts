import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import type { SourceDocument } from '../../../src/documents/model/source-document.ts';

const toTraditional = Converter({ from: 'cn', to: 't' });
const HAN = /\p{Script=Han}/u;

const MENU = [
  '首页',
  '新闻中心',
  '政务公开',
  '办事服务',
  '互动交流',
  '专题专栏',
  '当前位置：首页 > 新闻中心 > 要闻',
  '',
].join('\n');
const FOOTER = [
  '',
  '打印 关闭',
  '分享到：',
  '上一篇：没有了',
  '相关阅读',
  '全市河湖长制工作推进会召开',
  '我市启动秋季植树活动',
  '网站地图 | 联系我们 | 关于我们',
  '版权所有：某某市人民政府办公室 主办单位：某某市人民政府办公室',
  '网站标识码：3300000000 浙ICP备00000000号-1 浙公网安备 33000000000000号',
  '地址：某某市人民路1号 邮政编码：310000 联系电话：0571-00000000',
  '使用微信“扫一扫”关注我们',
].join('\n');

/** The whole text in Traditional script. */
export function makeTraditional(text: string): string {
  return toTraditional(text);
}

/** Pinyin behind every third Han character or so, with tone marks behind some, twice behind some. */
export function addPinyin(text: string, random: () => number): string {
  let result = '';
  for (const char of text) {
    result += char;
    if (!HAN.test(char) || random() >= 1 / 3) continue;
    const reading = `(${pinyin(char, { toneType: random() < 0.3 ? 'symbol' : 'none' })})`;
    result += random() < 0.2 ? reading + reading : reading;
  }
  return result;
}

/** The text between the menu and the footer of a site. */
export function wrapInFurniture(text: string): string {
  return `${MENU}\n${text}\n${FOOTER}`;
}

/** Every line broken after each `width` characters. */
export function breakLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.match(new RegExp(`[\\s\\S]{1,${width}}`, 'g')) ?? ['']).join('\n'))
    .join('\n');
}

/** The bytes of the text in GB18030. */
export function encodeGb18030(text: string): Uint8Array {
  return iconv.encode(text, 'gb18030');
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The articles of a document as a page of a site, with menu, sidebar and footer. */
export function makeHtml(document: SourceDocument): string {
  const articles = document.articles.map((article) => {
    const paragraphs = article.paragraphs
      .filter((paragraph) => paragraph.kind !== 'headline')
      .map((paragraph) => `<p>　　${escapeHtml(article.text.slice(paragraph.start, paragraph.end))}</p>`);
    const date =
      article.publishedOn === null
        ? ''
        : `<div class="info"><span>发布时间：${article.publishedOn}</span></div>`;
    const headline = article.headline === null ? '' : `<h1>${escapeHtml(article.headline)}</h1>`;
    return `${headline}${date}<div class="txt">${paragraphs.join('\n')}</div>`;
  });
  const links = ['全市河湖长制工作推进会召开', '我市启动秋季植树活动', '乡村振兴看变化', '读懂一份规划'];
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>某某市人民政府网</title><script>var a = "<p>不是正文，不是正文。</p>";</script></head><body>
<div class="header"><a href="/">首页</a><a href="/xw">新闻中心</a><a href="/zw">政务公开</a></div>
<div class="main">${articles.join('\n')}</div>
<div class="sidebar"><h3>热点新闻</h3><ul>${links.map((link) => `<li><a href="/n">${link}</a></li>`).join('')}</ul>
<p>本站为您提供全市政务信息，欢迎关注。</p></div>
<div class="footer"><p>版权所有：某某市人民政府办公室</p><p>浙ICP备00000000号-1</p></div></body></html>`;
}
