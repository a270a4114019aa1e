import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { type IdentityKey, parseKey } from '../../kinds/keys/identity-key.ts';
import type { EntityKind } from '../../kinds/kinds.ts';
import type { CannotLink } from '../../resolution/cannot-links.ts';

/** Keys that a person declared to be one entity's. */
export interface KindedLink {
  readonly kind: EntityKind;
  readonly keys: readonly IdentityKey[];
  /** The entity that is to stand for all of them. */
  readonly into: string;
}

/** Two entities of a kind that a person declared to be two. */
export interface KindedCannotLink extends CannotLink {
  readonly kind: EntityKind;
}

/** Which mention a person took out of an entity: by the page, so that it is found again when the page comes again. */
export interface MentionRef {
  /** The page's URL; its name where it has none. */
  readonly page: string;
  /** Place of the article on the page, from 0. */
  readonly article: number;
  readonly kind: EntityKind;
  /** As the article names it. */
  readonly name: string;
}

/** What identifies a fact that a person rejected, by the ids that the entities had then. */
export interface RejectedFact {
  readonly factKind: string;
  readonly parts: readonly (string | null)[];
}

/** What is kept of a person's decision, by action. */
export type DecisionDetail =
  | {
      readonly action: 'MERGE';
      readonly kind: EntityKind;
      readonly keys: readonly string[];
      /** The name of the entity that stays. */
      readonly name: string;
    }
  | { readonly action: 'SPLIT'; readonly mentions: readonly MentionRef[] }
  | {
      readonly action: 'DISTINCT';
      /** The keys that told either then. */
      readonly left: readonly string[];
      readonly right: readonly string[];
    }
  | { readonly action: 'RENAME'; readonly name: string }
  | ({ readonly action: 'REJECT' } & RejectedFact);

/** A name that an entity is to have. */
export interface GivenName {
  /** The id that the entity had then. */
  readonly id: string;
  readonly name: string;
  /** Whether it was given as such, and not with a merge. */
  readonly isGiven: boolean;
}

/** People's decisions that stand, oldest first, in the form in which identities and facts are made by them. */
export interface Curation {
  readonly links: readonly KindedLink[];
  readonly cannotLinks: readonly KindedCannotLink[];
  /** By `formatMention` the id of the decision that took the mention out. */
  readonly splits: ReadonlyMap<string, string>;
  /** Names that people gave, and those that entities were to keep when others were merged into them; the later the later. */
  readonly names: readonly GivenName[];
  readonly rejected: readonly RejectedFact[];
}

interface StandingDecision {
  readonly id: string;
  readonly kind: EntityKind;
  readonly entityId: string;
  readonly detail: DecisionDetail;
}

/** A mention's reference as one text. */
export function formatMention({ page, article, kind, name }: MentionRef): string {
  return [page, article, kind, name].join('\t');
}

/** Loads the decisions of people that stand. They are few: each was made by hand. */
export async function loadCuration(kysely: Kysely<DB>): Promise<Curation> {
  const { rows } = await sql<StandingDecision>`
    SELECT id, entity_type AS kind, entity_id AS "entityId", detail FROM identity_decision
    WHERE action IN ('MERGE', 'SPLIT', 'DISTINCT', 'RENAME', 'REJECT') AND reverted_at IS NULL ORDER BY decided_at, id`.execute(
    kysely,
  );
  const links: KindedLink[] = [];
  const cannotLinks: KindedCannotLink[] = [];
  const splits = new Map<string, string>();
  const names: GivenName[] = [];
  const rejected: RejectedFact[] = [];
  for (const { id, kind, entityId, detail } of rows) {
    if (detail.action === 'MERGE')
      links.push({ kind: detail.kind, keys: detail.keys.map(parseKey), into: entityId });
    if (detail.action === 'DISTINCT')
      cannotLinks.push({ kind, left: detail.left.map(parseKey), right: detail.right.map(parseKey) });
    if (detail.action === 'SPLIT') for (const ref of detail.mentions) splits.set(formatMention(ref), id);
    if (detail.action === 'RENAME' || detail.action === 'MERGE')
      names.push({ id: entityId, name: detail.name, isGiven: detail.action === 'RENAME' });
    if (detail.action === 'REJECT') rejected.push(detail);
  }
  return { links, cannotLinks, splits, names, rejected };
}
