import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { EntityKind } from '../../resolution/entity-kind.ts';
import type { IdentityKey } from '../../resolution/keys/identity-key.ts';
import type { KindedLink } from './curation.ts';

/** A key that the graph holds. */
export interface StoredKey extends IdentityKey {
  readonly home: string;
  /** How many mentions of the home have it. */
  readonly weight: number;
}

/** All of the graph's identities that can bear on mentions of one kind: whatever shares a family with them, and so on. */
export interface Closure {
  readonly families: ReadonlySet<string>;
  readonly keys: readonly StoredKey[];
  /** For each home the entity that it is now. */
  readonly roots: ReadonlyMap<string, string>;
}

interface HomeKey extends StoredKey {
  readonly root: string;
}

async function loadKeys(
  kysely: Kysely<DB>,
  kind: EntityKind,
  { families, homes }: { families: readonly string[]; homes: readonly string[] },
): Promise<HomeKey[]> {
  const query = sql<HomeKey>`SELECT k.family, k.value, k.home, k.weight, h.root
    FROM identity_key AS k JOIN identity_home AS h ON h.id = k.home
    WHERE k.kind = ${kind} AND k.family = ANY (${families}::text[])
    UNION SELECT k.family, k.value, k.home, k.weight, h.root
    FROM identity_home AS seed JOIN identity_home AS h ON h.root = seed.root JOIN identity_key AS k ON k.home = h.id
    WHERE seed.id = ANY (${homes}::text[])`;
  return (await query.execute(kysely)).rows;
}

/** The families that people's decisions tie to the given ones. */
function followLinks(families: ReadonlySet<string>, links: readonly KindedLink[]): string[] {
  return links.flatMap(({ keys }) =>
    keys.some(({ family }) => families.has(family)) ? keys.map(({ family }) => family) : [],
  );
}

/** Loads the identities that can bear on keys of the given families, found by key and never by reading them all. */
export async function loadClosure(
  kysely: Kysely<DB>,
  kind: EntityKind,
  { families, links }: { families: Iterable<string>; links: readonly KindedLink[] },
): Promise<Closure> {
  const own = links.filter((link) => link.kind === kind);
  const seen = new Set<string>();
  const keys = new Map<string, HomeKey>();
  let open = new Set(families);
  while (open.size > 0) {
    for (const family of open) seen.add(family);
    for (const family of followLinks(open, own)) {
      if (!seen.has(family)) open.add(family);
      seen.add(family);
    }
    const homes = [...new Set([...keys.values()].map(({ home }) => home))];
    const rows = await loadKeys(kysely, kind, { families: [...open], homes });
    const related = await loadKeys(kysely, kind, { families: [], homes: rows.map(({ home }) => home) });
    open = new Set();
    for (const row of [...rows, ...related]) {
      keys.set([row.family, row.value, row.home].join('\t'), row);
      if (!seen.has(row.family)) open.add(row.family);
    }
  }
  const all = [...keys.values()];
  return { families: seen, keys: all, roots: new Map(all.map(({ home, root }) => [home, root])) };
}
