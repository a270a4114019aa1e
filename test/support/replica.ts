import { isObjectType } from 'graphql';
import { fieldsOf } from '../../src/graphql/export/export-rows.ts';
import { printSelection } from '../../src/graphql/export/export-selection.ts';
import { EXPORT_KINDS, EXPORTED, type ExportKind } from '../../src/graphql/export/exported.ts';
import { schema } from '../../src/graphql/schema.ts';

/** Asks the API; gives the data. */
export type Ask = (query: string, variables?: object) => Promise<Record<string, never>>;

/** A row as an export has it. */
type Row = Readonly<Record<string, unknown>>;

/** A change as the replica reads it. */
export interface ReadChange {
  readonly id: string;
  readonly cursor: string;
  readonly type: string;
  readonly action: string;
  readonly nodeId: string;
  readonly node: { readonly id: string } | null;
}

const CHANGES = `query ($after: String) {
  changes(first: 100, after: $after) {
    nodes { id cursor type action nodeId node { id } }
    pageInfo { endCursor hasNextPage }
  }
}`;

const kindOf = new Map(
  EXPORT_KINDS.filter((kind) => kind !== 'evidence').map((kind) => [
    EXPORTED[kind].table.toUpperCase(),
    kind,
  ]),
);

const selectionOf = (kind: ExportKind) => printSelection(EXPORTED[kind].name, fieldsOf(kind));

/** The query of the nodes of a kind, as an export has them; evidence comes with what it is a part of. */
function nodesQuery(kind: ExportKind): string {
  const type = schema.getType(EXPORTED[kind].name);
  if (!isObjectType(type)) throw new Error(`No type of ${kind}`);
  const own = selectionOf(kind);
  const parts = kind === 'articles' ? `facts(first: 1000) { evidence ${selectionOf('evidence')} }` : '';
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${parts} ...Own } } } fragment Own on ${type.name} ${own}`;
}

/** A row as text: what it refers to is told by its id alone, as what that is called is no part of the row. */
export function printRow(row: Row): string {
  return JSON.stringify(row, (key, value) => {
    const isReference = key !== '' && typeof value === 'object' && value !== null && 'id' in value;
    return isReference ? value.id : value;
  });
}

/** A copy of the graph that is kept from `changes` alone. */
export class Replica {
  /** The changes that were read, in their order. */
  readonly changes: ReadChange[] = [];
  /** How many pages had something in them. */
  pages = 0;
  private readonly ask: Ask;
  private readonly rows = new Map<string, { readonly kind: ExportKind; readonly row: Row }>();
  private readonly evidence = new Map<string, readonly Row[]>();
  private cursor: string | null = null;

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** Reads on until there is nothing more for now. */
  async catchUp(): Promise<void> {
    while (await this.readPage());
  }

  /** The rows of a kind as texts, in the order of these. */
  list(kind: ExportKind): string[] {
    const rows =
      kind === 'evidence'
        ? [...this.evidence.values()].flat()
        : [...this.rows.values()].filter((one) => one.kind === kind).map(({ row }) => row);
    return rows.map(printRow).sort();
  }

  private async readPage(): Promise<boolean> {
    const { changes } = (await this.ask(CHANGES, { after: this.cursor })) as unknown as {
      changes: { nodes: ReadChange[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
    };
    const { nodes, pageInfo } = changes;
    if (nodes.length > 0) this.pages += 1;
    this.changes.push(...nodes);
    for (const [type, kind] of kindOf)
      await this.fetch(kind, [
        ...new Set(nodes.filter((one) => one.type === type).map(({ nodeId }) => nodeId)),
      ]);
    this.cursor = pageInfo.endCursor ?? this.cursor;
    return pageInfo.hasNextPage;
  }

  /** Takes what there is now of nodes that changed; those that are gone, or a part of others, are taken out. */
  private async fetch(kind: ExportKind, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { nodes } = (await this.ask(nodesQuery(kind), { ids })) as unknown as {
      nodes: ((Row & { readonly facts?: readonly { readonly evidence: Row }[] }) | null)[];
    };
    for (const [place, id] of ids.entries()) {
      const { facts, ...row } = nodes[place] ?? {};
      this.rows.delete(id);
      this.evidence.delete(id);
      if (row.id !== id) continue;
      this.rows.set(id, { kind, row });
      if (facts)
        this.evidence.set(
          id,
          facts.map(({ evidence }) => evidence),
        );
    }
  }
}
