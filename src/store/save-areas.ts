import type { AreaLevel } from '../generated/kysely/database.ts';
import type { Database } from './database.ts';

/** A division or a state, as the lexicon has it. */
export interface AreaEntry {
  readonly code: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AreaLevel;
  readonly parentCode: string | null;
}

/** Parents before children, so that each row finds what it refers to. */
const LEVELS: readonly AreaLevel[] = ['COUNTRY', 'PROVINCE', 'CITY', 'COUNTY'];

/**
 * Writes the areas that are not in the database yet; one that is stays as it is.
 *
 * @returns how many were written.
 */
export async function saveAreas(database: Database, areas: readonly AreaEntry[]): Promise<number> {
  const { prisma } = database;
  if ((await prisma.area.count()) >= areas.length) return 0;
  return prisma.$transaction(async (tx) => {
    let written = 0;
    for (const level of LEVELS) {
      const data = areas
        .filter((area) => area.level === level)
        .map(({ code, name, shortNames, parentCode }) => ({
          code,
          name,
          level,
          parentCode,
          shortNames: [...shortNames],
        }));
      const { count } = await tx.area.createMany({ data, skipDuplicates: true });
      written += count;
    }
    return written;
  });
}
