import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { assignEntities } from '../../resolution/assign-entities.ts';
import { clusterElements, type Element } from '../../resolution/cluster-elements.ts';
import { ENTITY_KINDS, type EntityKind } from '../../resolution/entity-kind.ts';
import { groupBy } from '../../resolution/group-by.ts';
import { formatKey, isOpen, parseKey } from '../../resolution/keys/identity-key.ts';
import type { Mention } from '../../resolution/list-mentions.ts';
import { newId } from '../new-id.ts';
import type { Curation } from './curation.ts';
import { type Closure, loadClosure } from './identity-closure.ts';
import { saveIdentities } from './save-identities.ts';

/** A mention of a stored article. */
export interface ArticleMention extends Mention {
  readonly articleId: string;
}

/** A mention that the graph holds. */
export interface StoredMention extends ArticleMention {
  /** Where it is kept: see IdentityHome. */
  readonly home: string;
}

/** Which mentions come and go. */
export interface MentionChange {
  readonly added: readonly ArticleMention[];
  /** Mentions that the graph holds no more; their rows are gone already. */
  readonly removed: readonly StoredMention[];
  /** Families whose identities are to be made anew because a decision about them changed. */
  readonly reopened: readonly { readonly kind: EntityKind; readonly family: string }[];
  readonly curation: Curation;
}

/** A home that is another entity now. */
export interface MovedHome {
  readonly kind: EntityKind;
  readonly home: string;
  /** Null where it is new. */
  readonly from: string | null;
  readonly to: string;
  /** Why it became that one: what new mentions have in common with it. */
  readonly reasons: readonly string[];
}

/** What became of identities. */
export interface IdentityChange {
  readonly moved: readonly MovedHome[];
  /** Stored mentions that are kept elsewhere now: their articles' facts must be made anew. */
  readonly rehomed: readonly StoredMention[];
  /** Homes that no mention is left in. */
  readonly orphans: readonly { readonly kind: EntityKind; readonly home: string }[];
}

/** What was there: mentions, or whole homes where nothing can come apart. */
interface Prior extends Element {
  readonly home: string;
  readonly mention: StoredMention | null;
}

/** All homes of a closure as elements: what shares a root is held together by mentions that need not be read. */
function listHomes({ keys, roots }: Closure): Prior[] {
  return [...groupBy(keys, ({ home }) => home)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([home, own]) => ({
      home,
      mention: null,
      keys: own,
      bond: own.every(isOpen) ? null : (roots.get(home) ?? home),
    }));
}

interface MentionRow extends Omit<StoredMention, 'keys'> {
  readonly keys: readonly string[];
}

const toMention = (row: MentionRow): StoredMention => ({ ...row, keys: row.keys.map(parseKey) });

/** The mentions of articles, or those kept in homes, oldest first. */
export async function loadMentions(
  kysely: Kysely<DB>,
  column: 'article_id' | 'home',
  ids: readonly string[],
): Promise<StoredMention[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<MentionRow>`SELECT article_id AS "articleId", ordinal, kind, name, home, keys FROM mention
    WHERE ${sql.ref(column)} = ANY (${ids}::text[]) ORDER BY article_id, ordinal`.execute(kysely);
  return rows.map(toMention);
}

const weigh = ({ keys }: Mention) => keys.map((key) => ({ ...key, weight: 1 }));

const signatureOf = ({ kind, keys }: Mention) => [kind, ...keys.map(formatKey)].join('\n');

/** Whether for each mention that goes one comes with the same keys: then nothing can come apart. */
function isReplaced(removed: readonly Mention[], added: readonly Mention[]): boolean {
  const counts = new Map<string, number>();
  for (const mention of added) counts.set(signatureOf(mention), (counts.get(signatureOf(mention)) ?? 0) + 1);
  return removed.every((mention) => {
    const left = (counts.get(signatureOf(mention)) ?? 0) - 1;
    counts.set(signatureOf(mention), left);
    return left >= 0;
  });
}

/** Where a mention was kept when its article was read before: under the same name, at the same place if it can be; else null. */
function findFormerHome(mention: ArticleMention, removed: readonly StoredMention[]): string | null {
  const same = removed.filter(
    ({ articleId, name }) => articleId === mention.articleId && name === mention.name,
  );
  return (same.find(({ ordinal }) => ordinal === mention.ordinal) ?? same[0])?.home ?? null;
}

/** The homes of mentions of the same name that go: those of the earlier version of a page. */
function listHeirlooms({ name }: ArticleMention, removed: readonly StoredMention[]): string[] {
  return removed.flatMap((mention) => (mention.name === name ? mention.home : []));
}

interface KindChange {
  readonly added: readonly ArticleMention[];
  readonly removed: readonly StoredMention[];
  readonly reopened: readonly string[];
}

async function resolveKind(
  kysely: Kysely<DB>,
  kind: EntityKind,
  { added, removed, reopened, curation }: KindChange & { curation: Curation },
): Promise<IdentityChange> {
  const families = [...added, ...removed].flatMap(({ keys }) => keys.map(({ family }) => family));
  const closure = await loadClosure(kysely, kind, {
    families: [...families, ...reopened],
    links: curation.links,
  });
  const isGrowing = reopened.length === 0 && isReplaced(removed, added);
  const prior: Prior[] = isGrowing
    ? listHomes(closure)
    : (await loadMentions(kysely, 'home', [...closure.roots.keys()])).map((mention) => ({
        home: mention.home,
        mention,
        keys: weigh(mention),
        bond: null,
      }));
  const elements = [...prior, ...added.map((mention) => ({ keys: weigh(mention), bond: null }))];
  const links = curation.links.filter((link) => link.kind === kind);
  const before = [
    ...prior.map(({ home }) => home),
    ...added.map((mention) => (isGrowing ? null : findFormerHome(mention, removed))),
  ];
  // What replaces a mention is kept where that was: the keys of its home stay as they are.
  const places = new Map(isGrowing ? removed.map((mention) => [signatureOf(mention), mention.home]) : []);
  const clusters = clusterElements(
    elements,
    links.map(({ keys }) => keys),
  );
  const { homes, roots } = assignEntities(clusters, before, {
    createId: () => newId(kind),
    wanted: links.map(({ into }) => into).reverse(),
    heirlooms: [...prior.map(() => []), ...added.map((mention) => listHeirlooms(mention, removed))],
  });
  const rehomed = prior.flatMap(({ mention, home }, index) =>
    mention !== null && homes[index] !== home ? { ...mention, home: homes[index] ?? home } : [],
  );
  const placed = added.map((mention, index) => ({
    ...mention,
    home: places.get(signatureOf(mention)) ?? homes[prior.length + index] ?? '',
  }));
  const kept = prior.flatMap(({ mention }, index) =>
    mention === null ? [] : { ...mention, home: homes[index] ?? mention.home },
  );
  const explain = (home: string, to: string) => {
    const own = new Set(closure.keys.filter((key) => key.home === home).map(formatKey));
    const bridges = placed.filter((mention) => roots.get(mention.home) === to);
    return bridges.flatMap(({ name, keys }) =>
      keys.some((key) => own.has(formatKey(key))) ? `${name}: ${keys.map(formatKey).join(', ')}` : [],
    );
  };
  const orphans = [...closure.roots.keys()]
    .filter((home) => !roots.has(home))
    .map((home) => ({ kind, home }));
  const moved = [...roots].flatMap(([home, to]) => {
    const from = closure.roots.get(home) ?? null;
    const isUnited = from !== null && to !== home;
    return from === to ? [] : { kind, home, from, to, reasons: isUnited ? explain(home, to) : [] };
  });
  await saveIdentities(kysely, {
    kind,
    placed,
    rehomed,
    moved,
    keys: isGrowing ? { lost: removed } : { anew: [...kept, ...placed], homes: [...closure.roots.keys()] },
  });
  return { moved, rehomed, orphans };
}

/**
 * Finds which entities mentions are, when some come and some go, and writes it down.
 *
 * The outcome is a function of the set of mentions and of people's decisions alone. Where mentions only come, or are replaced by
 * others with the same keys, homes are taken as they are; else the mentions of all homes that may be touched are put together anew.
 */
export async function resolveIdentities(kysely: Kysely<DB>, change: MentionChange): Promise<IdentityChange> {
  const changes: IdentityChange[] = [];
  for (const kind of ENTITY_KINDS) {
    const added = change.added.filter((mention) => mention.kind === kind);
    const removed = change.removed.filter((mention) => mention.kind === kind);
    const reopened = change.reopened.flatMap((open) => (open.kind === kind ? open.family : []));
    if (added.length + removed.length + reopened.length === 0) continue;
    changes.push(await resolveKind(kysely, kind, { added, removed, reopened, curation: change.curation }));
  }
  return {
    moved: changes.flatMap(({ moved }) => moved),
    rehomed: changes.flatMap(({ rehomed }) => rehomed),
    orphans: changes.flatMap(({ orphans }) => orphans),
  };
}
