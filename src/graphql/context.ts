import type { Observer } from './observer.ts';
import type { AnswerBudget } from './read-plan/answer-budget.ts';
import type { PlanRunner, ReadDatabase } from './read-plan/run-plan.ts';
import type { Writer } from './writer.ts';

/** What resolvers get beside their arguments. */
export interface Context {
  readonly plans: PlanRunner;
  /** The bytes that the request may be answered with. */
  readonly answer: AnswerBudget;
  /** Points of the operation; 0 until they are counted. */
  cost: number;
  /** For what no plan expresses. */
  readonly database: ReadDatabase;
  readonly writer: Writer;
  readonly observer: Observer;
}
