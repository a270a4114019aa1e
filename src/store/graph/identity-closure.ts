import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { IdentityKey } from '../../kinds/keys/identity-key.ts';
import type { EntityKind } from '../../kinds/kinds.ts';
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

const COLUMNS = sql`k.family, k.value, k.home, k.weight, h.root`;

async function loadFamilies(
  kysely: Kysely<DB>,
  kind: EntityKind,
  families: readonly string[],
): Promise<HomeKey[]> {
  const query = sql<HomeKey>`SELECT ${COLUMNS} FROM identity_key AS k JOIN identity_home AS h ON h.id = k.home
    WHERE k.kind = ${kind} AND k.family = ANY (${families}::text[])`;
  return (await query.execute(kysely)).rows;
}

async function loadRoots(kysely: Kysely<DB>, roots: readonly string[]): Promise<HomeKey[]> {
  if (roots.length === 0) return [];
  const query = sql<HomeKey>`SELECT ${COLUMNS} FROM identity_home AS h JOIN identity_key AS k ON k.home = h.id
    WHERE h.root = ANY (${roots}::text[])`;
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
  const roots = new Set<string>();
  let open = new Set(families);
  while (open.size > 0) {
    for (const family of open) seen.add(family);
    for (const family of followLinks(open, own)) {
      if (!seen.has(family)) open.add(family);
      seen.add(family);
    }
    const rows = await loadFamilies(kysely, kind, [...open]);
    const fresh = new Set(rows.flatMap(({ root }) => (roots.has(root) ? [] : root)));
    for (const root of fresh) roots.add(root);
    const related = await loadRoots(kysely, [...fresh]);
    open = new Set();
    for (const row of [...rows, ...related]) {
      keys.set([row.family, row.value, row.home].join('\t'), row);
      if (!seen.has(row.family)) open.add(row.family);
    }
  }
  const all = [...keys.values()];
  return { families: seen, keys: all, roots: new Map(all.map(({ home, root }) => [home, root])) };
}
