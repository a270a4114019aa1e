import type { Span } from '../../documents/model/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import type { OrganisationClass } from '../model/claim.ts';

/** A body that the text names at a place. */
export interface OrganisationMention extends Span {
  /** Canonical name. */
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly area: AreaRecord | null;
  readonly parent: string | null;
  /** Named only through a collective. */
  readonly implied: boolean;
  /** How it was read, in words for people. */
  readonly rule: string;
}

const NO_NAMES: readonly string[] = [];

/** A mention with nothing but its name and class. */
export function createMention(
  span: Span,
  name: string,
  classification: OrganisationClass,
  more: Partial<Omit<OrganisationMention, 'name' | 'classification' | 'start' | 'end'>> = {},
): OrganisationMention {
  return {
    start: span.start,
    end: span.end,
    name,
    otherNames: more.otherNames ?? NO_NAMES,
    classification,
    area: more.area ?? null,
    parent: more.parent ?? null,
    implied: more.implied ?? false,
    rule: more.rule ?? 'body that an office shows',
  };
}
