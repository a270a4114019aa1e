import { isHanAt } from '../lexicon/name-words.ts';
import { CharacterSet } from '../terms/character-set.ts';

const UNIT = '(?:省市?|市|县|区|州|自治区|校|院|厅|局|部|集团|公司)';

/**
 * The pieces of what may stand between two persons of one string, each of which ends in one way alone. Descriptions without
 * office (省领导, 老同志) may open the next.
 */
const PIECES: readonly RegExp[] = [
  /、[\u4e00-\u9fff]{2,16}$/y,
  /、[\u4e00-\u9fff]{2,4}(?=、)/y,
  /[、，,；;\s和与及同等原]/y,
  /中共|以及|及其|前任|时任/y,
  new RegExp(`原?${UNIT}?级?(?:老领导|领导同志|领导干部|老同志|负责同志|负责人)`, 'y'),
  new RegExp(`原?${UNIT}?级?领导`, 'y'),
  /[（(][^（）()]{1,8}[）)]/y,
];

/** 各部门负责人: people who are only described, before a mark. */
const DESCRIBED = /(?:负责同志|负责人|主要领导|部门领导|代表|同志|院士|专家|学者)$/;
const LONGEST_DESCRIBED = 4;
const BEHIND_DESCRIBED = new CharacterSet('，、和；');
/** The longest words before what people are described as. */
const LONGEST_WORDS = 24;

/** Adds the offsets where a description that begins at one ends. */
function addDescribed(text: string, start: number, ends: Set<number>): void {
  const most = LONGEST_WORDS + (text[start] === '各' ? 1 : 0);
  const last = Math.min(text.length - 1, start + most + LONGEST_DESCRIBED);
  for (let end = start + 1; end <= last && isHanAt(text, end - 1); end++) {
    if (!BEHIND_DESCRIBED.hasAt(text, end)) continue;
    const word = DESCRIBED.exec(text.slice(Math.max(start, end - LONGEST_DESCRIBED), end))?.[0];
    if (word && end - start - word.length <= most) ends.add(end);
  }
}

/**
 * Whether words between two persons string them together: they consist of marks, links and descriptions. Where pieces fit in
 * several ways all are followed at once, so that the time grows with the words and not with the ways.
 *
 * @example 、市领导、 and ，各县区负责人和 do, 会见 does not
 */
export function isSeparator(text: string): boolean {
  const reached = new Set([0]);
  // What is reached lies behind what it is reached from: the set grows while it is walked through, and each offset comes once.
  for (const at of reached) {
    if (at === text.length) return true;
    for (const piece of PIECES) {
      piece.lastIndex = at;
      if (piece.test(text)) reached.add(piece.lastIndex);
    }
    addDescribed(text, at, reached);
  }
  return false;
}
