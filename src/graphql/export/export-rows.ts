import { isObjectType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { type Kysely, sql } from 'kysely';
import type { QueryConfig, QueryResult } from 'pg';
import type { DB } from '../../generated/kysely/database.ts';
import { keyOf, unmerged } from '../read-plan/entity.ts';
import { Planner } from '../read-plan/field-plan.ts';
import { LateValue } from '../read-plan/late-value.ts';
import { Selection } from '../read-plan/selection.ts';
import { and, from, type Sql } from '../read-plan/sql.ts';
import { schema } from '../schema.ts';
import { type ExportField, exportFields, printSelection } from './export-selection.ts';
import { EXPORTED, type ExportKind } from './exported.ts';

/** Rows that are read at a time: of articles with their texts, some megabyte. */
const BATCH = 500;

/** A row: its id, which an export can be resumed behind, and itself as JSON on one line. */
export interface ExportRow {
  readonly id: string;
  readonly json: string;
}

/** What an export reads with. */
export interface ExportSource {
  readonly kysely: Kysely<DB>;
  readonly query: (statement: QueryConfig) => Promise<QueryResult<ExportRow>>;
}

/** Stands for the id behind which a batch begins. */
const AFTER = new LateValue('after');

/** The fields that an export of a kind shows. */
export function fieldsOf(kind: ExportKind): ExportField[] {
  const type = schema.getType(EXPORTED[kind].name);
  if (!isObjectType(type)) throw new Error(`Not an object type: ${EXPORTED[kind].name}`);
  return exportFields(type);
}

/** The SQL of a batch. */
function batchOf(kind: ExportKind): Sql {
  const entity = EXPORTED[kind];
  const document = parse(printSelection(entity.name, fieldsOf(kind)));
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const info = { schema, fragments: {}, variableValues: {} };
  const planner = new Planner(schema, 'answer');
  const row = planner.row(entity.table);
  const object = planner.object(entity.name, row, new Selection(info, operation ? [operation] : []));
  const key = keyOf(entity, row);
  const conditions = and([sql`${key} > ${AFTER}::text`, ...unmerged(entity, row)]);
  return sql`SELECT ${key}::text AS id, ${object}::text AS json FROM ${from(row)} WHERE ${conditions} ORDER BY ${key} LIMIT ${sql.lit(BATCH)}`;
}

/**
 * All rows of a kind by their ids, some hundred at a time: rows that are written meanwhile are there or not, and none is there twice.
 *
 * @param after the id behind which it begins; the empty text for all.
 */
export async function* exportRows(
  kind: ExportKind,
  { kysely, query }: ExportSource,
  after = '',
): AsyncGenerator<readonly ExportRow[]> {
  const { sql: text, parameters } = batchOf(kind).compile(kysely);
  for (let last = after; ; ) {
    const values = parameters.map((value) => (value === AFTER ? last : value));
    const { rows } = await query({ text, values });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    if (rows.length < BATCH) return;
    last = end.id;
  }
}
