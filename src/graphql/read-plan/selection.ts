import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { withDefaults } from './default-arguments.ts';
import type { Arguments, FieldPlan } from './field-plan.ts';
import { planOf } from './field-plan.ts';

/** What of an operation a selection needs; a `GraphQLResolveInfo` is one. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A field that an operation asks for. */
export interface SelectedField {
  /** The alias, or else the name: the key in the answer. */
  readonly key: string;
  readonly name: string;
  readonly args: Arguments;
  /** Null for fields that a part of a connection or the app itself answers. */
  readonly plan: FieldPlan | null;
  readonly selection: Selection;
}

/** What is selected below one field: fragments are spread, @skip and @include obeyed, like keys merged. */
export class Selection {
  private readonly info: OperationInfo;
  private readonly sets: readonly SelectionSetNode[];

  constructor(
    info: OperationInfo,
    nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
  ) {
    this.info = info;
    this.sets = nodes.flatMap((node) => node.selectionSet ?? []);
  }

  /**
   * The fields selected on objects of the type `typeName`, in the order of the answer, without `__typename`.
   *
   * @throws GraphQLError where an argument cannot be coerced.
   */
  on(typeName: string): SelectedField[] {
    const type = this.info.schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`Not an object type: ${typeName}`);
    const fields = new Map<string, FieldNode[]>();
    for (const set of this.sets) this.collect({ type, fields, seen: new Set() }, set);
    return [...fields].flatMap(([key, nodes]) => this.field(type, key, nodes));
  }

  /** Whether any of `names` is selected on `typeName`. */
  asksFor(typeName: string, names: readonly string[]): boolean {
    return this.on(typeName).some((field) => names.includes(field.name));
  }

  private field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): SelectedField[] {
    const node = nodes[0];
    const definition = node && type.getFields()[node.name.value];
    if (!definition) return [];
    const args = withDefaults(definition, getArgumentValues(definition, node, this.info.variableValues));
    const selection = new Selection(this.info, nodes);
    return [{ key, name: definition.name, args, plan: planOf(definition) ?? null, selection }];
  }

  private collect(into: Collected, set: SelectionSetNode): void {
    for (const node of set.selections) {
      if (!this.included(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const same = into.fields.get(key);
        if (same) same.push(node);
        else into.fields.set(key, [node]);
      } else this.collectFragment(into, node);
    }
  }

  private collectFragment(into: Collected, node: Exclude<SelectionNode, FieldNode>): void {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (into.seen.has(node.name.value)) return;
      into.seen.add(node.name.value);
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.info.fragments[node.name.value] : node;
    if (!fragment) return;
    const condition = fragment.typeCondition && typeFromAST(this.info.schema, fragment.typeCondition);
    const applies =
      !condition ||
      condition === into.type ||
      (isAbstractType(condition) && this.info.schema.isSubType(condition, into.type));
    if (applies) this.collect(into, fragment.selectionSet);
  }

  private included(node: SelectionNode): boolean {
    const { variableValues } = this.info;
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
    );
  }
}

interface Collected {
  readonly type: GraphQLObjectType;
  readonly fields: Map<string, FieldNode[]>;
  readonly seen: Set<string>;
}
