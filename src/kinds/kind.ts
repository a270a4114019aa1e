import type { Claim } from '../extraction/model/claim.ts';
import type { ArticleClaims } from './article-claims.ts';
import type { ArticleReferences } from './article-references.ts';
import type { ClaimOf } from './claim-of.ts';
import type { Comparison } from './comparators/comparison.ts';
import type { IdentityKey } from './keys/identity-key.ts';
import type { Reference } from './reference.ts';

/** What every fact has. */
export interface FactBase<K extends Claim['kind']> {
  readonly kind: K;
  readonly id: string;
}

/** How a claim calls an entity of its article. */
export interface Call {
  readonly kind: Claim['kind'];
  readonly name: string;
}

/** A call; none for null. */
export const call = (kind: Claim['kind'], name: string | null): Call[] =>
  name === null ? [] : [{ kind, name }];

/** What a claim refers to: without the one it cannot be held, without the other not whole. */
export interface Calls {
  readonly needed: readonly Call[];
  readonly further: readonly Call[];
}

/** Where a claim stands. */
export interface ClaimPlace {
  readonly of: ArticleReferences;
  /** The id of its entity; empty for a fact that is told by its content, whose id is made of that. */
  readonly id: string;
  /** Among those of its kind that `siblings` puts together, from 0. */
  readonly index: number;
}

type Property<F> = keyof F & string;

/** How a property of a fact is kept in the table of its kind. */
export interface FactColumn<S> {
  readonly name: string;
  readonly property: Property<S>;
  /**
   * `value`: as it is; `number`: as it is, exact decimals that are read back as text; `reference`: two columns, `<name>_id` and
   * `<name>_told`; `shown`: made when the fact is settled, and never read back.
   */
  readonly as: 'value' | 'number' | 'reference' | 'shown';
}

/** A column, by default one that holds the property as it is. */
export const column = <S>(
  name: string,
  property: Property<S>,
  as: FactColumn<S>['as'] = 'value',
): FactColumn<S> => ({ name, property, as });

/** How much a searched field counts: A most, D least. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A table that leads from rows to others. */
export interface Step {
  readonly table: string;
  /** Column with the id of the row that it leads from. */
  readonly column: string;
  /** Column with the id of the row that it leads to. */
  readonly to: string;
}

/** A row of another kind of which an entry shows something. */
export interface ShownRow {
  /** The kind of the row that is shown. */
  readonly kind: Claim['kind'];
  /** The tables that lead from it to the entry's own row, one after the other. */
  readonly steps: readonly [Step, ...Step[]];
}

/** A row of the kind `kind`, shown by entries to which the table `table` leads from `column` by `to`. */
export const shown = (kind: Claim['kind'], table: string, column: string, to: string): ShownRow => ({
  kind,
  steps: [{ table, column, to }],
});

/** How rows of a kind are searched. */
export interface Searched<S> {
  /** The searched fields with their weights, in the order of the index row; the first is the name. */
  readonly fields: Readonly<Record<string, Weight>>;
  /** What of a row its entry is made of: while it stays the same, the entry does. */
  readonly entry: (fact: S) => unknown;
  /** Rows of other kinds that its entry shows. */
  readonly shows: readonly ShownRow[];
}

/** How claims are listed in reports that stand by themselves there, and not below another's. */
export interface Listed<C> {
  readonly heading: string;
  /** For people, without the rule and the sentences. */
  readonly line: (claim: C) => string;
  /** For programs: any JSON, in the list named as several of the kind are. */
  readonly entry: (claim: C) => unknown;
}

/** What every kind of fact declares of itself. */
interface KindBase<K extends Claim['kind'], F extends FactBase<K>, S> {
  readonly kind: K;
  /** What ids of its rows begin with; null where the API knows them by no id. */
  readonly idPrefix: string | null;
  /** What several are called in summaries; null for kinds that are not counted. */
  readonly plural: string | null;
  /** Null for kinds that reports tell with another. */
  readonly listed: Listed<ClaimOf<K>> | null;
  /** What a claim refers to. */
  readonly calls: (claim: ClaimOf<K>) => Calls;
  /** What else a claim refers to in vain, in sentences. */
  readonly missing?: (claim: ClaimOf<K>, of: ArticleReferences) => string[];
  /** What a claim states as a row of the graph; null where something that it needs is left out. */
  readonly derive: (claim: ClaimOf<K>, place: ClaimPlace) => F | null;
  /** Commutative, associative and idempotent, so that order never matters. */
  readonly join: (left: F, right: F) => F;
  /** Chooses what is shown of what articles say differently. */
  readonly settle: (fact: F) => S;
  /** What a fact refers to, by what for. */
  readonly references?: (fact: F) => [purpose: string, reference: Reference][];
  readonly columns: readonly FactColumn<S>[];
  /** Null for kinds that have no entry of their own in the search index. */
  readonly searched: Searched<S> | null;
  /** The entry of another kind that shows this fact, where there is one. */
  readonly partOf?: (fact: F) => { readonly kind: Claim['kind']; readonly id: string };
  /** What of a row the entries of other kinds show. */
  readonly shownElsewhere?: (fact: S) => unknown;
  /** What of a row the entries of articles show that tell of it. */
  readonly shownInArticles?: (fact: S) => unknown;
}

/** A kind whose rows are entities: several articles name one, keys and people tell which. */
export interface EntityDescriptor<
  K extends Claim['kind'] = Claim['kind'],
  F extends FactBase<K> = FactBase<K>,
  S = F,
  Known = never,
> extends KindBase<K, F, S> {
  readonly idPrefix: string;
  readonly searched: Searched<S>;
  readonly identity: {
    /** As the article names it. */
    readonly nameOf: (claim: ClaimOf<K>) => string;
    /** The column that holds its name. */
    readonly nameColumn: string;
    /** What tells it. */
    readonly keys: (claim: ClaimOf<K>, around: ArticleClaims) => IdentityKey[];
    /** How likely two of them are one. */
    readonly compare: (left: Known, right: Known) => Comparison;
  };
}

/** A kind whose rows tie entities together: what it states tells it, so that its id is made of that. */
export interface LinkDescriptor<
  K extends Claim['kind'] = Claim['kind'],
  F extends FactBase<K> = FactBase<K>,
  S = F,
> extends KindBase<K, F, S> {
  /** The properties of which the id is made, in this order; the first is the entity whose fact it is. */
  readonly identity: readonly Property<F>[];
  /** Claims of which one is the first, one the second. */
  readonly siblings?: (claim: ClaimOf<K>) => string;
  /** Hears of each claim what became of it. */
  readonly derived?: (claim: ClaimOf<K>, id: string | null, of: ArticleReferences) => void;
}
