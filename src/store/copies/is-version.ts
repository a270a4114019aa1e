import type { CivilDate, Paragraph } from '../../documents/model/source-document.ts';

/** An article, as versions of a page are told by. */
export interface Version {
  readonly id: string;
  readonly ordinal: number;
  readonly headline: string | null;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly publishedOn: CivilDate | null;
  /** Of its page. */
  readonly name: string;
  readonly url: string | null;
}

type Page = Pick<Version, 'name' | 'url'>;

/** Whether two pages have one address. */
export const isSamePlace = (left: Page, right: Page) => left.url !== null && left.url === right.url;

/** Whether two pages may be one by their names: whether one ends as the other is called, from whatever folder on they were named. */
export const isSameName = (left: Page, right: Page) =>
  (left.url === null || right.url === null) &&
  `/${left.name}`.endsWith(`/${right.name}`.slice(-left.name.length - 1));

/** Part of the sentences of the shorter text that two versions have in common at least. */
const SHARED_PART = 0.3;

/** Part of the sentences of the longer text, where names agree in their ends only, and where days differ. */
const [HALF, MOST] = [0.5, 0.7];

/** So few sentences may all have been corrected. */
const FEW = 2;

/** Sentences too short to tell a page. */
const MIN_SENTENCE = 6;

/** Headlines are told by what they head. */
function sentencesOf({ text, headline }: Version): Set<string> {
  const sentences = text.split(/[。！？；\n]/);
  return new Set(sentences.filter((sentence) => sentence.length >= MIN_SENTENCE && sentence !== headline));
}

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

/** The first day that a text names, its year left out where the text does: `2021-1-5`, `-1-5`. */
function firstDay({ text }: Version): string | null {
  const [, year = '', month, day] = DAY.exec(text) ?? [];
  return month === undefined ? null : `${year}-${month}-${day}`;
}

/** Whether two articles state one day, of publication or else the first of the text, or two; null where that is not known. */
function haveSameDay(left: Version, right: Version): boolean | null {
  if (left.publishedOn !== null && right.publishedOn !== null) return left.publishedOn === right.publishedOn;
  const [a, b] = [firstDay(left), firstDay(right)];
  return a === null || b === null ? null : a.endsWith(b) || b.endsWith(a);
}

/**
 * Whether two articles of one name are versions of one. Files that are called alike, index.html, need not be, nor need those with one
 * headline, 全省某某工作会议召开, which each year has anew: their texts tell. Where names agree in their ends only, more of the texts must
 * be the same, and most where they state different days.
 */
export function isVersion(left: Version, right: Version): boolean {
  const [a, b] = [sentencesOf(left), sentencesOf(right)];
  const shared = [...a].filter((sentence) => b.has(sentence)).length;
  const isPart = (part: number, size: number) => shared > 0 && shared >= part * size;
  const [shorter = 0, longer = 0] = [a.size, b.size].sort((one, other) => one - other);
  const isSameDay = haveSameDay(left, right);
  if (isSameDay === false) return isPart(MOST, longer);
  if (left.name !== right.name) return isPart(HALF, longer);
  const isSameHead = isSameDay === true && left.headline !== null && left.headline === right.headline;
  // One headline on one day may head the reports of two papers: stdin is a name for both.
  return (isSameHead && (shared > 0 || longer <= FEW)) || isPart(SHARED_PART, shorter);
}
