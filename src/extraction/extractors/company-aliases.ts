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

/**
 * Gives the firms that an article names in full and in short their full name: 中建集团 is the 中国建筑集团有限公司
 * of the same page. A short name that fits two firms is left alone.
 */
export function completeCompanies(mentions: readonly OrganisationMention[]): readonly OrganisationMention[] {
  const firms = [
    ...new Set(mentions.filter(({ classification }) => classification === 'COMPANY').map(({ name }) => name)),
  ];
  const full = new Map<string, string>();
  for (const short of firms) {
    const fits = firms.filter((name) => isShortOf(short, name)).sort((a, b) => b.length - a.length);
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
