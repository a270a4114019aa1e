import type { Comparison } from '../kinds/comparators/comparison.ts';
import type { EntityKind } from '../kinds/kinds.ts';

/** Two entities that may be one, which nothing settles: a person may. */
export interface OpenQuestion extends Comparison {
  readonly kind: EntityKind;
  readonly left: { readonly id: string; readonly name: string };
  readonly right: { readonly id: string; readonly name: string };
}
