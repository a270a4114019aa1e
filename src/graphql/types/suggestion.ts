import { sql } from 'kysely';
import { suggestNames } from '../../search/names/suggest-names.ts';
import type { Arguments } from '../arguments/arguments.ts';
import { badInput } from '../arguments/bad-input.ts';
import { limitOf, TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { leaf, oneObject } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import type { Row, Sql } from '../read-plan/sql.ts';
import { EntityType, searchedTypes } from '../values/entity-type.ts';
import { readResult, SearchResult } from './search-result.ts';

/** The kinds that are suggested, which `suggest` was prepared with. */
type SuggestedTypes = ReturnType<typeof searchedTypes>;

/** A field that is a column of the row that stands for a suggestion. */
const columnOf = (name: 'term' | 'entity_type') =>
  planned((request) => sql.ref(`${parentRow(request).alias}.${name}`), leaf());

/** A name that begins as was typed. */
export const Suggestion = builder.objectRef<JsonObject>('Suggestion').implement({
  description: 'A name that begins as was typed.',
  fields: (t) => ({
    text: t.string({ nullable: false, description: 'The name.', ...columnOf('term') }),
    type: t.field({
      type: EntityType,
      nullable: false,
      description: 'What bears it.',
      ...columnOf('entity_type'),
    }),
    node: t.field({
      type: SearchResult,
      nullable: false,
      description: 'Who or what bears it.',
      ...planned(
        (request) =>
          readResult(request, parentRow(request).alias, request.planner.prepared as SuggestedTypes),
        oneObject,
      ),
    }),
  }),
});

/** The longest prefix, in UTF-16 code units. */
const MAX_PREFIX = 100;

/** The kinds that `suggest` asks for. */
export async function prepareSuggestions({ types }: Arguments): Promise<SuggestedTypes> {
  return searchedTypes(types);
}

/**
 * The plan of `suggest`: the JSON array of suggestions, best first; none for a prefix without letter or digit.
 *
 * @throws GraphQLError BAD_USER_INPUT for a prefix that is too long, and for `first` out of bounds.
 */
export function readSuggestions(request: FieldRequest): Sql {
  const { args, planner, selection } = request;
  const limit = limitOf(args.first, TINY_LIST);
  const prefix = String(args.prefix);
  if (prefix.length > MAX_PREFIX) throw badInput(`\`prefix\` has more than ${MAX_PREFIX} characters.`);
  const names = suggestNames(prefix, planner.prepared as SuggestedTypes, limit);
  if (!names) return sql`'[]'`;
  // Suggestions are no rows of a table; nothing here asks for the table's name.
  const row: Row = { table: 'article', alias: planner.alias() };
  const object = planner.object('Suggestion', row, selection);
  const place = sql.ref(`${row.alias}.place`);
  return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${place}), '[]') FROM (${names}) AS ${sql.id(row.alias)})`;
}
