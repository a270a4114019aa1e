import type { FactField, PageFact } from './page.ts';
import { findDate, findDateInUrl } from './read-date.ts';
import type { CivilDate } from './source-document.ts';

/**
 * The day of publication that the facts of an article state: a labelled date first, then the date line below the
 * headline, then that of the URL, then the day of the last change.
 *
 * @param from the offset of the headline in the source: a date of the day of the visit stands above it.
 */
export function findPublishedOn(
  facts: readonly PageFact[],
  url: string | null,
  from: number,
): CivilDate | null {
  const below = facts.filter((fact) => (fact.value.offsets[0] ?? 0) >= from);
  return (
    findPrinted(facts, 'publishedOn') ??
    findPrinted(below, 'datedOn') ??
    findPrinted(facts, 'datedOn') ??
    findInUrls(facts, url) ??
    findPrinted(facts, 'updatedOn') ??
    findPrinted(below, 'shownOn')
  );
}

function findPrinted(facts: readonly PageFact[], field: FactField): CivilDate | null {
  for (const fact of facts) {
    const found = fact.field === field ? findDate(fact.value.text) : null;
    if (found !== null) return found.date;
  }
  return null;
}

function findInUrls(facts: readonly PageFact[], url: string | null): CivilDate | null {
  const urls = facts.filter((fact) => fact.field === 'url').map((fact) => fact.value.text);
  for (const address of url === null ? urls : [...urls, url]) {
    const date = findDateInUrl(address);
    if (date !== null) return date;
  }
  return null;
}
