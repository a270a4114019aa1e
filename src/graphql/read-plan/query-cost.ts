import { GraphQLError, type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { OperationInfo, SelectedField, Selection } from './selection.ts';

/** What one operation may ask for. */
export interface QueryLimits {
  /** Levels of fields below the root. */
  readonly depth: number;
  /** Fields, fragments spread. */
  readonly fields: number;
  /** Rows that it could return: sizes of pages multiplied along each path, and added up. */
  readonly rows: number;
}

/** The limits of the public API. */
const QUERY_LIMITS: QueryLimits = { depth: 16, fields: 2_000, rows: 100_000 };

/** What an operation asks for. */
interface Cost {
  fields: number;
  rows: number;
}

/**
 * Refuses an operation that asks for too much, before anything is read.
 *
 * @param selection of the operation's root type `rootName`; introspection has limits of its own and counts nothing.
 * @throws GraphQLError QUERY_TOO_COMPLEX
 */
export function checkQueryCost(
  info: OperationInfo,
  root: { readonly typeName: string; readonly selection: Selection },
  limits: QueryLimits = QUERY_LIMITS,
): void {
  const cost: Cost = { fields: 0, rows: 0 };
  const visit = (typeName: string, selection: Selection, at: { depth: number; factor: number }): void => {
    for (const field of selection.on(typeName)) {
      cost.fields += 1;
      const rows = Math.max(0, field.plan?.rows(field.args) ?? 0);
      const factor = at.factor * Math.max(1, rows);
      cost.rows += rows === 0 ? 0 : factor;
      check(cost, at.depth, limits);
      for (const type of objectTypes(info, typeName, field)) {
        visit(type.name, field.selection, { depth: at.depth + 1, factor });
      }
    }
  };
  visit(root.typeName, root.selection, { depth: 1, factor: 1 });
}

function check(cost: Cost, depth: number, limits: QueryLimits): void {
  if (depth > limits.depth) throw tooComplex(`it nests more than ${limits.depth} levels of fields`);
  if (cost.fields > limits.fields) throw tooComplex(`it selects more than ${limits.fields} fields`);
  if (cost.rows > limits.rows) {
    throw tooComplex(`it could return more than ${limits.rows} rows; ask for smaller pages`);
  }
}

function tooComplex(reason: string): GraphQLError {
  return new GraphQLError(`The query is too complex: ${reason}.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });
}

/** The object types that a field can return; none for leaves. */
function objectTypes(
  { schema }: OperationInfo,
  parent: string,
  { name }: SelectedField,
): readonly GraphQLObjectType[] {
  const parentType = schema.getType(parent) as GraphQLObjectType;
  const field = parentType.getFields()[name];
  const type = field && getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
