import type { Observer } from './observer.ts';
import type { PlanRunner, ReadDatabase } from './read-plan/run-plan.ts';
import type { Writer } from './writer.ts';

/** What resolvers get beside their arguments. */
export interface Context {
  readonly plans: PlanRunner;
  /** For what no plan expresses. */
  readonly database: ReadDatabase;
  readonly writer: Writer;
  readonly observer: Observer;
}
