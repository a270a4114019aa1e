import type { Line } from './line.ts';

/** How names of sites, papers and columns end. */
const SITE_LIKE = /(?:网|网站|门户|政府|欢迎您?|数字报|电子版|日报|晚报|首页|新闻中心|频道|欢迎访问)$/;
/** A subtitle, or who did what: 某某主持 某某讲话. */
const DECK = /^(?:——|—)|(?:主持|讲话|致辞|出席|发言|汇报).{0,20} .{0,30}(?:主持|讲话|致辞|出席|发言|汇报)/;

/** How much a line above the text looks like its headline; a line that is none scores under 0.2. */
export function scoreTitle(line: Line, lead: string): number {
  const text = line.content.text.replaceAll(' ', '');
  const size = text.length >= 8 && text.length <= 45 ? 0.3 : 0;
  const site = SITE_LIKE.test(text) ? -0.6 : 0;
  const deck = DECK.test(line.content.text) ? -0.8 : 0;
  return shareOfBigrams(text, lead) * 1.5 + scoreMarkup(line) + size + site + deck;
}

function scoreMarkup(line: Line): number {
  if (line.level > 0) return line.level <= 3 ? 1 : 0.5;
  return line.strong ? 0.3 : 0;
}

/** The share of the character pairs of `text` that `lead` holds, 0–1. */
export function shareOfBigrams(text: string, lead: string): number {
  if (text.length < 2) return 0;
  const marks = markPairs(lead);
  let found = 0;
  for (let i = 0; i + 2 <= text.length; i++) {
    const marked = marks[hashPair(text, i)] === 1;
    if (marked && lead.includes(text.slice(i, i + 2))) found++;
  }
  return found / (text.length - 1);
}

const PLACES = 0x4000;
const marked = { text: '', pairs: new Uint8Array(PLACES) };

/** Marks the places of all pairs of a text; kept for the text asked for last, since all lines of a page are held to one. */
function markPairs(text: string): Uint8Array {
  if (text === marked.text) return marked.pairs;
  marked.text = text;
  marked.pairs.fill(0);
  for (let i = 0; i + 2 <= text.length; i++) marked.pairs[hashPair(text, i)] = 1;
  return marked.pairs;
}

function hashPair(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e5) ^ text.charCodeAt(at + 1)) & (PLACES - 1);
}
