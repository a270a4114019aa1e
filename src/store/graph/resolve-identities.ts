import type { Kysely } from 'kysely';
import { groupBy } from '../../base/group-by.ts';
import type { DB } from '../../generated/kysely/database.ts';
import { formatKey, isOpen } from '../../kinds/keys/identity-key.ts';
import { ENTITY_KINDS, type EntityKind } from '../../kinds/kinds.ts';
import { type Assignment, assignEntities } from '../../resolution/assign-entities.ts';
import { clusterMentions, isTornApart } from '../../resolution/cluster-mentions.ts';
import type { Mention } from '../../resolution/list-mentions.ts';
import type { MentionGroup } from '../../resolution/mention-group.ts';
import { newId } from '../sql/new-id.ts';
import type { KindedCannotLink, KindedLink } from './curation.ts';
import { FormerMentions, signatureOf } from './former-mentions.ts';
import type {
  ArticleMention,
  IdentityChange,
  MentionChange,
  MovedHome,
  StoredMention,
} from './identity-change.ts';
import { type Closure, loadClosure } from './identity-closure.ts';
import { loadMentions } from './load-mentions.ts';
import { saveIdentities } from './save-identities.ts';

/** What was there: mentions, or whole homes where nothing can come apart. */
interface Prior extends MentionGroup {
  readonly home: string;
  readonly mention: StoredMention | null;
}

/** What comes and goes of one kind, and what of the graph bears on it. */
interface KindChange {
  readonly kind: EntityKind;
  readonly added: readonly ArticleMention[];
  readonly removed: readonly StoredMention[];
  readonly former: FormerMentions;
  readonly links: readonly KindedLink[];
  readonly cannotLinks: readonly KindedCannotLink[];
  readonly closure: Closure;
  readonly prior: readonly Prior[];
  /** Whether mentions only come, or replace others with the same keys, and nothing is to be kept apart. */
  readonly isGrowing: boolean;
}

/** All homes of a closure as mention groups: what shares a root is held together by mentions that need not be read. */
function listHomes({ keys, roots }: Closure): Prior[] {
  return [...groupBy(keys, ({ home }) => home)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([home, own]) => ({
      home,
      mention: null,
      keys: own,
      mustLink: own.every(isOpen) ? null : (roots.get(home) ?? home),
    }));
}

const weigh = ({ keys }: Mention) => keys.map((key) => ({ ...key, weight: 1 }));

/** A mention that no home holds yet. */
const toMentionGroup = (mention: Mention): MentionGroup => ({ keys: weigh(mention), mustLink: null });

/** All mentions of the homes of a closure as mention groups. */
async function listMentions(kysely: Kysely<DB>, { roots }: Closure): Promise<Prior[]> {
  const mentions = await loadMentions(kysely, 'home', [...roots.keys()]);
  return mentions.map((mention) => ({ home: mention.home, mention, keys: weigh(mention), mustLink: null }));
}

async function loadKind(
  kysely: Kysely<DB>,
  kind: EntityKind,
  change: MentionChange,
): Promise<KindChange | null> {
  const added = change.added.filter((mention) => mention.kind === kind);
  const removed = change.removed.filter((mention) => mention.kind === kind);
  const reopened = change.reopened.flatMap((open) => (open.kind === kind ? open.family : []));
  if (added.length + removed.length + reopened.length === 0) return null;
  const families = [...added, ...removed].flatMap(({ keys }) => keys.map(({ family }) => family));
  const links = change.curation.links.filter((link) => link.kind === kind);
  const closure = await loadClosure(kysely, kind, { families: [...families, ...reopened], links });
  const former = new FormerMentions(removed);
  const cannotLinks = change.curation.cannotLinks.filter((declared) => declared.kind === kind);
  const homes = listHomes(closure);
  const isGrowing =
    reopened.length === 0 &&
    former.areReplacedBy(added) &&
    !isTornApart([...homes, ...added.map(toMentionGroup)], {
      links: links.map(({ keys }) => keys),
      cannotLinks,
    });
  const prior = isGrowing ? homes : await listMentions(kysely, closure);
  return { kind, added, removed, former, links, cannotLinks, closure, prior, isGrowing };
}

/** Puts what was there and what comes together, and finds which entity each is. */
function assign({ kind, added, former, links, cannotLinks, prior, isGrowing }: KindChange): Assignment {
  const mentionGroups = [...prior, ...added.map(toMentionGroup)];
  const clusters = clusterMentions(mentionGroups, { links: links.map(({ keys }) => keys), cannotLinks });
  const before = [
    ...prior.map(({ home }) => home),
    ...added.map((mention) => (isGrowing ? null : former.homeOf(mention))),
  ];
  return assignEntities(clusters, before, {
    createId: () => newId(kind),
    wanted: links.map(({ into }) => into).reverse(),
    heirlooms: [...prior.map(() => []), ...added.map((mention) => former.heirloomsOf(mention))],
  });
}

/** New mentions with their homes. What replaces a mention is kept where that was: the keys of its home stay as they are. */
function place({ added, former, prior, isGrowing }: KindChange, { homes }: Assignment): StoredMention[] {
  const kept = isGrowing ? former.homesBySignature() : new Map<string, string>();
  return added.map((mention, index) => ({
    ...mention,
    home: kept.get(signatureOf(mention)) ?? homes[prior.length + index] ?? '',
  }));
}

/** The homes that are other entities than before, with what new mentions say for it. */
function listMoved(
  { kind, closure }: KindChange,
  { roots }: Assignment,
  placed: readonly StoredMention[],
): MovedHome[] {
  const explain = (home: string, to: string) => {
    const own = new Set(closure.keys.filter((key) => key.home === home).map(formatKey));
    const bridges = placed.filter((mention) => roots.get(mention.home) === to);
    return bridges.flatMap(({ name, keys }) =>
      keys.some((key) => own.has(formatKey(key))) ? `${name}: ${keys.map(formatKey).join(', ')}` : [],
    );
  };
  return [...roots].flatMap(([home, to]) => {
    const from = closure.roots.get(home) ?? null;
    const isUnited = from !== null && to !== home;
    return from === to ? [] : { kind, home, from, to, reasons: isUnited ? explain(home, to) : [] };
  });
}

async function resolveKind(kysely: Kysely<DB>, change: KindChange): Promise<IdentityChange> {
  const { kind, removed, closure, prior, isGrowing } = change;
  const assignment = assign(change);
  const placed = place(change, assignment);
  const kept = prior.flatMap(({ mention }, index) =>
    mention === null ? [] : { ...mention, home: assignment.homes[index] ?? mention.home },
  );
  const rehomed = prior.flatMap(({ mention, home }, index) => {
    const now = assignment.homes[index] ?? home;
    return mention !== null && now !== home ? { ...mention, home: now } : [];
  });
  const moved = listMoved(change, assignment, placed);
  const homes = [...closure.roots.keys()];
  await saveIdentities(kysely, {
    kind,
    placed,
    rehomed,
    moved,
    keys: isGrowing ? { lost: removed } : { anew: [...kept, ...placed], homes },
  });
  const orphans = homes.filter((home) => !assignment.roots.has(home)).map((home) => ({ kind, home }));
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
    const own = await loadKind(kysely, kind, change);
    if (own !== null) changes.push(await resolveKind(kysely, own));
  }
  return {
    moved: changes.flatMap(({ moved }) => moved),
    rehomed: changes.flatMap(({ rehomed }) => rehomed),
    orphans: changes.flatMap(({ orphans }) => orphans),
  };
}
