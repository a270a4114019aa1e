import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type { Arguments } from '../arguments/arguments.ts';
import { withDefaults } from './default-arguments.ts';

/** What of an operation a selection needs; a `GraphQLResolveInfo` is one. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** A field that an operation asks for. */
export interface SelectedField {
  /** The alias, or else the name: the key in the answer. */
  readonly key: string;
  readonly name: string;
  readonly args: Arguments;
  /** The field of the schema. */
  readonly definition: GraphQLField<unknown, unknown>;
  readonly selection: Selection;
}

/** The response key of a `__typename`. */
type TypenameKey = string;

/** What is selected below one field: fragments are spread, @skip and @include obeyed, like keys merged. */
export class Selection {
  private readonly info: OperationInfo;
  private readonly sets: readonly SelectionSetNode[];
  /** What was found for a type, as several ask for it. */
  private readonly found = new Map<string, Found>();

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
  on(typeName: string): readonly SelectedField[] {
    return this.find(typeName).fields;
  }

  /** The same with the response keys of `__typename` among them. */
  inOrder(typeName: string): readonly (SelectedField | TypenameKey)[] {
    return this.find(typeName).inOrder;
  }

  /** How many times `__typename` is selected on objects of the type `typeName`: once for each response key. */
  typenamesOn(typeName: string): number {
    return this.find(typeName).inOrder.length - this.find(typeName).fields.length;
  }

  private find(typeName: string): Found {
    const known = this.found.get(typeName);
    if (known) return known;
    const type = this.info.schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`Not an object type: ${typeName}`);
    // A fragment counts once in all sets that are merged, as in execution: else those that spread each other multiply.
    const into: Collected = { type, fields: new Map(), seen: new Set() };
    for (const set of this.sets) this.collect(into, set);
    const inOrder = [...into.fields].flatMap(([key, nodes]): (SelectedField | TypenameKey)[] =>
      nodes[0]?.name.value === '__typename' ? [key] : this.field(type, key, nodes),
    );
    const found = { inOrder, fields: inOrder.filter((one) => typeof one !== 'string') };
    this.found.set(typeName, found);
    return found;
  }

  /** Whether any of `names` is selected on `typeName`. */
  asksFor(typeName: string, names: readonly string[]): boolean {
    return this.on(typeName).some((field) => names.includes(field.name));
  }

  private field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): SelectedField[] {
    const node = nodes[0];
    const definition = node && this.definition(type, node.name.value);
    if (!definition) return [];
    const args = withDefaults(definition, getArgumentValues(definition, node, this.info.variableValues));
    const selection = new Selection(this.info, nodes);
    return [{ key, name: definition.name, args, definition, selection }];
  }

  private definition(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    const isRoot = type === this.info.schema.getQueryType();
    return type.getFields()[name] ?? (isRoot ? META_FIELDS.find((field) => field.name === name) : undefined);
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

/** The fields of introspection that the root has. */
const META_FIELDS: readonly GraphQLField<unknown, unknown>[] = [SchemaMetaFieldDef, TypeMetaFieldDef];

/** What is selected of a type. */
interface Found {
  readonly inOrder: readonly (SelectedField | TypenameKey)[];
  readonly fields: readonly SelectedField[];
}

interface Collected {
  readonly type: GraphQLObjectType;
  readonly fields: Map<string, FieldNode[]>;
  readonly seen: Set<string>;
}
