import { type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { cut } from '../../base/cut.ts';
import type { CostOf, FieldCost, ListCost } from '../cost/field-cost.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { tooComplex } from '../cost/refusals.ts';
import { leaf } from '../cost/weights.ts';
import type { OperationInfo, SelectedField, Selection } from '../read-plan/selection.ts';
import { countInput } from './count-input.ts';
import { countIntrospection } from './introspection-cost.ts';

/** What an operation costs. */
export interface OperationCost {
  readonly points: number;
  /** The field that costs most, with its own points, those of all its aliases. */
  readonly dearest: { readonly path: string; readonly points: number };
}

/** Where fields are counted. */
interface Place {
  readonly depth: number;
  /** The names of the fields above, each with a dot behind it. */
  readonly path: string;
  /** How many objects the fields are read of. */
  readonly parents: number;
  readonly list: ListCost | null;
}

/** The longest path in a message. */
const MAX_PATH = 200;

/**
 * Counts what an operation costs, before anything is read; the walk ends where a limit is passed.
 *
 * @param root the name of the operation's root type, and what is selected of it.
 * @throws GraphQLError QUERY_TOO_COMPLEX, and BAD_USER_INPUT for values that no argument takes.
 */
export function countOperation(
  info: OperationInfo,
  root: { readonly typeName: string; readonly selection: Selection },
  limits: QueryLimits,
): OperationCost {
  const walk = new Walk(info, limits);
  const points = walk.fields(root.typeName, root.selection, { depth: 1, path: '', parents: 1, list: null });
  const { dearest } = walk;
  if (points > limits.cost) {
    throw tooComplex(
      `it costs ${whole(points)} points, and ${whole(limits.cost)} are allowed; most of them, ${whole(dearest.points)}, for \`${cut(dearest.path, MAX_PATH)}\`. Ask for smaller pages or fewer fields`,
    );
  }
  return { points, dearest };
}

const whole = (points: number) => Math.ceil(points).toLocaleString('en-GB');

class Walk {
  dearest = { path: '', points: 0 };
  /** Points by path: aliases of one field count together. */
  private readonly spent = new Map<string, number>();
  private readonly info: OperationInfo;
  private readonly limits: QueryLimits;
  private count = 0;
  private values = 0;

  constructor(info: OperationInfo, limits: QueryLimits) {
    this.info = info;
    this.limits = limits;
  }

  /** The points of what is selected of the objects of a type. */
  fields(typeName: string, selection: Selection, at: Place): number {
    if (at.depth > this.limits.depth) {
      throw tooComplex(
        `\`${at.path.slice(0, -1).slice(0, MAX_PATH)}\` nests more than ${this.limits.depth} levels of fields`,
      );
    }
    const selected = selection.on(typeName);
    const typenames = selection.typenamesOn(typeName);
    if (at.depth === 1) this.checkRoot(selected.length);
    this.countFields(typenames);
    return selected.reduce((sum, field) => sum + this.field(typeName, field, at), typenames * at.parents);
  }

  private checkRoot(fields: number): void {
    if (fields > this.limits.rootFields) {
      throw tooComplex(`it asks for ${fields} fields of the root, and ${this.limits.rootFields} are allowed`);
    }
  }

  private countFields(more: number): void {
    this.count += more;
    if (this.count > this.limits.fields) {
      throw tooComplex(
        `it selects more than ${whole(this.limits.fields)} fields, those of fragments counted each time`,
      );
    }
  }

  private field(parent: string, field: SelectedField, at: Place): number {
    this.countFields(1);
    const path = `${at.path}${field.name}`;
    if (field.name.startsWith('__')) return this.introspection(field, path);
    const cost = this.costOf(field, { ...at, path });
    const own = (cost.once ?? 0) + at.parents * cost.points;
    this.spend(path, own);
    const below: Place = {
      depth: at.depth + 1,
      path: `${path}.`,
      parents: at.parents * cost.rows,
      list: cost.list ?? null,
    };
    // An object is of one of the types that a field may give: the dearest counts.
    const types = this.typesOf(parent, field).map(({ name }) => this.fields(name, field.selection, below));
    return own + Math.max(0, ...types);
  }

  private costOf({ args, definition }: SelectedField, { path, depth, list }: Place): FieldCost {
    const input = countInput({ args, path }, definition.args, this.limits);
    this.values += input.values;
    if (this.values > this.limits.values) {
      throw tooComplex(`its arguments hold more than ${whole(this.limits.values)} values`);
    }
    const { cost = leaf() } = definition.extensions as { cost?: CostOf };
    return cost({ args, input, isRoot: depth === 1, list });
  }

  private introspection(field: SelectedField, path: string): number {
    const points = countIntrospection(this.info, field, this.limits.cost);
    this.spend(path, points);
    return points;
  }

  private spend(path: string, more: number): void {
    const points = (this.spent.get(path) ?? 0) + more;
    this.spent.set(path, points);
    if (points > this.dearest.points) this.dearest = { path, points };
  }

  /** The object types that a field can return; none for leaves. */
  private typesOf(parent: string, { name }: SelectedField): readonly GraphQLObjectType[] {
    const { schema } = this.info;
    const field = (schema.getType(parent) as GraphQLObjectType).getFields()[name];
    const type = field && getNamedType(field.type);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  }
}
