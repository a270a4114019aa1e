import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { ResolvedArticle } from '../../kinds/article-references.ts';
import { type Fact, joinFacts, type SettledFact, settleFact } from '../../kinds/kinds.ts';
import { type DerivedFacts, deriveFacts } from '../../resolution/derive-facts.ts';
import type { LeftOut } from '../../resolution/left-out.ts';
import { compareFacts, isSameFact } from './compare-facts.ts';
import {
  deleteEvidence,
  type FactRef,
  insertEvidence,
  listEvidenced,
  listSupporters,
} from './evidence-rows.ts';
import { type GraphArticle, type GraphArticleQuery, loadGraphArticles } from './load-articles.ts';
import { loadFacts } from './load-facts.ts';
import { hasConflict } from './reference-conflict.ts';
import type { CurationRules } from './resolve-curation.ts';
import { deleteFacts, saveFacts } from './save-facts.ts';
import { type ArticleLeftOut, saveLeftOut } from './save-left-out.ts';

/** Whose facts are to be made anew. */
export interface FactChange {
  /** Articles whose facts are to be read off their claims, new ones and others. */
  readonly articles: GraphArticleQuery;
  /** Those of them on which the graph did not rest before. */
  readonly fresh: ReadonlySet<string>;
  /** Articles on which the graph rests no more. */
  readonly removedIds: readonly string[];
  /** Facts to be put together anew from all articles, whatever the graph holds of them. */
  readonly reset: readonly FactRef[];
  readonly rules: CurationRules;
}

/** A fact that was written. */
export interface SavedFact {
  readonly fact: SettledFact;
  /** What it was before; null where it is new. */
  readonly before: SettledFact | null;
  /** The first of the articles that were read which states it; null where none of them does. */
  readonly statedBy: string | null;
}

/** Facts that were written and taken away. */
export interface FactOutcome {
  /** Facts that are new or changed, with what they were before; null for new ones. */
  readonly saved: readonly SavedFact[];
  /** Facts that nothing supports any more. */
  readonly deleted: readonly SettledFact[];
  /** By id of an article that was read what of its claims the graph does not hold. */
  readonly leftOut: ReadonlyMap<string, readonly LeftOut[]>;
}

interface Derived extends DerivedFacts {
  readonly article: GraphArticle;
  /** The facts of which it says something else than before. */
  readonly changed: ReadonlySet<string>;
  /** The facts of which it said something else. */
  readonly lost: readonly FactRef[];
  /** What of it was left out before; null where that is not known. */
  readonly formerLeftOut: readonly LeftOut[] | null;
}

/** Of articles of which nothing is known but their ids. */
export const NOTHING_KNOWN = {
  loaded: new Map(),
  formerRoots: new Map(),
  formerDays: new Map(),
  known: new Set<string>(),
};

function joinAll(
  derived: readonly Derived[],
  isWanted: (fact: Fact, article: Derived) => boolean,
): Map<string, Fact> {
  const all = new Map<string, Fact>();
  for (const article of derived)
    for (const [id, fact] of article.facts) {
      if (!isWanted(fact, article)) continue;
      const known = all.get(id);
      all.set(id, known ? joinFacts(known, fact) : fact);
    }
  return all;
}

/** Reads facts of articles off their claims, and puts them together with what the graph holds. */
class FactWriter {
  private readonly kysely: Kysely<DB>;
  private readonly rules: CurationRules;

  constructor(kysely: Kysely<DB>, rules: CurationRules) {
    this.kysely = kysely;
    this.rules = rules;
  }

  async derive(query: GraphArticleQuery): Promise<Derived[]> {
    const articles = await loadGraphArticles(this.kysely, query);
    const read = (article: ResolvedArticle) => deriveFacts(article, (id) => this.rules.rejected.has(id));
    return articles.map((article) => {
      const now = read(article);
      const before = article.former === null ? null : read({ ...article, ...article.former });
      const formerLeftOut = before?.leftOut ?? null;
      return { article, ...now, ...compareFacts(before?.facts ?? null, now.facts), formerLeftOut };
    });
  }

  /** Facts made of all articles that support them: those that were derived already, and all others. */
  async joinAnew(derived: readonly Derived[], refs: readonly FactRef[]): Promise<Map<string, Fact>> {
    const own = new Set(derived.map(({ article }) => article.id));
    const supporters = (await listSupporters(this.kysely, refs)).filter((id) => !own.has(id));
    const ids = new Set(refs.map(({ id }) => id));
    const others = await this.derive({ ...NOTHING_KNOWN, ids: supporters });
    return joinAll([...derived, ...others], ({ id }) => ids.has(id));
  }

  /** What the graph is to hold of the facts of articles. */
  async join(derived: readonly Derived[], anew: readonly FactRef[], stored: ReadonlyMap<string, Fact>) {
    const isAnew = new Set(anew.map(({ id }) => id));
    const grown = joinAll(derived, ({ id }, { changed }) => changed.has(id) && !isAnew.has(id));
    const conflicts: FactRef[] = [];
    for (const [id, fact] of grown) {
      const known = stored.get(id);
      if (known && hasConflict(known, fact)) conflicts.push({ kind: fact.kind, id });
      else if (known) grown.set(id, joinFacts(known, fact));
    }
    const rest = [...anew, ...conflicts];
    const joined = new Map([...grown, ...(await this.joinAnew(derived, rest))]);
    return new Map([...joined].map(([id, fact]) => [id, this.rules.rename(fact)]));
  }
}

/** What is to be written of what is left out: nothing where it is known to stand there already. */
function listLeftOut(derived: readonly Derived[], { fresh, removedIds }: FactChange): ArticleLeftOut[] {
  const nothing = removedIds.map((id) => ({ id, text: '', claims: [], leftOut: [] }));
  const read = derived.flatMap(({ article, leftOut, formerLeftOut }) => {
    const before = fresh.has(article.id) ? [] : formerLeftOut;
    const isKept = before !== null && JSON.stringify(before) === JSON.stringify(leftOut);
    return isKept ? [] : { ...article, leftOut };
  });
  return [...nothing, ...read];
}

/** Makes the facts of articles anew and writes what of the graph changed by it. */
export async function writeFacts(kysely: Kysely<DB>, change: FactChange): Promise<FactOutcome> {
  const { articles, fresh, removedIds, reset, rules } = change;
  const { ids, known } = articles;
  const writer = new FactWriter(kysely, rules);
  const unknown = [...ids.filter((id) => !known.has(id) && !fresh.has(id)), ...removedIds];
  const former = await listEvidenced(kysely, unknown);
  const derived = await writer.derive(articles);
  await deleteEvidence(kysely, [...ids.filter((id) => !fresh.has(id)), ...removedIds]);
  const lost = derived.flatMap((article) => article.lost);
  const anew = [
    ...new Map([...former, ...lost, ...reset].map(({ kind, id }) => [id, { kind, id }])).values(),
  ];
  const wanted = derived.flatMap(({ facts, changed }) =>
    [...facts.values()].filter(({ id }) => changed.has(id)),
  );
  const stored = await loadFacts(kysely, new Map([...wanted, ...anew].map((ref) => [ref.id, ref])).values());
  const joined = await writer.join(derived, anew, stored);
  const statedBy = new Map(
    derived.toReversed().flatMap(({ article, facts }) => [...facts.keys()].map((id) => [id, article.id])),
  );
  const saved = [...joined.values()].flatMap((fact) => {
    const before = stored.get(fact.id) ?? null;
    return before !== null && isSameFact(before, fact)
      ? []
      : {
          fact: settleFact(fact),
          before: before && settleFact(before),
          statedBy: statedBy.get(fact.id) ?? null,
        };
  });
  await saveFacts(
    kysely,
    saved.map(({ fact }) => fact),
  );
  await insertEvidence(
    kysely,
    derived.map(({ article, evidence }) => ({ ...article, evidence })),
  );
  await saveLeftOut(kysely, listLeftOut(derived, change));
  const gone = anew.flatMap(({ id }) => (joined.has(id) ? [] : (stored.get(id) ?? [])));
  const deleted = gone.map(settleFact);
  await deleteFacts(kysely, deleted);
  const leftOut = new Map(derived.map((article) => [article.article.id, article.leftOut]));
  return { saved, deleted, leftOut };
}
