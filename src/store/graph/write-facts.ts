import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { type DerivedFacts, deriveFacts } from '../../resolution/derive-facts.ts';
import type { Fact, Reference } from '../../resolution/fact.ts';
import { joinFacts } from '../../resolution/join-facts.ts';
import {
  deleteEvidence,
  type FactRef,
  insertEvidence,
  listEvidenced,
  listSupporters,
} from './evidence-rows.ts';
import { type GraphArticle, loadGraphArticles } from './load-articles.ts';
import { loadFacts } from './load-facts.ts';
import { nameFact } from './name-fact.ts';
import type { CurationRules } from './resolve-curation.ts';
import { deleteFacts, saveFacts } from './save-facts.ts';

/** Whose facts are to be made anew. */
export interface FactChange {
  /** Articles whose facts are to be read off their claims, new ones and others. */
  readonly articleIds: readonly string[];
  /** Articles on which the graph rests no more. */
  readonly removedIds: readonly string[];
  /** Facts to be put together anew from all articles, whatever the graph holds of them. */
  readonly reset: readonly FactRef[];
  readonly rules: CurationRules;
}

/** A fact that was written. */
export interface SavedFact {
  readonly fact: Fact;
  /** What it was before; null where it is new. */
  readonly before: Fact | null;
  /** The first of the articles that were read which states it; null where none of them does. */
  readonly statedBy: string | null;
}

/** Facts that were written and taken away. */
export interface FactOutcome {
  /** Facts that are new or changed, with what they were before; null for new ones. */
  readonly saved: readonly SavedFact[];
  /** Facts that nothing supports any more. */
  readonly deleted: readonly Fact[];
}

interface Derived extends DerivedFacts {
  readonly article: GraphArticle;
}

function joinAll(derived: readonly Derived[], isWanted: (id: string) => boolean): Map<string, Fact> {
  const all = new Map<string, Fact>();
  for (const { facts } of derived)
    for (const [id, fact] of facts) {
      if (!isWanted(id)) continue;
      const known = all.get(id);
      all.set(id, known ? joinFacts(known, fact) : fact);
    }
  return all;
}

/** What a fact refers to, by what for. */
function listReferences(fact: Fact): [purpose: string, reference: Reference][] {
  if (fact.kind === 'organisation') return [['parent', fact.parent]];
  if (fact.kind === 'agreement') return [['meeting', fact.meeting]];
  if (fact.kind === 'signature') return [['signer', fact.signer]];
  if (fact.kind !== 'meeting') return [];
  return fact.sessions.map(({ series, ordinal, organisation }) => [`${ordinal} ${series}`, organisation]);
}

/** Whether a choice is to be made between rows that a stored fact and a new one refer to: for that all articles are needed. */
function hasConflict(stored: Fact, added: Fact): boolean {
  const known = new Map(listReferences(stored));
  return listReferences(added).some(([purpose, next]) => {
    const ref = known.get(purpose) ?? null;
    return ref !== null && next !== null && ref.id !== next.id;
  });
}

/** A fact as one text in which order and names of references mean nothing. */
function canonical(fact: Fact): string {
  return JSON.stringify(fact, (key, value: unknown) => {
    if (key === 'parent' || key === 'meeting' || key === 'signer' || key === 'organisation')
      return (value as Reference)?.id ?? null;
    if (key === 'places' || key === 'sessions')
      return (value as unknown[]).map((item) => JSON.stringify(item)).sort();
    return value;
  });
}

/** Canonical text does not depend on the order of properties. */
function isSame(left: Fact, right: Fact): boolean {
  const sorted = (fact: Fact) =>
    Object.fromEntries(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
  return canonical(sorted(left) as unknown as Fact) === canonical(sorted(right) as unknown as Fact);
}

/** Reads facts of articles off their claims, and puts them together with what the graph holds. */
class FactWriter {
  readonly #kysely: Kysely<DB>;
  readonly #rules: CurationRules;

  constructor(kysely: Kysely<DB>, rules: CurationRules) {
    this.#kysely = kysely;
    this.#rules = rules;
  }

  async derive(articleIds: readonly string[]): Promise<Derived[]> {
    const articles = await loadGraphArticles(this.#kysely, articleIds);
    return articles.map((article) => ({
      article,
      ...deriveFacts(article, nameFact, (id) => this.#rules.rejected.has(id)),
    }));
  }

  /** Facts made of all articles that support them: those that were derived already, and all others. */
  async joinAnew(derived: readonly Derived[], refs: readonly FactRef[]): Promise<Map<string, Fact>> {
    const own = new Set(derived.map(({ article }) => article.id));
    const supporters = (await listSupporters(this.#kysely, refs)).filter((id) => !own.has(id));
    const ids = new Set(refs.map(({ id }) => id));
    return joinAll([...derived, ...(await this.derive(supporters))], (id) => ids.has(id));
  }

  /** What the graph is to hold of the facts of articles. */
  async join(derived: readonly Derived[], anew: readonly FactRef[], stored: ReadonlyMap<string, Fact>) {
    const isAnew = new Set(anew.map(({ id }) => id));
    const grown = joinAll(derived, (id) => !isAnew.has(id));
    const conflicts: FactRef[] = [];
    for (const [id, fact] of grown) {
      const known = stored.get(id);
      if (known && hasConflict(known, fact)) conflicts.push({ kind: fact.kind, id });
      else if (known) grown.set(id, joinFacts(known, fact));
    }
    const rest = [...anew, ...conflicts];
    const joined = new Map([...grown, ...(await this.joinAnew(derived, rest))]);
    return new Map([...joined].map(([id, fact]) => [id, this.#rules.rename(fact)]));
  }
}

/** Makes the facts of articles anew and writes what of the graph changed by it. */
export async function writeFacts(kysely: Kysely<DB>, change: FactChange): Promise<FactOutcome> {
  const { articleIds, removedIds, reset, rules } = change;
  const writer = new FactWriter(kysely, rules);
  const lost = await listEvidenced(kysely, [...articleIds, ...removedIds]);
  const derived = await writer.derive(articleIds);
  await deleteEvidence(kysely, [...articleIds, ...removedIds]);
  const anew = [...new Map([...lost, ...reset].map((ref) => [ref.id, ref])).values()];
  const wanted = derived.flatMap(({ facts }) => [...facts.values()]);
  const stored = await loadFacts(kysely, new Map([...wanted, ...anew].map((ref) => [ref.id, ref])).values());
  const joined = await writer.join(derived, anew, stored);
  const statedBy = new Map(
    derived.toReversed().flatMap(({ article, facts }) => [...facts.keys()].map((id) => [id, article.id])),
  );
  const saved = [...joined.values()].flatMap((fact) => {
    const before = stored.get(fact.id) ?? null;
    return before !== null && isSame(before, fact)
      ? []
      : { fact, before, statedBy: statedBy.get(fact.id) ?? null };
  });
  await saveFacts(
    kysely,
    saved.map(({ fact }) => fact),
  );
  await insertEvidence(
    kysely,
    derived.map(({ article, evidence }) => ({ ...article, evidence })),
  );
  const deleted = anew.flatMap(({ id }) => (joined.has(id) ? [] : (stored.get(id) ?? [])));
  await deleteFacts(kysely, deleted);
  return { saved, deleted };
}
