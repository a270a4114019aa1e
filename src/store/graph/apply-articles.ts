import { type Kysely, sql } from 'kysely';
import type { Claim } from '../../extraction/model/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { EntityKind } from '../../kinds/kinds.ts';
import { listMentions } from '../../resolution/list-mentions.ts';
import { type Curation, formatMention, loadCuration } from './curation.ts';
import type { FactRef } from './evidence-rows.ts';
import { markMerged, redirectOrphans } from './follow-identities.ts';
import type { ArticleMention, IdentityChange } from './identity-change.ts';
import { inferDates } from './infer-dates.ts';
import { listRedated } from './list-redated.ts';
import { loadMentions } from './load-mentions.ts';
import { resolveCuration } from './resolve-curation.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { restoreMerged } from './restore-merged.ts';
import { saveUnions } from './save-unions.ts';
import { type FactChange, type FactOutcome, NOTHING_KNOWN, writeFacts } from './write-facts.ts';

/** An article as identities are told by it. */
export interface ArticleSource {
  readonly id: string;
  /** The page's URL; its name where it has none. */
  readonly page: string;
  /** Place on the page, from 0. */
  readonly ordinal: number;
  readonly claims: readonly Claim[];
  readonly publishedOn: string | null;
  readonly text: string;
  /** The same for the same text. */
  readonly fingerprint: string;
}

/** A change of what the graph rests on. */
export interface GraphChange {
  /** Articles on which it is to rest; their rows are there already. */
  readonly added?: readonly ArticleSource[];
  /** Articles on which it is to rest no more. One that is both is read anew. */
  readonly removed?: readonly string[];
  /** Families of keys about which a decision changed. */
  readonly reopened?: readonly { readonly kind: EntityKind; readonly family: string }[];
  /** Entities whose rows are to be put together anew because a decision about them changed. */
  readonly reset?: readonly FactRef[];
  /** Entities whose facts are to be made anew, for the same reason. */
  readonly reread?: readonly string[];
  /** Whether a person decided it: that is noted already, and rules decide nothing. */
  readonly isDecided?: boolean;
}

/** The mentions of an article; those that a person took out of an entity have keys of their own. */
function mentionsOf(article: ArticleSource, { splits }: Curation): ArticleMention[] {
  return listMentions(article).map((mention) => {
    const { kind, name, keys } = mention;
    const split = splits.get(formatMention({ page: article.page, article: article.ordinal, kind, name }));
    const own =
      split === undefined ? keys : keys.map((key) => ({ ...key, family: `${key.family}|${split}` }));
    return { ...mention, keys: own, articleId: article.id };
  });
}

/** Articles that name entities which are others now. */
async function listAffected(kysely: Kysely<DB>, { moved, rehomed }: IdentityChange): Promise<string[]> {
  const homes = moved.flatMap(({ home, from }) => (from === null ? [] : home));
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT article_id AS id FROM mention
    WHERE home = ANY (${homes}::text[])`.execute(kysely);
  return [...rows.map(({ id }) => id), ...rehomed.map(({ articleId }) => articleId)];
}

/** What a change did to identities and facts. */
export interface GraphOutcome extends FactOutcome {
  readonly identities: IdentityChange;
  /** Ids of meetings whose day was inferred differently than before. */
  readonly redated: readonly string[];
}

/** Writes facts; then those anew that rest on the day of a meeting which other pages state. */
async function writeAll(kysely: Kysely<DB>, change: FactChange): Promise<FactOutcome> {
  const first = await writeFacts(kysely, change);
  const { articleIds: ids, formerDays } = listRedated(first);
  if (ids.length === 0) return first;
  const articles = { ...NOTHING_KNOWN, ids, formerDays, known: new Set(ids) };
  const nothing = { fresh: new Set<string>(), removedIds: [], reset: [] };
  const again = await writeFacts(kysely, { ...nothing, articles, rules: change.rules });
  return {
    saved: [...first.saved, ...again.saved],
    deleted: [...first.deleted, ...again.deleted],
    leftOut: new Map([...first.leftOut, ...again.leftOut]),
  };
}

/**
 * Lets the graph rest on other articles, or on other decisions, than before: finds which entities are named, and makes
 * all facts anew that this touches.
 *
 * The graph that comes out depends on the articles and decisions alone, not on the way there.
 */
export async function applyArticles(kysely: Kysely<DB>, change: GraphChange): Promise<GraphOutcome> {
  const { added = [], removed = [], reopened = [], reset = [], reread = [], isDecided = false } = change;
  const curation = await loadCuration(kysely);
  const gone = await loadMentions(kysely, 'article_id', removed);
  await sql`DELETE FROM mention WHERE article_id = ANY (${removed}::text[])`.execute(kysely);
  const mentions = added.flatMap((article) => mentionsOf(article, curation));
  const identities = await resolveIdentities(kysely, { added: mentions, removed: gone, reopened, curation });
  await redirectOrphans(kysely, identities, gone);
  const revived = identities.moved.flatMap(({ kind, home, from, to }) =>
    from !== null && to === home ? { kind, id: home } : [],
  );
  const affected = await listAffected(kysely, identities);
  const articleIds = new Set([
    ...added.map(({ id }) => id),
    ...affected,
    ...(await listNaming(kysely, reread)),
  ]);
  const loaded = new Map(added.map((article) => [article.id, article]));
  const isGrowing = reopened.length + reset.length + reread.length === 0;
  const others = new Set([
    ...removed,
    ...loaded.keys(),
    ...identities.rehomed.map(({ articleId }) => articleId),
  ]);
  const outcome = await writeAll(kysely, {
    articles: {
      ...NOTHING_KNOWN,
      ids: [...articleIds].filter((id) => !removed.includes(id) || loaded.has(id)),
      loaded,
      formerRoots: new Map(
        identities.moved.flatMap(({ home, from }) => (from === null ? [] : [[home, from]])),
      ),
      known: new Set(isGrowing ? affected.filter((id) => !others.has(id)) : []),
    },
    fresh: new Set([...loaded.keys()].filter((id) => !removed.includes(id))),
    removedIds: removed.filter((id) => !articleIds.has(id)),
    reset: [...reset, ...revived],
    rules: await resolveCuration(kysely, curation),
  });
  await markMerged(kysely, identities);
  if (reread.length > 0) await restoreMerged(kysely, reread);
  await saveUnions(kysely, identities, { isDecided });
  const redated = await inferDates(kysely, outcome);
  return { ...outcome, identities, redated };
}

/** Articles that name entities. */
export async function listNaming(kysely: Kysely<DB>, entities: readonly string[]): Promise<string[]> {
  if (entities.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT m.article_id AS id FROM mention AS m
    JOIN identity_home AS h ON h.id = m.home WHERE h.root = ANY (${entities}::text[])`.execute(kysely);
  return rows.map(({ id }) => id);
}
