import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { findFirst, listWithin } from '../text/spans.ts';
import type { MeetingMention } from './meeting-mention.ts';
import { BARE_SIGNING } from './meeting-names.ts';

/** Ceremonies at which instruments are signed: of one article all are one. */
export const SIGNING = /(?:签约|签署|签订|签字|会签)(?:仪式|大会)$/;

/** Words of a tour of inspection. */
export const TOUR = /调研|考察|视察/;

/** 到某公司等地参观考察，并|召开: where guests went is not who held what followed. */
const VISITED = /(?:考察|参观|调研|走访)[^。；]{0,12}，/;

function findSubject(
  text: string,
  { sentence, verbStart }: MeetingMention,
  { persons, organisations }: Named,
) {
  const before = { start: sentence.start, end: verbStart };
  // 甲局组织乙局召开: who gathers the others holds it.
  const host = listWithin(organisations, before).find(({ end }) => text.startsWith('组织', end));
  if (host) return host;
  const last = listWithin(organisations, before).at(-1) ?? null;
  const organisation = last && VISITED.test(text.slice(last.end, verbStart)) ? null : last;
  const person = listWithin(persons, before).at(-1) ?? null;
  return organisation?.end === verbStart ? organisation : (person ?? organisation);
}

/** 甲省政府与乙省政府举行座谈会: the two bodies whom 与 links before the verb, as printed. */
function findPair(
  text: string,
  { sentence, verbStart }: MeetingMention,
  organisations: readonly OrganisationMention[],
): string | null {
  const named = listWithin(organisations, { start: sentence.start, end: verbStart });
  // Where they met is none of them: 甲局与乙区政府在甲局召开.
  const before = named.filter(({ start }) => text[start - 1] !== '在');
  const last = before.at(-1);
  if (!last || /[，。；]/.test(text.slice(last.end, verbStart))) return null;
  const at = before.findIndex(({ end }, i) =>
    /^[与同和]$/.test(text.slice(end, before[i + 1]?.start ?? end)),
  );
  const [first, second] = before.slice(at, at + 2);
  return at >= 0 && first && second ? `${first.name}与${second.name}` : null;
}

/** So many bodies before 双方 are looked through for those whom it means. */
const FARTHEST = 100;

/** 两地召开座谈会: the two bodies that the text before linked with 与, last named. */
function findPairBefore(
  text: string,
  { verbStart }: MeetingMention,
  organisations: readonly OrganisationMention[],
): string | null {
  if (!/(?:双方|两[省市县区地方])(?:共同|还|随后)?$/.test(text.slice(Math.max(0, verbStart - 6), verbStart)))
    return null;
  const last = findFirst(organisations, verbStart);
  const near = organisations.slice(Math.max(0, last - FARTHEST), last);
  const before = near.filter(({ end }) => end <= verbStart);
  const at = before.findLastIndex(({ end }, i) =>
    /^[与同和]$/.test(text.slice(end, before[i + 1]?.start ?? end)),
  );
  const [first, second] = before.slice(at, at + 2);
  return at >= 0 && first && second ? `${first.name}与${second.name}` : null;
}

/** 第N次 and rank names of meetings that need their body before them: 第35次常务会议. */
const NEEDS_BODY =
  /^(?:第[一二三四五六七八九十百0-9]+次|常务会议|党组会议|党组|常委会会议|主席会议|委员长会议|主任会议|全体会议|专题协商会|双周)/;

/** 我县与某公司举行…: the page's own place in full. */
function completeOwn(passage: Passage, name: string): string | null {
  const level = { 我省: 'province', 我市: 'city', 我县: 'county', 我区: 'county' }[name.slice(0, 2)];
  const home = level ? passage.region[level as 'province' | 'city' | 'county'] : null;
  return home ? home.name + name.slice(2) : null;
}

/** 《某某意见》（以下简称《意见》）会签仪式: the note is no part of the name. */
const ALIAS = /（(?:以下)?[简下]称[^（）]{1,16}）/;

/** The name as the text gives it, with the body that it begins with in full: 省政府常务会议 → 广东省政府常务会议. */
function completeName(
  mention: MeetingMention,
  passage: Passage,
  organisations: readonly OrganisationMention[],
): string {
  const name = mention.name.replace(ALIAS, '');
  const own = completeOwn(passage, name);
  if (own) return own;
  const inside = listWithin(organisations, mention);
  const opening = inside.find(({ start, end }) => start === mention.start && end < mention.end);
  const relative = /^(?:自治区|[省市县区州盟旗](?!.{0,3}场))/.test(name) && opening?.area ? opening : null;
  if (relative) return relative.name + name.slice(relative.end - relative.start);
  const pair =
    SIGNING.test(name) && name.length <= SHORT ? findPair(passage.text, mention, organisations) : null;
  return (pair ?? '') + name.replace(/^(?:全体|本次|一次)/, '');
}

/** A ceremony's name that holds no more than what it is: 合作共建签约仪式. */
const SHORT = 10;
/** 某某在某地调研并主持召开座谈会: the headline names the meeting but for the tour. */
const HELD_ON_TOUR =
  /^([^，。：！？]{2,24}?)(?:调研|考察|视察)[^，。：！？]{0,8}?时?(?:并)?(主持召开[^，。：！？]{0,20}(?:座谈会|会议))$/;
/** 出席甲省和某集团合作协议签约仪式: the ceremony's name, said of somebody who came for it. */
const ATTENDED = /出席([^，。；：出席]{8,50}(?:签约|签署|签订|签字)仪式)/;
const ATTENDED_NAMES = new WeakMap<Passage, string | null>();

/** The ceremony of signing that an article first says somebody attended, looked for once; null where there is none. */
function findAttended(passage: Passage): string | null {
  const known = ATTENDED_NAMES.get(passage);
  if (known !== undefined) return known;
  const attended = ATTENDED.exec(passage.text)?.[1] ?? null;
  ATTENDED_NAMES.set(passage, attended);
  return attended;
}

const BREAKS = /[，。！？：]/;

/** The name that the headline gives a meeting without one: 甲乙签署协议 → 甲乙协议签约仪式; null where it gives none. */
function nameByHeadline(headline: string, name: string): string | null {
  if (BARE_SIGNING.test(name)) {
    const signed = /签署|签订|签约/.test(headline);
    return signed ? headline.replace(/(?:举行)?(?:签署|签订|签约)(?:仪式)?(?:举行)?/, '') + name : name;
  }
  const told = HELD_ON_TOUR.exec(headline);
  if (told) return `${told[1]}${told[2]}`;
  const tour = TOUR.test(headline) && !BREAKS.test(headline);
  return tour ? `${headline}${name.replace(/^会议$/, '座谈会')}` : null;
}

/** Who and what an article names, in the order of its text. */
interface Named {
  readonly persons: readonly PersonMention[];
  readonly organisations: readonly OrganisationMention[];
}

/**
 * The name of a meeting in full: its own, or for one without a name that of the tour it was a part of, or of who held
 * it. Null where the text reports no meeting after all.
 *
 * @example 甲省政府与乙省政府举行座谈会 // 甲省政府与乙省政府座谈会
 */
export function createName(mention: MeetingMention, passage: Passage, named: Named): string | null {
  const { name, unnamed, talks } = mention;
  if (!unnamed && !NEEDS_BODY.test(name)) return completeName(mention, passage, named.organisations);
  const headline = passage.article.headline ?? '';
  const { text } = passage;
  const pair =
    unnamed && !TOUR.test(headline)
      ? (findPair(text, mention, named.organisations) ?? findPairBefore(text, mention, named.organisations))
      : null;
  if (pair) return pair + name;
  if (talks) return null;
  const subject = findSubject(text, mention, named);
  const attended = BARE_SIGNING.test(name) ? findAttended(passage) : null;
  if (attended) return attended;
  if (!unnamed) return subject && !('posts' in subject) ? subject.name + name : name;
  const byHeadline = nameByHeadline(headline, name);
  if (byHeadline) return byHeadline;
  const second = subject !== null && /[与同]/.test(text[subject.start - 1] ?? '');
  if (!subject || second || /发布会|见面会/.test(name)) return null;
  return 'posts' in subject ? `${subject.name}主持召开${name}` : subject.name + name;
}
