import type { Context } from '../context/context.ts';
import { runOperation, textOf } from './answer-operation.ts';
import type { OperationPlans } from './operation-plans.ts';

/** The body of a request that has nothing special about it. */
interface PlainBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** What a plain body may have. */
const MEMBERS = new Set(['query', 'operationName', 'variables']);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPlain(body: unknown): body is PlainBody {
  if (!isObject(body) || !Object.keys(body).every((name) => MEMBERS.has(name))) return false;
  const { query, operationName = null, variables = null } = body as Record<string, unknown>;
  const isNamed = operationName === null || typeof operationName === 'string';
  return typeof query === 'string' && isNamed && (variables === null || isObject(variables));
}

/**
 * Answers a query that was asked for before, whose statements give the answer as it is: nothing of it needs to be parsed, checked or
 * counted again.
 *
 * @returns the body of the answer; null for everything else, which Apollo Server answers: what came of statements that were run is kept
 *   for it in the context.
 */
export async function answerKnown(
  body: unknown,
  context: Context,
  plans: OperationPlans,
): Promise<string | null> {
  if (!isPlain(body)) return null;
  const known = plans.find(body.query, body.operationName ?? null, body.variables ?? {});
  if (!known) return null;
  const { operation, observer } = context;
  context.cost = known.points;
  operation.variables = known.variables;
  operation.outcomes = await runOperation(known.composed, context);
  const text = textOf(known.composed, operation.outcomes);
  if (text !== null) observer.operationAnswered({ type: 'query', code: 'OK' });
  return text;
}
