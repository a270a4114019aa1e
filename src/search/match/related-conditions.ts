import { type RawBuilder, sql } from 'kysely';

/** What entries are to have to do with: ids, but for the publisher; nothing where left out or null. */
export interface RelatedFilter {
  readonly person?: string | null;
  readonly organisation?: string | null;
  readonly series?: string | null;
  readonly publisher?: string | null;
}

/** The id that an entity has now: that of the one into which it was merged. */
const keptId = (table: 'person' | 'organisation', id: string) =>
  sql`coalesce((SELECT k.merged_into_id FROM ${sql.table(table)} AS k WHERE k.id = ${id}), ${id}::text)`;

/** The conditions on an entry `e` that has to do with all that is given. */
export function relatedConditions(filter: RelatedFilter): RawBuilder<unknown>[] {
  const { person, organisation, series, publisher } = filter;
  const has = (id: RawBuilder<unknown>) => sql`e.related @> ARRAY[${id}]`;
  return [
    ...(person ? [has(keptId('person', person))] : []),
    ...(organisation ? [has(keptId('organisation', organisation))] : []),
    ...(series ? [has(sql`${series}::text`)] : []),
    ...(publisher ? [sql`e.publisher = ${publisher}`] : []),
  ];
}
