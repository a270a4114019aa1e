import { sql } from 'kysely';
import { suggestNames } from '../../search/suggest-names.ts';
import { badInput } from '../arguments/bad-input.ts';
import { limitOf, TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { oneObject } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { readByKey } from '../read-plan/field-plan.ts';
import type { SelectedField } from '../read-plan/selection.ts';
import { jsonObject, type Sql } from '../read-plan/sql.ts';
import { EntityType, searchedTypes } from '../values/entity-type.ts';
import { readResult, SearchResult } from './search-result.ts';

/** A name that begins as was typed. */
export const Suggestion = builder.objectRef<JsonObject>('Suggestion').implement({
  description: 'A name that begins as was typed.',
  fields: (t) => ({
    text: t.string({ nullable: false, description: 'The name.', resolve: readByKey }),
    type: t.field({ type: EntityType, nullable: false, description: 'What bears it.', resolve: readByKey }),
    node: t.field({
      type: SearchResult,
      nullable: false,
      description: 'Who or what bears it.',
      extensions: { cost: oneObject },
      resolve: readByKey,
    }),
  }),
});

/** The longest prefix, in UTF-16 code units. */
const MAX_PREFIX = 100;

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
  const types = searchedTypes(args.types);
  const names = suggestNames(prefix, types, limit);
  if (!names) return sql`'[]'`;
  const alias = planner.alias();
  const read = (field: SelectedField): Sql => {
    if (field.name === 'text') return sql.ref(`${alias}.term`);
    if (field.name === 'type') return sql.ref(`${alias}.entity_type`);
    return readResult({ planner, selection: field.selection }, alias, types);
  };
  const object = jsonObject(selection.on('Suggestion').map((field) => [field.key, read(field)]));
  const place = sql.ref(`${alias}.place`);
  return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${place}), '[]') FROM (${names}) AS ${sql.id(alias)})`;
}
