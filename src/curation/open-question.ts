import type { Comparison } from '../resolution/comparison.ts';
import type { EntityKind } from '../resolution/entity-kind.ts';

/** Two entities that may be one, which nothing settles: a person may. */
export interface OpenQuestion extends Comparison {
  readonly kind: EntityKind;
  readonly left: { readonly id: string; readonly name: string };
  readonly right: { readonly id: string; readonly name: string };
}
