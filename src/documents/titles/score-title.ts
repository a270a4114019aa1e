import type { Line } from '../model/line.ts';
import { PairIndex } from '../text/pair-index.ts';

/** How names of sites, papers and columns end. */
const SITE_LIKE = /(?:网|网站|门户|政府|欢迎您?|数字报|电子版|日报|晚报|首页|新闻中心|频道|欢迎访问)$/;
/** A subtitle, or who did what: 某某主持 某某讲话, 某某会见某某并共同见证协议签署. */
const DECK =
  /^(?:——|—)|^\p{Script=Han}{2,8}?(?:出席|主持|讲话|致辞|参加|见证|作报告)(?:并?(?:主持|讲话|致辞|发言|见证签约|作报告))*$|^\p{Script=Han}{4,30}并(?:共同)?(?:见证|出席)\p{Script=Han}{0,10}(?:签署|签约|签订|仪式)$|(?:主持|讲话|致辞|出席|发言|汇报).{0,20} .{0,30}(?:主持|讲话|致辞|出席|发言|汇报)/u;

/** Says how, not who: 以更大力度打好攻坚战 stands below or above the headline that says what happened. */
const SLOGAN = /^以(?!色列|上|下|来|后|及)/;

/** Shorter than any news: 总结去年工作 部署今年任务 are the halves of a kicker or deck. */
const MAX_HALF = 8;

/** Who came, and what the ceremony was called: it stands below the headline that says what was done there. */
const ATTENDANCE = /^\p{Script=Han}{2,10}?(?:出席|参加|见证)/u;
/** What headlines say was done; 签订仪式 and 签署现场 say only where. */
const EVENT =
  /(?:签署|签订|签定|签下|签约|会签|缔结|达成|召开|举行|举办|成立|建立|启动|开启|会见|会谈|会面|座谈|考察|调研|揭牌|部署|印发|出台|开展|通过)(?!仪式|现场|活动)/;

/** How much a line above the text looks like its headline; a line that is none scores under 0.2. */
export function scoreTitle(line: Line, lead: string): number {
  const text = line.content.text.replaceAll(' ', '');
  const size = text.length >= 8 && text.length <= 45 ? 0.3 : 0;
  const site = SITE_LIKE.test(text) ? -0.6 : 0;
  const deck = DECK.test(line.content.text) ? -0.8 : 0;
  const slogan = SLOGAN.test(text) ? -0.4 : 0;
  return (
    shareOfBigrams(text, lead) * 1.5 +
    scoreMarkup(line) +
    size +
    site +
    deck +
    slogan +
    scoreNews(text, line.content.text)
  );
}

/** Whether a text says, as headlines do, what happened: 某某会议召开. */
export function tellsNews(text: string): boolean {
  return EVENT.test(text);
}

/** Whether a line says what happened, as headlines do, or who was there, as decks do; other lines are neither. */
function scoreNews(text: string, printed: string): number {
  if (ATTENDANCE.test(text)) return -0.3;
  if (isParallel(printed)) return -0.3;
  return tellsNews(text) ? 0.3 : 0;
}

/** Whether blanks part the line into short pieces, two of one length or more of any. */
function isParallel(printed: string): boolean {
  if (!printed.includes(' ')) return false;
  const parts = printed.split(' ');
  if (parts.some((part) => part.length > MAX_HALF)) return false;
  return parts.length > 2 || parts[0]?.length === parts[1]?.length;
}

function scoreMarkup(line: Line): number {
  if (line.level > 0) return line.level <= 3 ? 1 : 0.5;
  return line.strong ? 0.3 : 0;
}

/** The share of the character pairs of `text` that `lead` holds, 0–1. */
export function shareOfBigrams(text: string, lead: string): number {
  if (text.length < 2) return 0;
  // All lines of a page are held to one text.
  if (indexed.text !== lead) indexed = new PairIndex(lead);
  let found = 0;
  for (let i = 0; i + 2 <= text.length; i++) if (indexed.hasPair(text, i)) found++;
  return found / (text.length - 1);
}

let indexed = new PairIndex('');
