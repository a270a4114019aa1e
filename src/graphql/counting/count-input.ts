import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';
import type { InputCount } from '../cost/field-cost.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { badText, tooComplex } from '../cost/refusals.ts';
import type { ConditionOptions } from '../read-plan/filter.ts';

/** Members of a list of values that weigh as much as one condition. */
const MEMBERS_A_TEST = 50;

/**
 * Counts the arguments of a field, and checks their values.
 *
 * @param path of the field, for messages.
 * @throws GraphQLError QUERY_TOO_COMPLEX for values that nest too deep, BAD_USER_INPUT for texts that are too long or hold a NUL.
 */
export function countInput(
  { args: given, path }: { readonly args: Arguments; readonly path: string },
  definitions: readonly GraphQLArgument[],
  limits: QueryLimits,
): InputCount {
  const count: InputCount = { values: 0, tests: 0, related: 0, counted: 0 };
  const visit = (at: Place, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (at.depth > limits.valueDepth)
      throw tooComplex(`\`${at.path}\` nests deeper than ${limits.valueDepth} levels`);
    if (Array.isArray(value)) {
      visitList(at, value);
      return;
    }
    const type = getNamedType(at.input.type);
    if (isInputObjectType(type)) {
      const isCondition = isRelated(at);
      if (isCondition) count.related += 1;
      count.tests += weightOf(at.input);
      if (at.input.extensions.counts) count.counted += 1;
      for (const [name, part] of Object.entries(value)) {
        const input = type.getFields()[name];
        if (input) visit({ input, depth: at.depth + 1, path: `${at.path}.${name}`, isFilter: true }, part);
      }
      return;
    }
    count.values += 1;
    count.tests += weightOf(at.input);
    if (isRelated(at)) count.related += 1;
    else count.tests += at.isFilter ? 1 : 0;
    if (typeof value === 'string') checkText(at, value, limits);
  };
  const visitList = (at: Place, list: readonly unknown[]): void => {
    if (isInputObjectType(getNamedType(at.input.type))) {
      for (const part of list) visit({ ...at, depth: at.depth + 1 }, part);
      return;
    }
    count.values += list.length;
    count.tests += at.isFilter ? Math.ceil(list.length / MEMBERS_A_TEST) : 0;
    for (const part of list) if (typeof part === 'string') checkText(at, part, limits);
  };
  for (const input of definitions) {
    visit({ input, depth: 1, path: `${path}.${input.name}`, isFilter: false }, given[input.name]);
  }
  return count;
}

/** Where a value stands. */
interface Place {
  readonly input: GraphQLArgument | GraphQLInputField;
  readonly depth: number;
  readonly path: string;
  /** Whether it stands in an input object. */
  readonly isFilter: boolean;
}

/** Whether a value is a condition on other rows: an id, a code, or another list's filter. */
function isRelated({ input, isFilter }: Place): boolean {
  if (!isFilter) return false;
  const type: GraphQLInputType = getNullableType(input.type);
  if (isListType(type)) return false;
  const named = getNamedType(type);
  const isNested = isInputObjectType(named) && 'and' in named.getFields() && input.name !== 'not';
  return isNested || (!isOfText(input) && (named.name === 'ID' || named.name === 'String'));
}

/** The tests of a text carry no condition of their own: that of the field above them asks them all. */
function isOfText(input: GraphQLArgument | GraphQLInputField): boolean {
  return !('condition' in input.extensions);
}

/** What a condition is worth on its own, beside its tests. */
function weightOf({ extensions }: GraphQLArgument | GraphQLInputField): number {
  return (extensions as Partial<ConditionOptions['extensions']>).weight ?? 0;
}

/** What an input field says of its texts, in its extensions. */
export interface TextOptions {
  /** The most UTF-16 code units, where they are others than those of any text. */
  readonly maxLength?: number;
  /** Whether it is a page, in which reading deals with whatever is there. */
  readonly isPage?: boolean;
}

function checkText({ input, path }: Place, text: string, { textLength }: QueryLimits): void {
  const { isPage, maxLength = textLength } = input.extensions as TextOptions;
  if (isPage) return;
  if (text.length > maxLength) {
    throw badText(path, `has ${text.length} characters, and may have ${maxLength}`);
  }
  if (text.includes('\0')) throw badText(path, 'holds a NUL character, which no text of the graph has');
}
