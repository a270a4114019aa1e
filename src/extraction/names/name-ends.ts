import { isPunctuationAt } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { strongFollowers } from '../lexicon/words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';

/** A personal name that was read, and how sure its end is: 3 before a mark or a verb, less before a particle. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly certainty: number;
}

/** What is somebody's at a meeting: 听取张三的汇报. */
const SPEECH = /^(?:发言|汇报|介绍|讲话|致辞|情况汇报|委托|陪同|带领|主持|率领|见证)/;

const OF = '的'.charCodeAt(0);

/** 石某作等: what nothing is made of is no verb. */
const MADE = '作'.charCodeAt(0);
const LISTING = new CharacterSet('等、，。和');

/** Verbs that say little by themselves; they are read as such before what they take, elsewhere they may end a name. */
const LIGHT_VERBS = new CharacterSet('作做');
/** 作|交流发言, 作|题为…的报告: what somebody does at a meeting. To extend: add the word. */
const DONE =
  /^(?:为(?!民|国)|题为|[^，。；、]{0,4}?(?:发言|报告|汇报|讲话|总结|说明|介绍|动员|部署|安排|点评|演讲|致辞|表态|交流|解读|讲解|辅导|宣讲|通报|回应|分享|推介|授课))/;

/** Whether a verb and what somebody does at a meeting stand at an offset: 作交流发言, 做主旨演讲. */
export const isActOf = (text: string, at: number): boolean =>
  LIGHT_VERBS.hasAt(text, at) && DONE.test(text.slice(at + 1, at + 8));

/** What may stand between a name and an office behind it. */
const ROLE_PREFIXES = new CharacterSet('副原代');

/** Words that may follow a name at once. */
export const followers = new Trie<true>(strongFollowers.map((word) => [word, true] as const));

/** How well a name may end at `at`: 0 where it may not, 3 before a mark. */
export function rateEnd(text: string, at: number, limit: number): number {
  if (at >= limit || isPunctuationAt(text, at)) return 3;
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return 2.5;
  if (unit === MADE && LISTING.hasAt(text, at + 1)) return 0;
  if (isActOf(text, at)) return 3;
  if (unit === OF) return SPEECH.test(text.slice(at + 1, at + 4)) ? 3 : 0.7;
  const follower = followers.findTerm(text, at, limit);
  if (follower) return follower.length >= 2 ? 3 : 1.5;
  const role = ROLE_PREFIXES.has(unit) ? at + 1 : at;
  return roleWords.findTerm(text, role, limit)?.value ? 1 : 0;
}
