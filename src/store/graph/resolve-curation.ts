import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { contentId, type Fact, type FactKind, isEntityKind } from '../../kinds/kinds.ts';
import type { Curation, GivenName } from './curation.ts';

/** People's decisions about facts, for the entities as they are now. */
export interface CurationRules {
  /** Ids of facts that are wrong. */
  readonly rejected: ReadonlySet<string>;
  /** A fact under the name that a person gave it, if any did. */
  readonly rename: <F extends Fact>(fact: F) => F;
}

function renameTo<F extends Fact>(fact: F, name: string): F {
  if (!('otherNames' in fact)) return { ...fact, name };
  const all = new Set([fact.name, ...fact.otherNames]);
  return { ...fact, name, otherNames: [...all].filter((other) => other !== name).sort() };
}

/** Carries people's decisions over from the ids that entities had then to those that they have now. */
export async function resolveCuration(kysely: Kysely<DB>, curation: Curation): Promise<CurationRules> {
  const { names, rejected } = curation;
  const ids = [
    ...names.map(({ id }) => id),
    ...rejected.flatMap(({ parts }) => parts.flatMap((part) => part ?? [])),
  ];
  if (ids.length === 0) return { rejected: new Set(), rename: (fact) => fact };
  const { rows } = await sql<{ id: string; root: string }>`SELECT id, root FROM identity_home
    WHERE id = ANY (${ids}::text[])`.execute(kysely);
  const roots = new Map(rows.map(({ id, root }) => [id, root]));
  const rootOf = (id: string | null) => (id === null ? null : (roots.get(id) ?? id));
  // A name that was given to the entity itself goes before one that it kept in a merge, and this before those of what became it.
  const rankOf = ({ id, isGiven }: GivenName) => (rootOf(id) === id ? (isGiven ? 2 : 1) : 0);
  const given = new Map(
    names.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ id, name }) => [rootOf(id), name]),
  );
  return {
    rejected: new Set(
      rejected.flatMap(({ factKind, parts }) =>
        isEntityKind(factKind)
          ? (rootOf(parts[0] ?? null) ?? [])
          : contentId(factKind as FactKind, parts.map(rootOf)),
      ),
    ),
    rename: (fact) => {
      const name = given.get(fact.id);
      return name === undefined ? fact : renameTo(fact, name);
    },
  };
}
