import type { PlanRunner } from './read-plan/run-plan.ts';

/** What resolvers get beside their arguments. */
export interface Context {
  readonly plans: PlanRunner;
}
