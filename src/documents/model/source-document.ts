/** A civil date, `YYYY-MM-DD`: a day in China, without time or zone. */
export type CivilDate = string;

/** The script a source is written in: Simplified or Traditional. */
export type Script = 'HANS' | 'HANT';

/**
 * What a day of publication rests on.
 *
 * - `GIVEN`: the caller says so, as a JSON Lines record does;
 * - `METADATA`: front matter or a meta element;
 * - `LABEL`: a date with a label on the page (发布时间);
 * - `DATE_LINE`: a date without label near the headline, or the day of the programme that the page shows; where there is no
 *   other, the date in brackets that ends the text;
 * - `URL`: the path of the page's address;
 * - `UPDATED`: the day of the last change, where the page states no other.
 */
export type PublicationBasis = 'GIVEN' | 'METADATA' | 'LABEL' | 'DATE_LINE' | 'URL' | 'UPDATED';

/** What a paragraph of an article is. Facts are read from headlines, decks and body only. */
export type ParagraphKind = 'headline' | 'deck' | 'body' | 'caption' | 'byline';

/** A half-open span of an article's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One paragraph of an article: a span of its text that holds no line break. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
}

/**
 * One news item of a page, cleaned.
 *
 * `text` is Simplified Chinese without pinyin annotations, markup and site furniture; its paragraphs,
 * the headline block first where the page shows one, stand in page order, joined by one `\n` each.
 */
export interface Article {
  /** The headline proper, without kicker and deck; null where the page shows none. */
  readonly headline: string | null;
  readonly text: string;
  /** The paragraphs of `text`, in order; together they cover it but for the line breaks between them. */
  readonly paragraphs: readonly Paragraph[];
  /** Who published it: the source that the page names, else the site; null where neither is named. */
  readonly publisher: string | null;
  /** The day of publication that the page states; null where it states none. */
  readonly publishedOn: CivilDate | null;
  /** What that day rests on; null where there is none. */
  readonly publishedOnBasis: PublicationBasis | null;
  /** The script of the source; `text` is Simplified either way. */
  readonly script: Script;
  /**
   * For every UTF-16 code unit of `text` the offset, in UTF-16 code units, of the character of the decoded
   * source that it stands for. Never decreases, save at joints of passages that the page shows out of order.
   */
  readonly sourceOffsets: Uint32Array;
}

/** A page as it was found, read and split into its articles. */
export interface SourceDocument {
  /** The file's name, with the folders that tell it from others of the name: `2021/index.html`. */
  readonly name: string;
  /** Where the page came from, if the page or the caller says; else null. */
  readonly url: string | null;
  /** Lower-case hexadecimal SHA-256 of `bytes`. */
  readonly sha256: string;
  /**
   * What the bytes were found to be: `text/html`, `text/markdown` or `text/plain`; `application/json` for a record of
   * JSON Lines, where offsets are offsets into its `html` or `text`.
   */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** In page order, at least one. */
  readonly articles: readonly Article[];
}
