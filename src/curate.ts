import { XiezuoError } from './errors.ts';
import { parseKey } from './resolution/keys/identity-key.ts';
import { indexEntities } from './search/index-entities.ts';
import {
  findDecision,
  findLastMerge,
  markReverted,
  type NewDecision,
  type StoredDecision,
  saveDecision,
} from './store/curation/decision.ts';
import {
  type CuratedEntity,
  findEntity,
  findPrintedName,
  listEntityMentions,
  listKeys,
} from './store/curation/entity.ts';
import { findFact } from './store/curation/fact-identity.ts';
import { loadSources } from './store/curation/load-sources.ts';
import type { Database, Transaction } from './store/database.ts';
import { applyArticles, type GraphChange } from './store/graph/apply-articles.ts';
import type { DecisionDetail } from './store/graph/curation.ts';
import { listTouched } from './store/graph/list-touched.ts';
import { lockGraph } from './store/lock-graph.ts';
import { kyselyOf } from './store/transaction-kysely.ts';

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
function refuse(code: string, message: string, path: string): XiezuoError {
  return new XiezuoError(code, message, { context: { path } });
}

async function inTransaction<T>(database: Database, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.prisma.$transaction(
    async (tx) => {
      await lockGraph(kyselyOf(tx));
      return run(tx);
    },
    { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
  );
}

async function getEntity(tx: Transaction, id: string, path: string): Promise<CuratedEntity> {
  const entity = await findEntity(kyselyOf(tx), id);
  if (!entity)
    throw refuse('ENTITY_NOT_FOUND', `There is no person, organisation, meeting or agreement ${id}.`, path);
  return entity;
}

function checkJudge({ reason, by }: Judge): void {
  if (reason.trim() === '') throw refuse('REASON_MISSING', 'Say in a few words why.', 'reason');
  if (by.trim() === '') throw refuse('JUDGE_MISSING', 'Say who decides.', 'by');
}

/** What of the graph a decision, or taking it back, touches. */
async function changeFor(
  tx: Transaction,
  decision: Pick<StoredDecision, 'kind' | 'entityId'>,
  detail: DecisionDetail,
) {
  const { kind, entityId } = decision;
  const root = (await findEntity(kyselyOf(tx), entityId))?.id ?? entityId;
  if (detail.action === 'MERGE')
    return { reopened: detail.keys.map((key) => ({ kind, family: parseKey(key).family })) };
  if (detail.action === 'RENAME') return { reset: [{ kind, id: root }] };
  if (detail.action === 'REJECT') return { reset: [{ kind, id: root }], reread: [root] };
  const pages = detail.mentions.map(({ page }) => page);
  const articles = await tx.mention.findMany({
    where: {
      kind,
      name: { in: detail.mentions.map(({ name }) => name) },
      article: { document: { OR: [{ url: { in: pages } }, { name: { in: pages } }] } },
    },
    select: { articleId: true },
  });
  const ids = [...new Set(articles.map(({ articleId }) => articleId))];
  return { added: await loadSources(kyselyOf(tx), ids), removed: ids };
}

async function apply(tx: Transaction, change: GraphChange): Promise<void> {
  const outcome = await applyArticles(kyselyOf(tx), { ...change, isDecided: true });
  await indexEntities(kyselyOf(tx), await listTouched(kyselyOf(tx), outcome));
}

async function decide(tx: Transaction, decision: NewDecision): Promise<string> {
  const id = await saveDecision(kyselyOf(tx), decision);
  await apply(tx, await changeFor(tx, decision, decision.detail));
  return id;
}

/**
 * Makes one entity of several. The other ids go on to resolve to it, and pages that come later are held to it too.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, KIND_MISMATCH, SAME_ENTITY, REASON_MISSING, JUDGE_MISSING
 */
export async function mergeEntities(
  database: Database,
  { into, from, ...judge }: Judge & { readonly into: string; readonly from: readonly string[] },
): Promise<Decided> {
  checkJudge(judge);
  return inTransaction(database, async (tx) => {
    const target = await getEntity(tx, into, 'into');
    if (from.length === 0) throw refuse('SAME_ENTITY', 'Name at least one other entity.', 'from');
    let decisionId = '';
    for (const [index, id] of from.entries()) {
      const source = await getEntity(tx, id, `from.${index}`);
      if (source.kind !== target.kind)
        throw refuse('KIND_MISMATCH', `A ${source.kind} cannot be a ${target.kind}.`, `from.${index}`);
      if (source.id === target.id)
        throw refuse('SAME_ENTITY', `${id} and ${into} are one entity already.`, `from.${index}`);
      const kysely = kyselyOf(tx);
      const keys = [...(await listKeys(kysely, target.id)), ...(await listKeys(kysely, source.id))];
      const { kind } = target;
      const name = (await findPrintedName(kysely, target.id)) ?? target.name;
      decisionId = await decide(tx, {
        ...judge,
        kind,
        entityId: target.id,
        otherId: source.id,
        detail: { action: 'MERGE', kind, keys, name },
      });
    }
    return { decisionId, entityId: target.id };
  });
}

/**
 * Takes the mentions of some articles out of an entity: they become an entity of their own. Without articles it takes
 * back the last merge of the entity.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, NOTHING_TO_SPLIT, REASON_MISSING, JUDGE_MISSING
 */
export async function splitEntity(
  database: Database,
  { id, articles, ...judge }: Judge & { readonly id: string; readonly articles: readonly string[] },
): Promise<Decided & { readonly newEntityId: string | null }> {
  checkJudge(judge);
  if (articles.length === 0) return undoMerge(database, id, judge);
  return inTransaction(database, async (tx) => {
    const kysely = kyselyOf(tx);
    const { id: entityId, kind } = await getEntity(tx, id, 'id');
    const mentions = await listEntityMentions(kysely, entityId);
    const taken = mentions.filter(({ articleId }) => articles.includes(articleId));
    if (taken.length === 0 || taken.length === mentions.length)
      throw refuse('NOTHING_TO_SPLIT', `Some, but not all, of its articles must be named.`, 'articles');
    const refs = taken.map(({ page, article, name }) => ({ page, article, kind, name }));
    const decisionId = await decide(tx, {
      ...judge,
      kind,
      entityId,
      otherId: null,
      detail: { action: 'SPLIT', mentions: refs },
    });
    const [first] = taken;
    const moved = await tx.mention.findFirst({
      where: { articleId: first?.articleId ?? '', kind, name: first?.name ?? '' },
    });
    const made = moved && (await findEntity(kysely, moved.home));
    return { decisionId, entityId, newEntityId: made?.id ?? null };
  });
}

async function undoMerge(database: Database, id: string, judge: Judge) {
  const decisionId = await findLastMerge(database.kysely, id);
  if (decisionId === null) throw refuse('NOTHING_TO_SPLIT', `No merge of ${id} is to be taken back.`, 'id');
  const decision = await findDecision(database.kysely, decisionId);
  const { entityId } = await revertDecision(database, { id: decisionId, ...judge });
  return { decisionId, entityId, newEntityId: decision?.otherId ?? null };
}

/**
 * Gives an entity another name; the names that pages give it are kept as other names.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, NAME_MISSING, REASON_MISSING, JUDGE_MISSING
 */
export async function renameEntity(
  database: Database,
  { id, name, ...judge }: Judge & { readonly id: string; readonly name: string },
): Promise<Decided> {
  checkJudge(judge);
  if (name.trim() === '') throw refuse('NAME_MISSING', 'The name is empty.', 'name');
  return inTransaction(database, async (tx) => {
    const { id: entityId, kind } = await getEntity(tx, id, 'id');
    const detail = { action: 'RENAME' as const, name: name.trim() };
    return { entityId, decisionId: await decide(tx, { ...judge, kind, entityId, otherId: null, detail }) };
  });
}

/**
 * Declares a fact to be wrong: a post, a participation, a signature, or an entity with all that rests on it. It stays away
 * when pages that say it come again.
 *
 * @throws {XiezuoError} FACT_NOT_FOUND, REASON_MISSING, JUDGE_MISSING
 */
export async function rejectFact(
  database: Database,
  { id, ...judge }: Judge & { readonly id: string },
): Promise<Decided> {
  checkJudge(judge);
  return inTransaction(database, async (tx) => {
    const found = await findFact(kyselyOf(tx), id);
    if (!found) throw refuse('FACT_NOT_FOUND', `There is no fact ${id}.`, 'id');
    const { id: entityId, kind } = found.owner;
    const detail = { action: 'REJECT' as const, ...found.fact };
    return { entityId, decisionId: await decide(tx, { ...judge, kind, entityId, otherId: null, detail }) };
  });
}

/**
 * Takes a person's decision back: the graph is as if it had never been taken.
 *
 * @throws {XiezuoError} DECISION_NOT_FOUND, NOT_REVERTIBLE, REASON_MISSING, JUDGE_MISSING
 */
export async function revertDecision(
  database: Database,
  { id, ...judge }: Judge & { readonly id: string },
): Promise<Decided> {
  checkJudge(judge);
  return inTransaction(database, async (tx) => {
    const decision = await findDecision(kyselyOf(tx), id);
    if (!decision) throw refuse('DECISION_NOT_FOUND', `There is no decision ${id}.`, 'id');
    if (decision.isReverted || decision.detail === null)
      throw refuse('NOT_REVERTIBLE', 'It was taken back already, or no person took it.', 'id');
    const change = await changeFor(tx, decision, decision.detail);
    await markReverted(kyselyOf(tx), id, judge);
    await apply(tx, change);
    const now = await findEntity(kyselyOf(tx), decision.entityId);
    return { decisionId: id, entityId: now?.id ?? decision.entityId };
  });
}
