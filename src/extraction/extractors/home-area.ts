import type { Article, Span } from '../../documents/source-document.ts';
import { type AreaRecord, findArea } from '../lexicon/areas.ts';
import type { Sentence } from '../sentences.ts';
import { AreaReader } from './area-reader.ts';

/** The divisions that a page is about, from the largest; empty for a page of no one province. */
export interface HomeArea {
  readonly province: AreaRecord | null;
  readonly city: AreaRecord | null;
  readonly county: AreaRecord | null;
  /** Whether the page is the county's rather than the city's. */
  readonly narrow: boolean;
}

interface Votes {
  /** How often a place or a part of it is named, weighted. */
  readonly all: Map<AreaRecord, number>;
  /** How often it is named itself. */
  readonly own: Map<AreaRecord, number>;
}

const add = (votes: Map<AreaRecord, number>, area: AreaRecord, weight: number) =>
  votes.set(area, (votes.get(area) ?? 0) + weight);

function vote(votes: Votes, reader: AreaReader, { start: from, end: to }: Span, weight: number): void {
  for (let at = from; at < to; ) {
    const mention = reader.readAt(at, to);
    for (
      let area = mention?.area ?? null;
      area && area.level !== 'COUNTRY';
      area = findArea(area.parentCode)
    ) {
      add(votes.all, area, weight);
    }
    if (mention) add(votes.own, mention.area, weight);
    at = mention?.end ?? at + 1;
  }
}

const BEHIND_HEADLINE = 2;

function winner(votes: Votes, level: AreaRecord['level'], parent: AreaRecord | null): AreaRecord | null {
  const rows = [...votes.all].filter(
    ([area]) => area.level === level && (!parent || area.parentCode === parent.code),
  );
  const total = rows.reduce((sum, [, votesOfArea]) => sum + votesOfArea, 0);
  const [best] = rows.sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 > total ? best[0] : null;
}

/**
 * Finds the province, city and county that an article is about: the place that headline, publisher and
 * text name most, if it outweighs all others together.
 *
 * @example 广东省某某工作会议召开 … 省水利厅 // province: 广东省
 */
export function findHomeArea(article: Article, sentences: readonly Sentence[], reader: AreaReader): HomeArea {
  const votes: Votes = { all: new Map(), own: new Map() };
  const { publisher } = article;
  if (publisher) vote(votes, new AreaReader(publisher), { start: 0, end: publisher.length }, 6);
  let lead = -1;
  for (const { start, end, kind, paragraph } of sentences) {
    if (lead < 0 && kind === 'body') lead = paragraph;
    const weight = kind === 'headline' ? 6 : kind === 'deck' ? 3 : paragraph === lead ? BEHIND_HEADLINE : 1;
    vote(votes, reader, { start, end }, weight);
  }
  const province = winner(votes, 'PROVINCE', null);
  const city = province && winner(votes, 'CITY', province);
  const county = (city ?? province) && winner(votes, 'COUNTY', city ?? province);
  const own = (area: AreaRecord | null) => (area ? (votes.own.get(area) ?? 0) : 0);
  return { province, city, county, narrow: own(county) > own(city) };
}
