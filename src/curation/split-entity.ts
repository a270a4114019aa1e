import { findDecision, findLastMerge } from '../store/curation/decision.ts';
import { findEntity, listEntityMentions } from '../store/curation/entity.ts';
import type { Database } from '../store/sql/database.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';
import { type Decided, decide, getEntity, type Judge, judged, refuse } from './decide.ts';
import { revertDecision } from './revert-decision.ts';

/** What came of a split. */
export interface Split extends Decided {
  /** The entity that was split off; null where it is gone. */
  readonly newEntityId: string | null;
}

async function undoMerge(database: Database, id: string, judge: Judge): Promise<Split> {
  const decisionId = await findLastMerge(database.kysely, id);
  if (decisionId === null) throw refuse('NOTHING_TO_SPLIT', `No merge of ${id} is to be taken back.`, 'id');
  const decision = await findDecision(database.kysely, decisionId);
  const { entityId } = await revertDecision(database, { id: decisionId, ...judge });
  return { decisionId, entityId, newEntityId: decision?.otherId ?? null };
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
): Promise<Split> {
  if (articles.length === 0) return undoMerge(database, id, judge);
  return judged(database, judge, async (tx) => {
    const kysely = kyselyOf(tx);
    const { id: entityId, kind } = await getEntity(tx, id, 'id');
    const mentions = await listEntityMentions(kysely, entityId);
    const taken = mentions.filter(({ articleId }) => articles.includes(articleId));
    const [first] = taken;
    if (!first || taken.length === mentions.length)
      throw refuse('NOTHING_TO_SPLIT', 'Some, but not all, of its articles must be named.', 'articles');
    const refs = taken.map(({ page, article, name }) => ({ page, article, kind, name }));
    const detail = { action: 'SPLIT' as const, mentions: refs };
    const decisionId = await decide(tx, { ...judge, kind, entityId, otherId: null, detail });
    const { articleId, name } = first;
    const moved = await tx.mention.findFirst({ where: { articleId, kind, name } });
    const made = moved && (await findEntity(kysely, moved.home));
    return { decisionId, entityId, newEntityId: made?.id ?? null };
  });
}
