import { type Comparison, UNSURE_FROM } from '../kinds/comparators/comparison.ts';
import { describeEntity, ENTITY_KINDS, type EntityKind } from '../kinds/kinds.ts';
import { type KnownEntities, listCandidates } from '../store/curation/list-candidates.ts';
import { listDistinct } from '../store/curation/list-distinct.ts';
import type { Database } from '../store/sql/database.ts';
import type { OpenQuestion } from './open-question.ts';
import { pairOf, readDeclarations } from './review-declared.ts';

/** How many pairs of a kind are looked at. */
const MAX_PAIRS = 2_000;

type Compare<K extends EntityKind> = (left: KnownEntities[K], right: KnownEntities[K]) => Comparison;

const nameOf = (entity: KnownEntities[EntityKind]) => ('title' in entity ? entity.title : entity.name);

async function listOfKind<K extends EntityKind>(
  { kysely }: Pick<Database, 'kysely'>,
  kind: K,
): Promise<OpenQuestion[]> {
  const { compare } = describeEntity(kind).identity as unknown as { compare: Compare<K> };
  const pairs = await listCandidates(kysely, kind, MAX_PAIRS);
  return pairs.flatMap(({ left, right }) => {
    const comparison = compare(left, right);
    if (comparison.score < UNSURE_FROM) return [];
    const [a, b] = [left, right].map((entity) => ({ id: entity.id, name: nameOf(entity) }));
    return a && b ? { kind, left: a, right: b, ...comparison } : [];
  });
}

/**
 * The open questions of the graph, those that are most likely one first, of equals the newest: entities that may be one,
 * but that no key tells to be, and that nobody declared to be two, unless pages have said otherwise since. They are found when
 * they are asked for, so the order in which pages came plays no part.
 */
export async function listOpenQuestions(
  database: Pick<Database, 'kysely'>,
  {
    kinds = ENTITY_KINDS,
    limit = Number.POSITIVE_INFINITY,
  }: { readonly kinds?: readonly EntityKind[] | undefined; readonly limit?: number },
): Promise<OpenQuestion[]> {
  const { isSettled, disputed } = readDeclarations(await listDistinct(database.kysely));
  const all: OpenQuestion[] = [];
  for (const kind of kinds) all.push(...(await listOfKind(database, kind)));
  all.push(...disputed.filter(({ kind }) => kinds.includes(kind)));
  const byPair = new Map(all.map((question) => [pairOf(question), question]));
  return [...byPair.values()]
    .filter((question) => !isSettled(question))
    .sort((left, right) => right.score - left.score)
    .slice(0, limit);
}
