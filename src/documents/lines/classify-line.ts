import {
  BORDER_LABELS,
  BORDER_MARKS,
  DISCLAIMER_STARTS,
  FURNITURE_LABELS,
  MENU_WORDS,
  NOTICE_STARTS,
  PROMPTS,
  TAIL_HEADINGS,
} from '../lexicon/furniture.ts';
import type { LineRole } from '../model/line.ts';
import type { Block } from '../model/page.ts';
import { endsSentence, hasHan } from '../text/characters.ts';
import { compileStart } from '../text/compile-words.ts';
import { WordFinder } from '../text/word-finder.ts';
import { isNameList } from './separate-names.ts';

/** Longer than any line of furniture, save disclaimers. */
const MAX_FURNITURE = 120;
const MAX_SHORT = 80;
const MAX_CAPTION = 150;
/** A line of this length that ends like a sentence is one. */
const MIN_SENTENCE = 12;
/** One character, which no table of pairs holds. */
const COPYRIGHT = '©';
const HAS = { borderMark: 1, prompt: 2, borderLabel: 4, label: 8 } as const;
const FURNITURE = new WordFinder([
  [HAS.borderMark, BORDER_MARKS],
  [HAS.prompt, PROMPTS],
  [HAS.borderLabel, BORDER_LABELS.filter((word) => word !== COPYRIGHT)],
  [HAS.label, FURNITURE_LABELS],
]);
const BORDER_START = compileStart([...BORDER_MARKS, ...NOTICE_STARTS]);
const NOTICE = compileStart(NOTICE_STARTS);
/** The name of an image that was not shown, or of an attachment. */
const IMAGE_FILE = /^[^，。；：]{1,60}\.(?:png|jpe?g|gif|bmp|webp|pdf|docx?|xlsx?|rar|zip)$/i;
const DISCLAIMER = compileStart(DISCLAIMER_STARTS);
const LONGEST_ITEM = Math.max(...[...MENU_WORDS].map((word) => word.length));
/** For each code unit 1 where a word of menus begins with it. */
const MENU_STARTS = new Uint8Array(0x10000);
for (const word of MENU_WORDS) MENU_STARTS[word.charCodeAt(0)] = 1;
const TAILS = new Set(TAIL_HEADINGS);
const CAPTION_START = /^(?:图为|图：|图\d|图片说明|图片来源|资料图|▲|△|△|↑|视频：|\(?资料图片)/;
const CAPTION_END = /(?:摄|摄影|供图|资料图|资料图片|发|制图|绘图|图片|图)[）)]?$/;
/** 图源：某某日报, 仪式现场。某某 摄. */
const CREDIT =
  /(?:图源|图片来源|供图)[：:／/][^。]{1,20}$|(?:^|[。！，])\p{Script=Han}{2,4}[/／]?(?:摄|摄影|摄影报道|供图)[）)]?$/u;
const PHOTOGRAPHER = /(?:记者|通讯员|图片|摄影|新华社|中新社|供图|资料图)/;
const BYLINE =
  /^[（(□■◎●◆▲]?(?:(?:本报|本网|本台|本刊|[\p{Script=Han}]{2,8}(?:报|社|网|台|客户端))?(?:首席|见习|实习|特约|特派|全媒体|融媒体|驻[\p{Script=Han}]{1,6})?(?:记者|通讯员)(?!会|站|节|证|家|团|队|培训|工作|座谈|大赛|大会|走进|走基层|协会|从|了解|获悉|在|手记|调查|观察|招待)|[\p{Script=Han}]{2,8}评论员$|文[/／丨|]|图[/／丨|]|文字[/／：]|整理[/／：]|撰文[/／：]|撰稿[/／：]|摄影[/／：]|供稿[/／：])[^。！？]{0,50}$/u;
const MAX_REPORTER = 20;
/** Names of pages one in the other: 某某网 > 时政 > 要闻. */
const BREADCRUMB = /^[^，。；：>›»]{2,20}(?: ?(?:>{1,2}|›|»|→) ?[^，。；：>›»]{2,20}){1,6}(?: ?>)?$/;
const END_MARK = /^[（(](?:完|结束|记者[^）)]{0,30})[）)]$/;
/** A report's first line, whatever prompt stands at its end. */
const PROSE_START = /^(?:本[报网台]讯|(?:\d{4}年)?\d{1,2}月\d{1,2}日)[^。]{10,}。/;
const DATE_START = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日/;
const SEPARATORS = /[\s|·•>»›/\\、,，:：;；丨│┃—–\-_~=*+#[\]【】()（）<《》"“”.…←→↑↓▲▼◆●■□]+/;

/** Tells what a cleaned line is from its words and its markup; facts are read elsewhere. */
export function classifyLine(block: Block, text: string): LineRole {
  const key = text.includes(' ') ? text.replaceAll(' ', '') : text;
  const marked = block.kind === 'heading' || block.kind === 'strong';
  if (!marked && isTail(key)) return 'tail';
  if (block.kind === 'heading') return isMenu(text) ? 'furniture' : isReporter(key) ? 'byline' : 'short';
  const furniture = findFurniture(key, text, marked);
  if (furniture !== null) return furniture;
  if (DISCLAIMER.test(key)) return 'furniture';
  if (key.length > MAX_CAPTION && !marked && block.kind !== 'caption') return 'body';
  if (block.kind === 'caption' || isCaption(key)) return 'caption';
  if (BYLINE.test(key) || END_MARK.test(key)) return 'byline';
  if (BREADCRUMB.test(text)) return 'furniture';
  if (!hasHan(key, 2)) return 'furniture';
  if (block.linkShare > 0.8 && !marked && !isProse(key)) return 'furniture';
  if (!marked && isNameList(text)) return 'body';
  return marked || isShort(key) ? 'short' : 'body';
}

/** 本报记者 某某, also where the markup makes a heading of it. */
function isReporter(key: string): boolean {
  return key.length <= MAX_REPORTER && /^[（(]?本[报网台刊]/.test(key) && BYLINE.test(key);
}

function isTail(key: string): boolean {
  if (key.length > 12) return false;
  const bare = key.replace(/^[【[◆■●>]+|[】\]：:>]+$/g, '');
  return TAILS.has(bare);
}

/** @param marked whether the line is bold: a subhead may hold the words of footers, but no label with its value. */
function findFurniture(key: string, text: string, marked: boolean): 'border' | 'furniture' | null {
  if (key.length > MAX_FURNITURE) return BORDER_START.test(key) ? 'border' : null;
  if (NOTICE.test(key)) return 'border';
  if (isProse(key)) return null;
  if (IMAGE_FILE.test(key)) return 'furniture';
  const has = FURNITURE.find(key);
  if (has & HAS.borderMark) return 'border';
  if (has & HAS.prompt) return 'furniture';
  if (key.length >= MIN_SENTENCE && endsSentence(key)) return null;
  const subhead = marked && !/[：:©]/.test(key);
  if ((has & HAS.borderLabel && !subhead) || key.includes(COPYRIGHT)) return 'border';
  return has & HAS.label || isMenu(text) ? 'furniture' : null;
}

/** Whether the line consists of items of menus; one item in four may be a site's own. */
function isMenu(text: string): boolean {
  if (isGluedMenu(text.replaceAll(' ', ''))) return true;
  const items = text.split(SEPARATORS).filter((item) => item !== '');
  if (items.length === 0) return true;
  const known = items.filter((item) => MENU_WORDS.has(item)).length;
  return (
    known / items.length >= 0.75 ||
    (items.length >= 5 && known / items.length >= 0.4 && items.every((item) => item.length <= 6))
  );
}

/** Whether the text consists of words of menus that stand side by side without anything between. */
function isGluedMenu(key: string): boolean {
  if (MENU_STARTS[key.charCodeAt(0)] === 0) return false;
  let at = 0;
  while (at < key.length) {
    let size = Math.min(LONGEST_ITEM, key.length - at);
    while (size > 1 && !MENU_WORDS.has(key.slice(at, at + size))) size--;
    if (size < 2) return false;
    at += size;
  }
  return key.length > 0;
}

/** A sentence of some length, whatever words it holds. */
function isProse(key: string): boolean {
  if (key.length < 50 || !/[，、]/.test(key)) return false;
  return endsSentence(key) || PROSE_START.test(key);
}

function isCaption(key: string): boolean {
  if (key.length > MAX_CAPTION) return false;
  const credited = CREDIT.test(key) || (CAPTION_END.test(key) && PHOTOGRAPHER.test(key.slice(-20)));
  const named = CAPTION_START.test(key) || credited;
  return named && !/[。！？]./.test(key.replace(/。[^。]{0,30}摄?[）)]?$/, ''));
}

function isShort(key: string): boolean {
  // No title begins so; what does is the first line of a torn paragraph.
  if (DATE_START.test(key) && key.includes('，')) return false;
  return key.length <= MAX_SHORT && !/[。；，、：]$/.test(key) && !key.includes('。') && !endsSentence(key);
}
