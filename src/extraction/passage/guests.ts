import type { Span } from '../../documents/model/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { organisationSuffixes } from '../lexicon/name-words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import type { Sentence } from '../text/sentences.ts';
import type { AreaMention, AreaReader } from './area-reader.ts';

/** Whose offices are written with their place is a guest on a page that leaves its own place out: 甘肃省委副书记. */
const GUEST =
  /^(?:[省市县区州]|自治区)?(?:委|党委|政府|人大常委会|人大|政协|纪委)?(?:(?:学习|友好)?(?:党政|经贸|政府|人大|政协|企业家)?(?:考察|访问|代表|学习|参观)团(?!赴|到|前往)|调研组|(?:常务)?(?:副?书记|常委|副?秘书长|副?主任|副?主席|代?省长|副省长|代?市长|副市长|领导))/;

/** 某市党政代表团|来 */
const DELEGATION =
  /^[省市县区州]?[\u4e00-\u9fff]{0,16}(?:[团组](?:一行)?|一行)(?:[0-9]{1,2}人)?(?:的到)?(?:来(?!自)|莅临|到访)/;

/** Words of those who come or go, and of the page's own that others stand beside: sentences without one tell of no guest. */
const TELLING = new Trie<true>(
  '来 莅临 到访 赴 前往 率队 率团 率领 率我 率省 率市 率县 率区 率党 我省与 我市与 我县与 我区与 我市同 我县同 我区同 局与 厅与 委与 院与 府与 办与 局同 厅同 委同 府同'
    .split(' ')
    .map((word) => [word, true] as const),
);

/** 我市与|某市, 市生态环境局与|某市生态环境局: behind the page's own place or an office of its own, named by its level alone, another is a guest's. */
const BESIDE_OWN =
  /(?:我([省市县区])|(?:^|[，。、：；\n我])([省市县区])(?![市县区])[\u4e00-\u9fff]{1,10}[局厅委院府办])[与同]$/;
const BESIDE = new CharacterSet('与同');
const LONGEST_BESIDE = 16;

function isBesideOwn(text: string, { start, area }: AreaMention): boolean {
  if (!BESIDE.hasAt(text, start - 1)) return false;
  const match = BESIDE_OWN.exec(text.slice(Math.max(0, start - LONGEST_BESIDE), start));
  const level = match?.[1] ?? match?.[2];
  return level !== undefined && area.name.endsWith(level);
}

/** 市委书记张三率团|赴某市: who leads others to a place of the rank of their own office is a guest there. */
const LED_TO =
  /(?:^|[，。；\n我])([省市县区])(?:委|长|人大|政协|政府|党政)[^。；]{0,60}率[^。；]{0,24}(?:赴|到|前往)$/;
const TOWARDS_ENDS = new CharacterSet('赴到往');
const LONGEST_LED = 110;

/** Whether two words for ranks are of one rank: 县 and 区. */
const isOfRank = ({ name, level }: AreaRecord, word: string) =>
  word === '市'
    ? level !== 'PROVINCE' && name.endsWith('市')
    : word === '省'
      ? level === 'PROVINCE'
      : level === 'COUNTY';

function isLedTo(text: string, { start, area }: AreaMention, from: number): boolean {
  if (!TOWARDS_ENDS.hasAt(text, start - 1)) return false;
  const word = LED_TO.exec(text.slice(Math.max(from, start - LONGEST_LED), start))?.[1];
  return word !== undefined && isOfRank(area, word);
}

/** The places whose delegations the first sentences say to come, or where the page's own officers go. */
export function listGuests(sentences: readonly Sentence[], reader: AreaReader): Set<AreaRecord> {
  const guests = new Set<AreaRecord>();
  for (const { start, end } of sentences.slice(0, LEADING)) {
    if (TELLING.findNext(reader.text, start, end) >= end) continue;
    for (let at = reader.findNext(start, end); at < end; ) {
      const place = reader.readAt(at, end);
      const comes = place && DELEGATION.test(reader.text.slice(place.end, place.end + 28));
      const gone = place && isLedTo(reader.text, place, start);
      if (place && (comes || gone || isBesideOwn(reader.text, place))) guests.add(place.area);
      at = reader.findNext(place?.end ?? at + 1, end);
    }
  }
  return guests;
}

/** So many sentences at the head of a page tell who came. */
const LEADING = 8;

/** 赴某市考察: who goes there is a guest there. 某市某某商会, 某市某某公司 are not of the page for their names. */
const GONE_TO = /^[省市县区州]?(?:开展)?(?:学习)?(?:考察|调研|交流|对接|进行考察)/;
const FIRM =
  /^(?:(?![了由在与和的于对将向同及会])[\u4e00-\u9fff（）()]){0,10}?(?:集团|公司|商会|大学|学院|研究院|银行)/;

/** The first characters of what `GUEST` finds. */
const GUEST_OPENINGS = new CharacterSet('省市县区州自委党政人纪学友经企考访代参调常副书秘主领');
const TOWARDS = new CharacterSet('赴到');
/** How near the ending of a firm stands to the place that it is named by. */
const NEAR_FIRM = 14;

const isFirm = (text: string, end: number) =>
  organisationSuffixes.findNext(text, end, end + NEAR_FIRM) < end + NEAR_FIRM &&
  FIRM.test(text.slice(end, end + NEAR_FIRM));

/** Whether a place is named as a guest's, or only by a firm. */
export const isGuest = (text: string, { start, end }: Span) =>
  (GUEST_OPENINGS.hasAt(text, end) && GUEST.test(text.slice(end, end + 10))) ||
  isFirm(text, end) ||
  (TOWARDS.hasAt(text, start - 1) && GONE_TO.test(text.slice(end, end + 7)));
