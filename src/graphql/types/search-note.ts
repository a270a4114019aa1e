import { sql } from 'kysely';
import { meantName } from '../../search/match/named-entries.ts';
import { matchQuery, type SearchQuery } from '../../search/query/search-query.ts';
import { builder } from '../builder/builder.ts';
import { describedValues } from '../builder/described-values.ts';
import { leaf } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import type { Row, Sql } from '../read-plan/sql.ts';

const SearchNoteReason = builder.enumType('SearchNoteReason', {
  description: 'What a note on a search is about.',
  values: describedValues({
    EMPTY: { description: 'The query has nothing to look for.' },
    UNKNOWN_FIELD: { description: 'There is no such field: it was looked for as text.' },
    UNKNOWN_VALUE: { description: 'The field does not know the value: it was looked for as text.' },
    ONLY_EXCLUDED: { description: 'The query only excludes, and names nothing to find.' },
    TOO_MANY_TERMS: { description: 'The query has more terms than are looked for.' },
    LOOSENED: { description: 'Few have all of the words: others follow that have most of them.' },
    MEANT: { description: 'Nothing has what was typed: what has to do with this name was found instead.' },
    LEFT_OUT: { description: 'Nothing has all of the words: this one was left out to find something.' },
  }),
});

/** A field that is a column of the row that stands for a note. */
const columnOf = (name: 'reason' | 'message' | 'text') =>
  planned((request) => sql.ref(`${parentRow(request).alias}.${name}`), leaf());

/** What those who search should know of how their query was taken. */
export const SearchNote = builder.objectRef<JsonObject>('SearchNote').implement({
  description: 'What those who search should know of how their query was taken.',
  fields: (t) => ({
    reason: t.field({
      type: SearchNoteReason,
      nullable: false,
      description: 'What it is about.',
      ...columnOf('reason'),
    }),
    message: t.string({
      nullable: false,
      description: 'The same in a sentence, for people.',
      ...columnOf('message'),
    }),
    text: t.string({
      description: 'The piece of the query that it is about; null where that is the whole.',
      ...columnOf('text'),
    }),
  }),
});

const LOOSENED = 'Few have all of the words: others follow that have most of them.';
const MEANT = 'Nothing has what was typed: what has to do with this name was found instead.';
const LEFT_OUT = 'Nothing has all of the words: this one was left out.';

/** The JSON of the notes on a search whose matches are in `hits`: on what was typed, and on what was found. */
export function readNotes(
  { planner, selection }: Pick<FieldRequest, 'planner' | 'selection'>,
  query: SearchQuery,
  hits: Sql,
): Sql {
  // Notes are no rows of a table; nothing here asks for the table's name.
  const row: Row = { table: 'article', alias: planner.alias() };
  const object = planner.object('SearchNote', row, selection);
  const words = query.words.filter(({ isNeeded }) => isNeeded);
  const list = (values: readonly (string | null)[]) => sql`${values}::text[]`;
  const typed = sql`SELECT * FROM unnest(${list(query.notes.map(({ reason }) => reason))},
    ${list(query.notes.map(({ message }) => message))}, ${list(query.notes.map(({ text }) => text))}) AS typed(reason, message, text)`;
  const loosened = sql`SELECT 'LOOSENED', ${LOOSENED}::text, NULL WHERE EXISTS (SELECT FROM ${hits} AS h WHERE h.level = 0)`;
  const leftOut = sql`SELECT 'LEFT_OUT', ${LEFT_OUT}::text, w.text
    FROM (SELECT h.id FROM ${hits} AS h ORDER BY h.level DESC, h.score DESC, h.id DESC LIMIT 1) AS best
    CROSS JOIN unnest(${list(words.map(({ text }) => text))}, ${list(words.map((word) => word.query))}) AS w(text, query)
    WHERE (SELECT max(h.level) = 0 FROM ${hits} AS h)
      AND NOT EXISTS (SELECT FROM search_entry AS e WHERE e.entity_id = best.id AND e.terms @@ w.query::tsquery)`;
  const isMissing = sql`NOT EXISTS (SELECT FROM ${hits} AS h WHERE h.level = 2) AND EXISTS (SELECT FROM ${hits} AS h WHERE h.level = 1)
    AND NOT EXISTS (SELECT FROM ${hits} AS h JOIN search_entry AS e ON e.entity_id = h.id
      WHERE h.level = 1 AND e.terms @@ ${matchQuery(query)}::tsquery)`;
  const meant = sql`SELECT 'MEANT', ${MEANT}::text, m.term FROM (${meantName(query, isMissing)}) AS m`;
  return sql`(SELECT coalesce(json_agg(${object}), '[]')
    FROM (${typed} UNION ALL ${meant} UNION ALL ${loosened} UNION ALL ${leftOut}) AS ${sql.id(row.alias)}(reason, message, text))`;
}
