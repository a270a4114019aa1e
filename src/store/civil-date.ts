import type { CivilDate } from '../documents/source-document.ts';

/** The form in which Prisma takes and gives a `date` column: midnight UTC of the day. */
export function toDate(date: CivilDate): Date;
export function toDate(date: CivilDate | null): Date | null;
export function toDate(date: CivilDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

/** The civil date of a `date` column. */
export function fromDate(date: Date | null): CivilDate | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
