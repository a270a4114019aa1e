import type { FactColumn } from '../../kinds/kind.ts';
import {
  describeKind,
  FACT_KINDS,
  type FactKind,
  isEntityKind,
  type SettledFact,
} from '../../kinds/kinds.ts';
import { namesOf, type Row, readColumn, writeColumn } from './fact-columns.ts';

/** How a kind of fact is kept: its table, and the columns that hold it. */
export interface FactTable {
  readonly table: FactKind;
  readonly columns: readonly string[];
  /** SQL of the facts whose rows have the alias `it`, as JSON in the shape of `Fact`. */
  readonly select: string;
  readonly toRow: (fact: SettledFact) => Row;
}

/** Properties that stand in tables of their own: SQL of name and value, of the row `it`. */
const PARTS: { readonly [K in FactKind]?: string } = {
  meeting: `'sessions', (SELECT coalesce(json_agg(json_build_object('series', s.name, 'ordinal', n.ordinal,
      'organisation', CASE WHEN n.organisation_id IS NOT NULL THEN json_build_object('id', n.organisation_id, 'name', coalesce(n.organisation_told, '')) END)), '[]')
    FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = it.id)`,
  participation: `'positionIds', (SELECT coalesce(json_agg(p.position_id ORDER BY p.position_id), '[]')
    FROM participation_position AS p WHERE p.participation_id = it.id)`,
};

function tableOf(kind: FactKind): FactTable {
  const columns = describeKind(kind).columns as unknown as readonly FactColumn<Row>[];
  // A row of an entity that is written stands for itself.
  const unmerged = isEntityKind(kind) ? { merged_into_id: null } : {};
  return {
    table: kind,
    columns: ['id', ...columns.flatMap(namesOf), ...Object.keys(unmerged)],
    select: [...columns.flatMap(readColumn), ...[PARTS[kind] ?? []].flat()].join(),
    toRow: (fact) => ({
      id: fact.id,
      ...Object.fromEntries(columns.flatMap((column) => writeColumn(column, fact as unknown as Row))),
      ...unmerged,
    }),
  };
}

/** The table of each kind of fact. */
export const FACT_TABLES = Object.fromEntries(FACT_KINDS.map((kind) => [kind, tableOf(kind)])) as Readonly<
  Record<FactKind, FactTable>
>;
