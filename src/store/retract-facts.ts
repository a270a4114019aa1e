import type { Transaction } from './database.ts';

/** The kinds of facts, each with the tables whose rows refer to it and are facts of their own. */
const REFERENCES = {
  signature: [],
  participation: [],
  position: [],
  agreement: ['signature.agreement_id'],
  meeting: ['participation.meeting_id', 'agreement.meeting_id'],
  person: ['participation.person_id', 'position.person_id', 'signature.signer_id'],
  organisation: [
    'participation.organisation_id',
    'position.organisation_id',
    'signature.organisation_id',
    'organisation.parent_id',
    'meeting_series.organisation_id',
  ],
} as const;

type FactKind = keyof typeof REFERENCES;

/** The kinds of which an entity may have been merged into another of the kind. */
const MERGING: ReadonlySet<FactKind> = new Set(['agreement', 'meeting', 'person', 'organisation']);

/** Entities of each kind on which evidence was taken back, whether they are still there or not. */
export type RetractedFacts = Readonly<Record<FactKind, readonly string[]>>;

/**
 * Takes back what rests on the given articles alone: their evidence, and every fact that has none left and that no other
 * fact needs. Gives the ids of all that they gave evidence of.
 */
export async function retractFacts(tx: Transaction, articleIds: readonly string[]): Promise<RetractedFacts> {
  const kinds = Object.keys(REFERENCES) as FactKind[];
  const touched: Partial<Record<FactKind, string[]>> = {};
  for (const kind of kinds) touched[kind] = await listEvidenced(tx, kind, articleIds);
  await tx.evidence.deleteMany({ where: { articleId: { in: [...articleIds] } } });
  await tx.identityDecision.deleteMany({ where: { articleId: { in: [...articleIds] } } });
  for (const kind of kinds) {
    if (kind === 'organisation') await deleteEmptySeries(tx);
    await deleteUnproven(tx, kind, touched[kind] ?? []);
  }
  return touched as RetractedFacts;
}

async function listEvidenced(
  tx: Transaction,
  kind: FactKind,
  articleIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT DISTINCT ${kind}_id AS id FROM evidence WHERE article_id = ANY ($1::text[]) AND ${kind}_id IS NOT NULL`,
    articleIds,
  );
  return rows.map(({ id }) => id);
}

async function deleteEmptySeries(tx: Transaction): Promise<void> {
  await tx.meetingSeries.deleteMany({ where: { sessions: { none: {} } } });
}

async function deleteUnproven(tx: Transaction, kind: FactKind, ids: readonly string[]): Promise<void> {
  const merged = MERGING.has(kind) ? [`${kind}.merged_into_id`] : [];
  const needed = ['evidence', ...[...REFERENCES[kind], ...merged]].map((reference) => {
    const [table, column = `${kind}_id`] = reference.split('.');
    return `NOT EXISTS (SELECT FROM "${table}" AS other WHERE other.${column} = fact.id)`;
  });
  const statement = `DELETE FROM "${kind}" AS fact WHERE fact.id = ANY ($1::text[]) AND ${needed.join(' AND ')}`;
  // A body is kept by those below it: they go first, one level a round.
  while ((await tx.$executeRawUnsafe(statement, ids)) > 0 && kind === 'organisation');
}
