import type { CivilDate } from '../model/source-document.ts';

/** What decides which of several copies is the best. */
export interface RankedCopy {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly publishedOn: CivilDate | null;
  readonly isSpun: boolean;
  /** Length of its running text in UTF-16 code units. */
  readonly length: number;
  /** Tells copies apart that are alike in all else; does not depend on when they came. */
  readonly key: string;
}

/**
 * The best of several copies, whatever their order: none that was spun if another is there, then the one that says most
 * about itself (headline, publisher, day), then the first published, then the longest.
 *
 * @throws {RangeError} if there are none.
 */
export function chooseBestCopy<T extends RankedCopy>(copies: readonly T[]): T {
  const [best] = [...copies].sort(compare);
  if (best === undefined) throw new RangeError('There are no copies to choose from.');
  return best;
}

const LAST_DAY = '9999-12-31';

function compare(a: RankedCopy, b: RankedCopy): number {
  const day = (copy: RankedCopy) => copy.publishedOn ?? LAST_DAY;
  return (
    Number(a.isSpun) - Number(b.isSpun) ||
    countStated(b) - countStated(a) ||
    compareText(day(a), day(b)) ||
    b.length - a.length ||
    compareText(a.key, b.key)
  );
}

function countStated({ headline, publisher, publishedOn }: RankedCopy): number {
  return [headline, publisher, publishedOn].filter((stated) => stated !== null).length;
}

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b);
