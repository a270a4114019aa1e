import { createHash } from 'node:crypto';
import type { Span } from '../documents/model/source-document.ts';
import { agreement } from './agreement.ts';
import { indicator } from './indicator.ts';
import type { EntityDescriptor, LinkDescriptor } from './kind.ts';
import { meeting } from './meeting.ts';
import { organisation } from './organisation.ts';
import { participation } from './participation.ts';
import { person } from './person.ts';
import { position } from './position.ts';
import { signature } from './signature.ts';

/** Hexadecimal digits: 128 bits. */
const HASH_LENGTH = 32;

/** Each kind of fact, declared once. What is referred to comes before what refers to it. */
export const KINDS = {
  organisation,
  person,
  meeting,
  agreement,
  position,
  participation,
  signature,
  indicator,
} as const;

type Kinds = typeof KINDS;

/** The kinds of fact that evidence is kept for. */
export type FactKind = keyof Kinds;

/** The facts of a kind, as one article, or all of them together, state them. */
export type FactOf<K extends FactKind> = Extract<ReturnType<Kinds[K]['derive']>, object>;

/** The facts of a kind, with what is shown of what articles say differently. */
export type SettledOf<K extends FactKind> = ReturnType<Kinds[K]['settle']>;

/** A row of the graph, as one article, or all of them together, have it. */
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** A row of the graph as it is shown. */
export type SettledFact = { [K in FactKind]: SettledOf<K> }[FactKind];

/** The kinds of entity that mentions are resolved to. */
export type EntityKind = {
  [K in FactKind]: Kinds[K]['identity'] extends readonly unknown[] ? never : K;
}[FactKind];

/** The kinds in the order in which their rows can be written; the other way round they can be taken away. */
export const FACT_KINDS = Object.keys(KINDS) as FactKind[];

/** Whether rows of a kind are entities, which mentions are resolved to. */
export const isEntityKind = (kind: string): kind is EntityKind =>
  kind in KINDS && !Array.isArray(KINDS[kind as FactKind].identity);

/** The kinds of entity that mentions are resolved to. */
export const ENTITY_KINDS: readonly EntityKind[] = FACT_KINDS.filter(isEntityKind);

/** The kinds whose rows the API knows by an id. */
export type NodeKind = { [K in FactKind]: null extends Kinds[K]['idPrefix'] ? never : K }[FactKind];

/** The kinds whose rows the API knows by an id. */
export const NODE_KINDS = FACT_KINDS.filter((kind) => KINDS[kind].idPrefix !== null) as NodeKind[];

/** The kinds that have entries of their own in the search index. */
export type SearchedKind = { [K in FactKind]: null extends Kinds[K]['searched'] ? never : K }[FactKind];

/** The kinds that have entries of their own in the search index. */
export const SEARCHED_KINDS = FACT_KINDS.filter((kind) => KINDS[kind].searched !== null) as SearchedKind[];

/** A kind of entity, handled without knowing which. */
export type AnyEntity = EntityDescriptor<FactKind, Fact, SettledFact>;

/** A kind, handled without knowing which. */
export type AnyKind = AnyEntity | LinkDescriptor<FactKind, Fact, SettledFact>;

/** The declaration of a kind, for facts and claims of that kind. */
export const describeKind = (kind: FactKind) => KINDS[kind] as unknown as AnyKind;

/** The kinds whose claims stand by themselves in reports. */
export const LISTED_KINDS = FACT_KINDS.flatMap((kind) => {
  const { listed, plural } = describeKind(kind);
  return listed === null || plural === null ? [] : [{ kind, plural, listed }];
});

/** The declaration of a kind of entity. */
export const describeEntity = (kind: EntityKind) => KINDS[kind] as unknown as AnyEntity;

/**
 * What two articles together say of one fact.
 *
 * Commutative, associative and idempotent, so that a fact is the same in whatever order, and however often, articles say it.
 */
export function joinFacts<F extends Fact>(left: F, right: F): F {
  return describeKind(left.kind).join(left, right) as F;
}

/** Chooses, once a row, what is shown of what articles say differently. */
export function settleFact(fact: Fact): SettledFact {
  return describeKind(fact.kind).settle(fact);
}

/** Words of an article that carry a fact. */
export interface FactEvidence extends Span {
  readonly factKind: FactKind;
  readonly factId: string;
  readonly sentence: Span;
}

/**
 * The id of a fact that is told by what it states, made of that: the same fact of the same entities has the same id, whoever
 * writes it, whenever.
 */
export function contentId(kind: FactKind, parts: readonly (string | null)[]): string {
  const { idPrefix } = KINDS[kind];
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return idPrefix === null ? hash : `${idPrefix}_${hash}`;
}
