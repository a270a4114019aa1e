import type { CivilDate } from '../../documents/model/source-document.ts';

/** The civil date of a `date` column, which Prisma gives as midnight UTC of the day. */
export function fromDate(date: Date | null): CivilDate | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
