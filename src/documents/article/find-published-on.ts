import { findDate, findDateInUrl } from '../labels/read-date.ts';
import { offsetAt } from '../model/mapped-text.ts';
import type { FactField, PageFact } from '../model/page.ts';
import type { CivilDate, PublicationBasis } from '../model/source-document.ts';

/** A day of publication and what it rests on. */
export interface PublicationDate {
  readonly date: CivilDate;
  readonly basis: PublicationBasis;
}

/** The fields that hold dates, and what a date rests on that says nothing else. */
const BASES = {
  publishedOn: 'LABEL',
  datedOn: 'DATE_LINE',
  shownOn: 'DATE_LINE',
  updatedOn: 'UPDATED',
  editionOn: 'DATE_LINE',
  filedOn: 'DATE_LINE',
} as const satisfies Partial<Record<FactField, PublicationBasis>>;

/**
 * The day of publication that the facts of an article state: a labelled date first, then the date line below the
 * headline, then that of the URL, then the day in the title of the collection, then that of the dateline, then that of the last change. Null where they state none.
 *
 * @param from the offset of the headline in the source: a date of the day of the visit stands above it.
 */
export function findPublishedOn(
  facts: readonly PageFact[],
  url: string | null,
  from: number,
): PublicationDate | null {
  const below = facts.filter((fact) => (offsetAt(fact.value, 0) ?? 0) >= from);
  return (
    findPrinted(facts, 'publishedOn') ??
    findPrinted(below, 'datedOn') ??
    findPrinted(facts, 'datedOn') ??
    findInUrls(facts, url) ??
    findPrinted(facts, 'editionOn') ??
    findPrinted(facts, 'filedOn') ??
    findPrinted(facts, 'updatedOn') ??
    findPrinted(below, 'shownOn')
  );
}

function findPrinted(facts: readonly PageFact[], field: keyof typeof BASES): PublicationDate | null {
  for (const fact of facts) {
    const found = fact.field === field ? findDate(fact.value.text) : null;
    if (found !== null) return { date: found.date, basis: fact.basis ?? BASES[field] };
  }
  return null;
}

function findInUrls(facts: readonly PageFact[], url: string | null): PublicationDate | null {
  const urls = facts.filter((fact) => fact.field === 'url').map((fact) => fact.value.text);
  for (const address of url === null ? urls : [...urls, url]) {
    const date = findDateInUrl(address);
    if (date !== null) return { date, basis: 'URL' };
  }
  return null;
}
