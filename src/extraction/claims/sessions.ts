import type { SessionRef } from '../model/claim.ts';
import { parseNumeral } from '../text/numerals.ts';

const ORDINAL = /第([0-9]{1,4}|[〇零一二三四五六七八九十百]{1,5})(次|届|轮)/;

/** The bodies of an article, by whose names sessions are told. */
export class SessionBodies {
  /** Their canonical names by their place among the mentions. */
  private readonly places = new Map<string, number>();

  constructor(names: readonly string[]) {
    names.forEach((name, place) => {
      if (!this.places.has(name)) this.places.set(name, place);
    });
  }

  /** The body of just these words, else the one that the article names first of those with which they end; null where there is none. */
  private find(words: string): string | null {
    if (this.places.has(words)) return words;
    let found: string | null = null;
    for (let at = 1; at < words.length; at++) {
      const place = this.places.get(words.slice(at));
      if (place !== undefined && place < (this.places.get(found ?? '') ?? Number.POSITIVE_INFINITY))
        found = words.slice(at);
    }
    return found;
  }

  private read(part: string): SessionRef | null {
    const match = ORDINAL.exec(part);
    const ordinal = match && parseNumeral(match[1] ?? '');
    if (!match || !ordinal) return null;
    const series = part.slice(0, match.index) + part.slice(match.index + match[0].length);
    return { series, ordinal, organisation: this.find(part.slice(0, match.index)) };
  }

  /**
   * The sessions that the name of a meeting tells: one for each body that meets in its nth session.
   *
   * @example new SessionBodies(['甲小组', '乙小组']).list('甲小组第九次会议暨乙小组第六次会议') // 9 of 甲小组, 6 of 乙小组
   */
  list(name: string): SessionRef[] {
    return name.split('暨').flatMap((part) => this.read(part) ?? []);
  }
}
