import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { builder } from '../builder/builder.ts';
import { describedValues } from '../builder/described-values.ts';
import type { Planner } from '../read-plan/field-plan.ts';
import type { Sql } from '../read-plan/sql.ts';

interface Counted {
  value: string | null;
  name: string | null;
  count: number;
}

/** By what matches are counted. */
export type FacetName =
  | 'TYPE'
  | 'YEAR'
  | 'MONTH'
  | 'PLACE'
  | 'PERSON'
  | 'ORGANISATION'
  | 'PUBLISHER'
  | 'SERIES';

/** By what the matches of a search are counted. */
export const FacetField = builder.enumType('FacetField', {
  description: 'By what the matches of a search are counted.',
  values: describedValues({
    TYPE: { description: 'The kind of object: a value of EntityType.' },
    YEAR: { description: 'The year of the meeting, publication or signing: 2022.' },
    MONTH: { description: 'Its month: 2022-08.' },
    PLACE: {
      description: 'The places that a match belongs to, those above them included: the code of an area.',
    },
    PERSON: { description: 'The people whom a match is, names or is about: an id.' },
    ORGANISATION: { description: 'The organisations that a match is, names or is about: an id.' },
    PUBLISHER: { description: 'Who published the article.' },
    SERIES: { description: 'The series of the meetings that a match is, or tells of: an id.' },
  }),
});

const FacetValue = builder.objectRef<Counted>('FacetValue').implement({
  description: 'How many matches share a value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value; null for matches that have none.' }),
    name: t.exposeString('name', {
      description: 'What is called so where the value is an id or a code; else null.',
    }),
    count: t.exposeInt('count', { nullable: false, description: 'The number of matches.' }),
  }),
});

/** Counts of the matches of a search. */
export const Facet = builder.objectRef<{ field: FacetName; values: Counted[] }>('Facet').implement({
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
      description:
        'Its values: years and months latest first, all others by their number. At most twenty, but for kinds and years.',
      resolve: ({ values }) => values,
    }),
  }),
});

/** What is counted unless something else is asked for. */
const USUAL_FACETS: readonly FacetName[] = ['TYPE', 'YEAR'];

/** The most values of a facet that may have any number of them. */
const MAX_VALUES = 20;

/** How the hits `h`, with their entries `e`, are counted by something. */
interface Counting {
  readonly value: Sql;
  /** What makes several rows of a hit, each with one value. */
  readonly each?: Sql;
  readonly order: Sql;
  readonly isBounded: boolean;
  /** The name of a value `c.value`. */
  readonly name?: Sql;
}

const BY_NUMBER = sql`g.count DESC, g.value`;
const LATEST_FIRST = sql`g.value DESC NULLS LAST`;

/** Counts what matches have to do with of the kind whose ids begin with `prefix`, rows of `table`. */
const byRelated = (prefix: string, table: string): Counting => ({
  value: sql`r.value`,
  each: sql`CROSS JOIN unnest(e.related) AS r(value) WHERE r.value LIKE ${`${prefix}\\_%`}`,
  order: BY_NUMBER,
  isBounded: true,
  name: sql`(SELECT n.name FROM ${sql.table(table)} AS n WHERE n.id = c.value)`,
});

const COUNTINGS: Readonly<Record<FacetName, Counting>> = {
  TYPE: { value: sql`h.entity_type`, order: BY_NUMBER, isBounded: false },
  YEAR: { value: sql`to_char(h.happened_on, 'YYYY')`, order: LATEST_FIRST, isBounded: false },
  MONTH: { value: sql`to_char(h.happened_on, 'YYYY-MM')`, order: LATEST_FIRST, isBounded: true },
  PLACE: {
    value: sql`r.value`,
    each: sql`CROSS JOIN unnest(e.area_codes) AS r(value)`,
    order: BY_NUMBER,
    isBounded: true,
    name: sql`(SELECT n.name FROM area AS n WHERE n.code = c.value)`,
  },
  PERSON: byRelated('per', 'person'),
  ORGANISATION: byRelated('org', 'organisation'),
  PUBLISHER: {
    value: sql`e.publisher`,
    each: sql`WHERE e.publisher IS NOT NULL`,
    order: BY_NUMBER,
    isBounded: true,
  },
  SERIES: byRelated('ser', 'meeting_series'),
};

/** The JSON of the facets of the table `hits` that are asked for, by the names of their fields. */
export function readFacets(planner: Planner, hits: Sql, { by }: Arguments): Sql {
  planner.haveWalked();
  const names = [...new Set((by as readonly FacetName[] | null | undefined) ?? USUAL_FACETS)];
  const facets = names.map(
    (name) => sql`json_build_object('field', ${sql.lit(name)}, 'values', ${countBy(COUNTINGS[name], hits)})`,
  );
  return sql`json_build_array(${sql.join(facets)})`;
}

function countBy({ value, each, order, isBounded, name }: Counting, hits: Sql): Sql {
  const entries = each ? sql`JOIN search_entry AS e ON e.entity_id = h.id AND e.part = 0 ${each}` : sql``;
  const limit = isBounded ? sql`LIMIT ${sql.lit(MAX_VALUES)}` : sql``;
  return sql`(SELECT coalesce(json_agg(json_build_object('value', c.value, 'name', ${name ?? sql`NULL::text`}, 'count', c.count)
      ORDER BY c.place), '[]')
    FROM (SELECT g.*, row_number() OVER (ORDER BY ${order}) AS place FROM (
      SELECT ${value} AS value, count(*) AS count FROM ${hits} AS h ${entries} GROUP BY 1) AS g ORDER BY place ${limit}) AS c)`;
}
