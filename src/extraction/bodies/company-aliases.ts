import type { OrganisationMention } from './organisation-mention.ts';

/** What a firm's full name has behind its short one. */
const LEGAL_FORM = /^(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?(?:公司)?(?:总公司)?$/;
const LONGEST_SHORT = 6;
/** 市政集团: of so short a name no firm has a longer one of its own. */
const SURE_SHORT = 4;

/** 中建集团 for 中国建筑集团有限公司: its characters in their order, the first and the word for a firm alike. */
function isAbbreviation(short: string, full: string): boolean {
  if (short.length > LONGEST_SHORT || short[0] !== full[0] || !/(?:集团|公司|银行)$/.test(short))
    return false;
  // 甲环保集团 is no longer form of 甲集团, but another firm.
  if (short.length > SURE_SHORT && !/(?:有限|股份|总公司)/.test(full)) return false;
  let at = 0;
  for (const character of full) if (character === short[at]) at++;
  return at === short.length && full.length > short.length + 1;
}

const isShortOf = (short: string, full: string) =>
  short !== full &&
  ((full.startsWith(short) && LEGAL_FORM.test(full.slice(short.length))) || isAbbreviation(short, full));

/** The longest legal form. */
const LONGEST_FORM = 14;

/** The firms whose full name a name may be: those that begin with it, or, of a short one, with its first character. */
function listFull(firms: readonly string[]): (short: string) => readonly string[] {
  const byStart = new Map<string, string[]>();
  const add = (start: string, firm: string) => byStart.set(start, [...(byStart.get(start) ?? []), firm]);
  const names = new Set(firms);
  for (const firm of firms)
    for (let length = Math.max(1, firm.length - LONGEST_FORM); length < firm.length; length++)
      if (names.has(firm.slice(0, length))) add(firm.slice(0, length), firm);
  const byInitial = new Map<string, string[]>();
  for (const firm of firms) {
    const alike = byInitial.get(firm.charAt(0));
    if (alike) alike.push(firm);
    else byInitial.set(firm.charAt(0), [firm]);
  }
  return (short) =>
    (short.length <= LONGEST_SHORT ? byInitial.get(short.charAt(0)) : byStart.get(short)) ?? [];
}

/**
 * Gives the firms that an article names in full and in short their full name: 中建集团 is the 中国建筑集团有限公司
 * of the same page. A short name that fits two firms is left alone.
 */
export function completeCompanies(mentions: readonly OrganisationMention[]): readonly OrganisationMention[] {
  const firms = [
    ...new Set(mentions.filter(({ classification }) => classification === 'COMPANY').map(({ name }) => name)),
  ];
  const full = new Map<string, string>();
  const listFor = listFull(firms);
  for (const short of firms) {
    const fits = listFor(short)
      .filter((name) => isShortOf(short, name))
      .sort((a, b) => b.length - a.length);
    const longest = fits[0];
    if (longest && fits.every((name) => name === longest || isShortOf(name, longest)))
      full.set(short, longest);
  }
  if (full.size === 0) return mentions;
  return mentions.map((mention) => {
    const name = full.get(mention.name);
    return name ? { ...mention, name, otherNames: [...mention.otherNames, mention.name] } : mention;
  });
}
