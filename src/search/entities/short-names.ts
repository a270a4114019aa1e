import { foldText } from '../text/fold-text.ts';
import { withSynonyms } from '../text/synonyms.ts';

/** What the names of national bodies may begin with, and is left out in speech. */
const NATIONAL = /^(中华人民共和国|国家)(?=.{3})/u;

/** The most short forms of one entity. */
const MAX_SHORT = 12;

/**
 * The short forms of the names of a body, folded, without those names: by synonyms, without 国家, and with the short name of its place.
 *
 * @example shortNames(['国家发展和改革委员会'], []) // ['国家发改委', …, '发改委', …]
 * @example shortNames(['浙江省生态环境厅'], ['浙江省', '浙江']) // ['浙江生态环境厅']
 */
export function shortNames(names: readonly string[], areas: readonly string[]): string[] {
  const folded = names.map((name) => foldText(name).chars.join(''));
  const [area, ...shortAreas] = areas;
  const local = (name: string) =>
    area !== undefined && name.startsWith(area)
      ? shortAreas.map((short) => `${short}${name.slice(area.length)}`)
      : [];
  // A short name in it may be none, as 北大 in 东北大学: what is made longer is no short form.
  const forms = folded.flatMap((name) => withSynonyms(name).filter((form) => form.length <= name.length));
  const all = forms.flatMap((name) => [name, name.replace(NATIONAL, ''), ...local(name)]);
  return [...new Set(all)].filter((name) => !folded.includes(name)).slice(0, MAX_SHORT);
}
