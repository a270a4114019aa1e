import type { ObjectRef } from '../builder/builder.ts';
import type { FilterRef } from '../builder/filters.ts';
import type { Entity } from '../read-plan/entity.ts';
import type { Listing } from '../read-plan/listing.ts';
import type { TableName } from '../read-plan/sql.ts';
import type { Counts } from './counts.ts';

/** A listing as it is declared: with the types that its connection is made of. */
export interface ListingOptions<T extends TableName> extends Omit<Listing<T>, 'entity'> {
  readonly entity: Entity<T> & { readonly ref: ObjectRef };
  readonly orders: NoInfer<Listing<T>['orders']>;
  readonly groupings: NoInfer<Listing<T>['groupings']>;
  readonly counts?: Counts;
  /** The input type of `where`, named after the entity: `MeetingFilter`. */
  readonly filter: FilterRef;
  /** What one of the rows is called in descriptions, with its plural: `['meeting', 'meetings']`. */
  readonly nouns: readonly [one: string, many: string];
}
