import type { Agreement } from './agreements.ts';
import { nameOf, type Party } from './party.ts';

/** An instrument before it is known which of them the article reports. */
export type Candidate = Omit<Agreement, 'id'>;

/** Titles that tell the kind alone name an instrument only where the text names no fuller one. */
export const BARE = /^(?:合作|战略合作|框架|合作框架|相关|该)?(?:协议|协定|备忘录|合同|声明|协议书)$/;

/** 合作框架协议 is the short form of 甲乙合作框架协议. */
const isFuller = (full: string, title: string) => full !== title && full.endsWith(title);

const sharesParty = (a: readonly Party[], b: readonly Party[]) =>
  a.length === 0 || a.some((party) => b.some((other) => nameOf(other) === nameOf(party)));

/** A title in 《》, or one whose parties are told. */
const isTold = (text: string, { mention, parties }: Candidate) =>
  text[mention.start - 1] === '《' || parties.length > 1;

/** A title without 《》 is taken only where the text says whose it is, and where it is no short form of another. */
export function isSure(text: string, { mention, parties }: Candidate, all: readonly Candidate[]): boolean {
  if (text[mention.start - 1] === '《') return true;
  const { title } = mention;
  const other = all.some(
    (each) =>
      each.mention.title !== title &&
      (each.mention.title.endsWith(title) ||
        (BARE.test(title) && isTold(text, each) && sharesParty(each.parties, parties))),
  );
  if (text.slice(mention.end).match(/^(?:签约|签署|签订|签字)(?:仪式|大会)/)) return true;
  return parties.length > 1 && !other && !/^(?:协议|协定|合同|声明|条约|宣言|议定书|公报)$/.test(title);
}

/** 签署甲乙协议，这是首次签订…协议: a remark on what the sentence told before. */
const REMARK = /(?:首次|第一次|首个|首份)[^，。；]{0,8}$/;

function isRemark(text: string, { mention }: Candidate, all: readonly Candidate[]): boolean {
  const { start, verbStart } = mention;
  const remarked =
    text[start - 1] !== '《' && REMARK.test(text.slice(Math.max(0, verbStart - 12), verbStart));
  return remarked && all.some((each) => each.mention.start < start);
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
  for (const each of all) {
    const { title } = each.mention;
    const short = BARE.test(title) && all.some(({ mention }) => isFuller(mention.title, title));
    if (short || !isSure(text, each, all) || isRemark(text, each, all)) continue;
    if (chosen.every((other) => other.mention.title !== title || isApart(text, other, each)))
      chosen.push(each);
  }
  return chosen;
}
