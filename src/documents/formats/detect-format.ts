/** A form in which a page can be written. */
export type PageFormat = 'html' | 'markdown' | 'plain';

const SAMPLE = 200_000;
const DOCUMENT =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const SKELETON = /<(?:html|head|body)[\s>]/i;
const TAG =
  /<\/?(?:p|div|span|br|td|tr|table|a|img|li|ul|h[1-6]|strong|section|font|center|b)\b[^<>]{0,2000}>/i;
const FRONT_MATTER = /^\s{0,200}---[ \t]*\r?\n/;
const MARKDOWN_LINE =
  /^\s{0,3}(?:#{1,6}[ \t]+\S|>[ \t]?\S|[*+-][ \t]+\S|```|\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)|\*\*\S)/m;
const MARKDOWN_INLINE = /\*\*[^*\n]{1,200}\*\*|!?\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)/;

/**
 * Tells from the content, not from the name, in which form a page is written. Text with a few tags or with
 * front matter is Markdown, which may hold HTML.
 */
export function detectFormat(source: string): PageFormat {
  const sample = source.slice(0, SAMPLE);
  if (FRONT_MATTER.test(sample)) return 'markdown';
  if (DOCUMENT.test(sample) || SKELETON.test(sample)) return 'html';
  const marked = MARKDOWN_LINE.test(sample);
  if (sample.includes('<') && TAG.test(sample)) return /^\s*</.test(sample) && !marked ? 'html' : 'markdown';
  return marked || MARKDOWN_INLINE.test(sample) ? 'markdown' : 'plain';
}
