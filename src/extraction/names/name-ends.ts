import { isPunctuationAt } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { strongFollowers } from '../lexicon/words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import { unitAt } from '../terms/unit-at.ts';

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

/** Nothing of a name stands there: a mark, or words of two characters that no name holds (主持, 出席). */
const SURE_END = 3;
/** A digit ends a name, but for the number of a note that stands in it: less than a mark. */
const DIGIT_END = 2.5;
/** A word of one character (在, 与) ends a name more often than it is a part of one: half as much as what is sure. */
const SHORT_END = 1.5;
/** An office may stand behind a name in a list without marks; it may also begin with the name's last character. */
const OFFICE_END = 1;
/** 的 behind a name is common only before what somebody said: elsewhere what stands before it is seldom a name. */
const OF_END = 0.7;
/** No name ends there. */
const NO_END = 0;

/**
 * How well a name may end at `at`: the readings of names are compared by it, together with how usual they are, so that only the
 * order of the rates and their halves count.
 */
export function rateEnd(text: string, at: number, limit: number): number {
  if (at >= limit || isPunctuationAt(text, at)) return SURE_END;
  const unit = unitAt(text, at);
  if (unit >= 0x30 && unit <= 0x39) return DIGIT_END;
  if (unit === MADE && LISTING.hasAt(text, at + 1)) return NO_END;
  if (isActOf(text, at)) return SURE_END;
  if (unit === OF) return SPEECH.test(text.slice(at + 1, at + 4)) ? SURE_END : OF_END;
  const follower = followers.findTerm(text, at, limit);
  if (follower) return follower.length >= 2 ? SURE_END : SHORT_END;
  const role = ROLE_PREFIXES.has(unit) ? at + 1 : at;
  return roleWords.findTerm(text, role, limit)?.value ? OFFICE_END : NO_END;
}
