/** Whether one title holds the other, white space aside: the name of a page holds its headline. */
export function isSameTitle(a: string, b: string): boolean {
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  return Math.min(x.length, y.length) >= 5 && (x.includes(y) || y.includes(x));
}
