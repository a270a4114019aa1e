import { sql } from 'kysely';
import type { EntityType } from '../../search/entities/entity-type.ts';
import { entitiesWith, MAX_QUERY } from '../../search/match/match-entries.ts';
import { MATCH_TESTS } from '../cost/weights.ts';
import { type ConditionOptions, condition } from '../read-plan/filter.ts';
import type { Row, TableName } from '../read-plan/sql.ts';
import { UnderstoodText } from '../read-plan/understood-text.ts';

/** Options of a filter's field that finds rows as `search` does, by all that it finds entities of the kind by. */
export function matchesTest(type: EntityType): ConditionOptions {
  const { extensions } = condition((row: Row<TableName>, text: string) => {
    const found = entitiesWith(type, (part) => sql`${new UnderstoodText(text, part)}`);
    return sql`${sql.ref(`${row.alias}.id`)} IN (${found})`;
  });
  return { extensions: { ...extensions, weight: MATCH_TESTS, maxLength: MAX_QUERY } };
}
