const NUMBER = /\d+(?:\.\d+)?(?![日\d])|第[一二三四五六七八九十百零〇\d]{1,6}[次届期批号]/g;
const DAY = /\d{1,2}日/g;
/** The share of numbers of the text with fewer that copies have in common; other numbers were cut or rounded. */
const MIN_NUMBERS = 0.75;
const MIN_DAYS = 0.5;

/**
 * Whether the numbers, the ordinals and the days of two texts are the same, as far as the text with fewer has them:
 * those of two bulletins of one form, or of two sessions of one body, are not.
 */
export function haveSameNumbers(left: string, right: string): boolean {
  return agree(left, right, NUMBER, MIN_NUMBERS) && agree(left, right, DAY, MIN_DAYS);
}

function agree(left: string, right: string, pattern: RegExp, least: number): boolean {
  const [a, b] = [new Set(left.match(pattern)), new Set(right.match(pattern))];
  const shared = [...a].filter((number) => b.has(number)).length;
  return shared >= least * Math.min(a.size, b.size);
}
