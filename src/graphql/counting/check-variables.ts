import type { QueryLimits } from '../cost/limits.ts';
import { tooComplex } from '../cost/refusals.ts';

/**
 * Checks variables as they came, before they are coerced, which takes time for each value and a stack for each level.
 *
 * @param isMutation whether they may carry a page, which is longer than all that a query needs.
 * @throws GraphQLError QUERY_TOO_COMPLEX
 */
export function checkVariables(variables: object, limits: QueryLimits, isMutation: boolean): void {
  let values = 0;
  let length = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > limits.valueDepth)
      throw tooComplex(`the variables nest deeper than ${limits.valueDepth} levels`);
    values += 1;
    if (values > limits.values) throw tooComplex(`the variables hold more than ${limits.values} values`);
    if (typeof value === 'string') length += value.length;
    if (length > limits.variableLength && !isMutation)
      throw tooComplex(`the variables hold texts of more than ${limits.variableLength} characters`);
    if (typeof value !== 'object' || value === null) return;
    for (const part of Object.values(value)) visit(part, depth + 1);
  };
  for (const value of Object.values(variables)) visit(value, 0);
}
