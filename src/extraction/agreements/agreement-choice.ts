import type { Candidate } from './agreement.ts';
import { nameOf, type Party } from './party.ts';
import { BARE, ToldTitles } from './told-titles.ts';

const sharesParty = (a: readonly Party[], b: readonly Party[]) =>
  a.length === 0 || a.some((party) => b.some((other) => nameOf(other) === nameOf(party)));

const CEREMONY = /^(?:签约|签署|签订|签字)(?:仪式|大会)/;

/** A title without 《》 is taken only where the text says whose it is, and where it is no short form of another. */
export function isSure(text: string, candidate: Candidate, all: ToldTitles): boolean {
  const { mention, parties } = candidate;
  if (text[mention.start - 1] === '《' || CEREMONY.test(text.slice(mention.end, mention.end + 4)))
    return true;
  if (parties.length < 2 || /^(?:协议|协定|合同|声明|条约|宣言|议定书|公报)$/.test(mention.title))
    return false;
  return !all.hasBetter(candidate);
}

/** 签署甲乙协议，这是首次签订…协议: a remark on what the sentence told before. */
const REMARK = /(?:首次|第一次|首个|首份)[^，。；]{0,8}$/;

function isRemark(text: string, { mention }: Candidate, all: ToldTitles): boolean {
  const { start, verbStart } = mention;
  const remarked =
    text[start - 1] !== '《' && REMARK.test(text.slice(Math.max(0, verbStart - 12), verbStart));
  return remarked && all.hasBefore(start);
}

/** So near to one another two instruments of one period are told. */
const NEAR = 300;

/** 甲社与乙社签署合作协议，丙会与丁会签署合作协议: one period tells of two instruments of one name. */
const isApart = (text: string, a: Candidate, b: Candidate) =>
  b.mention.verbStart - a.mention.end < NEAR &&
  a.parties.length > 1 &&
  b.parties.length > 1 &&
  !sharesParty(a.parties, b.parties) &&
  !/[。\n]/.test(text.slice(a.mention.end, b.mention.verbStart));

/**
 * The instruments that an article reports among all that its sentences tell, each once, in their order: a short form
 * gives way to the full title, and a remark to what it remarks on.
 */
export function chooseAgreements(text: string, all: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  if (all.length === 0) return chosen;
  const titles = new ToldTitles(text, all);
  const byTitle = new Map<string, Candidate[]>();
  for (const each of all) {
    const { title } = each.mention;
    const short = BARE.test(title) && titles.hasFuller(title);
    if (short || !isSure(text, each, titles) || isRemark(text, each, titles)) continue;
    const alike = byTitle.get(title) ?? [];
    if (!alike.every((other) => isApart(text, other, each))) continue;
    chosen.push(each);
    byTitle.set(title, [...alike, each]);
  }
  return chosen;
}
