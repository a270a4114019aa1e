import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import type { Planner } from '../read-plan/field-plan.ts';
import type { Sql } from '../read-plan/sql.ts';

interface Counted {
  value: string | null;
  count: number;
}

const FacetField = builder.enumType('FacetField', {
  description: 'By what the matches of a search are counted.',
  values: {
    TYPE: { description: 'The kind of object: a value of EntityType.' },
    YEAR: { description: 'The year of the meeting, publication or signing: 2022.' },
  },
});

const FacetValue = builder.objectRef<Counted>('FacetValue').implement({
  description: 'How many matches share a value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value; null for matches that have none.' }),
    count: t.exposeInt('count', { nullable: false, description: 'The number of matches.' }),
  }),
});

/** Counts of the matches of a search. */
export const Facet = builder.objectRef<{ field: 'TYPE' | 'YEAR'; values: Counted[] }>('Facet').implement({
  description: 'The matches of a search, counted by one of their properties.',
  fields: (t) => ({
    field: t.field({
      type: FacetField,
      nullable: false,
      description: 'The property.',
      resolve: ({ field }) => field,
    }),
    values: t.field({
      type: [FacetValue],
      nullable: false,
      description: 'Its values: kinds by their number, years latest first.',
      resolve: ({ values }) => values,
    }),
  }),
});

/** The JSON of all facets of the table `hits`, by the names of their fields. */
export function readFacets(planner: Planner, hits: Sql): Sql {
  planner.haveWalked();
  const counts = (value: Sql, order: Sql) => sql`(SELECT coalesce(json_agg(c), '[]') FROM (
    SELECT ${value} AS value, count(*) AS count FROM ${hits} GROUP BY 1 ORDER BY ${order}) AS c)`;
  return sql`json_build_array(
    json_build_object('field', 'TYPE', 'values', ${counts(sql`entity_type`, sql`2 DESC, 1`)}),
    json_build_object('field', 'YEAR', 'values', ${counts(sql`to_char(happened_on, 'YYYY')`, sql`1 DESC NULLS LAST`)}))`;
}
