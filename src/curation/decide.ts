import { XiezuoError } from '../base/errors.ts';
import { parseKey } from '../kinds/keys/identity-key.ts';
import { isEntityKind } from '../kinds/kinds.ts';
import { indexEntities } from '../search/index/index-entities.ts';
import { indexPosts } from '../search/index/index-terms.ts';
import { type NewDecision, type StoredDecision, saveDecision } from '../store/curation/decision.ts';
import { type CuratedEntity, findEntity } from '../store/curation/entity.ts';
import { listStating } from '../store/curation/list-stating.ts';
import { loadSources } from '../store/curation/load-sources.ts';
import { applyArticles, type GraphChange, listNaming } from '../store/graph/apply-articles.ts';
import type { DecisionDetail } from '../store/graph/curation.ts';
import { listObserved, listTouched } from '../store/graph/list-touched.ts';
import type { Database, Transaction } from '../store/sql/database.ts';
import { lockGraph } from '../store/sql/lock-graph.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';

/** Why and by whom something is decided. */
export interface Judge {
  /** In words, for those who read the decision later. */
  readonly reason: string;
  /** A name. */
  readonly by: string;
}

/** What came of a decision. */
export interface Decided {
  readonly decisionId: string;
  /** The entity that was decided about, by the id that it has now. */
  readonly entityId: string;
}

/** Milliseconds that a decision may wait for others' writes, and that it may take: large entities are made anew. */
const [MAX_WAIT_MS, TIMEOUT_MS] = [60_000, 600_000];

/** A decision that cannot be taken: `path` is the argument that is at fault. */
export function refuse(code: string, message: string, path: string): XiezuoError {
  return new XiezuoError(code, message, { context: { path } });
}

/**
 * Lets a person change the graph, alone and in one transaction.
 *
 * @throws {XiezuoError} REASON_MISSING, JUDGE_MISSING
 */
export async function judged<T>(
  database: Database,
  { reason, by }: Judge,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (reason.trim() === '') throw refuse('REASON_MISSING', 'Say in a few words why.', 'reason');
  if (by.trim() === '') throw refuse('JUDGE_MISSING', 'Say who decides.', 'by');
  return database.prisma.$transaction(
    async (tx) => {
      await lockGraph(kyselyOf(tx), database);
      return run(tx);
    },
    { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
  );
}

/** The entity that an argument names, if nobody rejected it. @throws {XiezuoError} ENTITY_NOT_FOUND */
export async function getEntity(tx: Transaction, id: string, path: string): Promise<CuratedEntity> {
  const entity = await findEntity(kyselyOf(tx), id);
  if (!entity || entity.isRejected)
    throw refuse('ENTITY_NOT_FOUND', `There is no person, organisation, meeting or agreement ${id}.`, path);
  return entity;
}

/**
 * The entity that an argument names, and that can be compared with another one.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, KIND_MISMATCH, SAME_ENTITY
 */
export async function getOther(
  tx: Transaction,
  first: CuratedEntity,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<CuratedEntity> {
  const other = await getEntity(tx, id, path);
  if (other.kind !== first.kind)
    throw refuse('KIND_MISMATCH', `A ${other.kind} cannot be a ${first.kind}.`, path);
  if (other.id === first.id)
    throw refuse('SAME_ENTITY', `${id} and ${first.id} are one entity already.`, path);
  return other;
}

/** What of the graph a decision, or taking it back, touches. */
export async function changeFor(
  tx: Transaction,
  { kind, entityId }: Pick<StoredDecision, 'kind' | 'entityId'>,
  detail: DecisionDetail,
): Promise<GraphChange> {
  if (!isEntityKind(kind)) return rereadArticles(tx, await listStating(kyselyOf(tx), { kind, id: entityId }));
  const reopen = (keys: readonly string[]) => ({
    reopened: keys.map((key) => ({ kind, family: parseKey(key).family })),
  });
  if (detail.action === 'DISTINCT') return reopen([...detail.left, ...detail.right]);
  if (detail.action === 'MERGE') return reopen(detail.keys);
  if (detail.action === 'SPLIT') return rereadPages(tx, kind, detail.mentions);
  const root = (await findEntity(kyselyOf(tx), entityId))?.id ?? entityId;
  const reset = [{ kind, id: root }];
  return detail.action === 'REJECT' ? { reset, reread: [root] } : { reset };
}

async function rereadPages(
  tx: Transaction,
  kind: string,
  mentions: Extract<DecisionDetail, { action: 'SPLIT' }>['mentions'],
): Promise<GraphChange> {
  const pages = mentions.map(({ page }) => page);
  const rows = await tx.mention.findMany({
    where: {
      kind,
      name: { in: mentions.map(({ name }) => name) },
      article: { document: { OR: [{ url: { in: pages } }, { name: { in: pages } }] } },
    },
    select: { articleId: true },
  });
  return rereadArticles(tx, [...new Set(rows.map(({ articleId }) => articleId))]);
}

async function rereadArticles(tx: Transaction, ids: readonly string[]): Promise<GraphChange> {
  return { added: await loadSources(kyselyOf(tx), ids), removed: ids };
}

/** Makes the graph what decisions, as they are now, want it to be. */
export async function applyDecision(tx: Transaction, change: GraphChange): Promise<void> {
  const kysely = kyselyOf(tx);
  const outcome = await applyArticles(kysely, { ...change, isDecided: true });
  // Articles are searched under the places of their meetings, which are others after a split, and come and go with a rejection.
  const naming = [
    ...(change.added ?? []).map(({ id }) => id),
    ...(await listNaming(kysely, change.reread ?? [])),
  ];
  await indexEntities(kysely, [
    ...naming.map((id) => ({ type: 'ARTICLE' as const, id })),
    ...(await listTouched(kysely, outcome)),
  ]);
  await indexPosts(kysely, listObserved(outcome));
}

/** Keeps a decision and carries it out. Gives its id. */
export async function decide(tx: Transaction, decision: NewDecision): Promise<string> {
  const id = await saveDecision(kyselyOf(tx), decision);
  await applyDecision(tx, await changeFor(tx, decision, decision.detail));
  return id;
}
