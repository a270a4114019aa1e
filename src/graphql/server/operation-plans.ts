import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ComposedOperation } from '../context/composed-operation.ts';
import type { Context } from '../context/context.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { badValue, notServed } from '../cost/refusals.ts';
import { checkVariables } from '../counting/check-variables.ts';
import { countOperation } from '../counting/operation-cost.ts';
import { LateValue, LookedAtError } from '../read-plan/late-value.ts';
import { Selection } from '../read-plan/selection.ts';
import { composeOperation } from './compose-operation.ts';

type Request = GraphQLRequestContextDidResolveOperation<Context>;
type Variables = Readonly<Record<string, unknown>>;

/** An operation that can be asked for again without being parsed. */
interface KnownOperation {
  readonly definition: OperationDefinitionNode;
  /** The hash of its document. */
  readonly hash: string;
  /** Where all of its variables are ids, their names and the key of its one plan. */
  readonly ids?: { readonly names: readonly string[]; readonly key: string };
}

/** What is made of an operation once, for all requests with equal variables, ids aside. */
interface OperationPlan {
  readonly points: number;
  readonly composed: ComposedOperation | null;
}

/** How many characters are kept of statements with their keys, and of documents. */
const [KEPT_CHARACTERS, KEPT_DOCUMENTS] = [8_000_000, 2_000_000];
/** Variables that are longer in JSON do not come again. */
const MAX_VARIABLES = 2_000;
/** What a plan takes beside its statements, in characters. */
const OVERHEAD = 500;

const sizeOf = ({ composed }: OperationPlan, key: string) =>
  [...(composed?.fields.values() ?? [])].reduce(
    (sum, field) => sum + (field?.statement.text.length ?? 0),
    0,
  ) +
  key.length +
  OVERHEAD;

/** Counts and composes operations, and keeps what it made of those that come again. */
export class OperationPlans {
  private readonly limits: QueryLimits;
  private readonly kept = new LRUCache<string, OperationPlan>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: sizeOf,
  });

  /** By their documents and their names. */
  private readonly known = new LRUCache<string, KnownOperation>({
    maxSize: KEPT_DOCUMENTS,
    sizeCalculation: (_known, document) => document.length + OVERHEAD,
  });
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema, limits: QueryLimits) {
    this.schema = schema;
    this.limits = limits;
  }

  /**
   * The plan of a query that was prepared before, if its statements give the answer as it is, with its variables coerced.
   *
   * @returns null for any other, also where its variables are wrong.
   */
  find(query: string, operationName: string | null, inputs: Variables) {
    const known = this.known.get(documentKey(query, operationName));
    if (!known) return null;
    const keyed = this.keyOfIds(known, inputs) ?? this.keyOfInputs(known, inputs);
    const plan = keyed && this.kept.get(keyed.key);
    if (!keyed || !plan?.composed?.isAnswer) return null;
    return { points: plan.points, composed: plan.composed, variables: keyed.variables };
  }

  /** The key of an operation all of whose variables are ids; coercion would give them back as they are. Null for others. */
  private keyOfIds({ ids }: KnownOperation, inputs: Variables) {
    if (!ids || Object.keys(inputs).length !== ids.names.length) return null;
    const areIds = ids.names.every((name) => this.isId(inputs[name]));
    return areIds ? { key: ids.key, variables: inputs } : null;
  }

  private keyOfInputs(known: KnownOperation, inputs: Variables) {
    const variables = withoutError(() => this.coerce(known.definition, inputs));
    const key = variables && keyOf(known, variables, this.lateValues(known.definition, variables));
    return variables && key !== null ? { key, variables } : null;
  }

  /**
   * The values of variables; null where they are of other types than the operation declares.
   *
   * @throws GraphQLError QUERY_TOO_COMPLEX where they hold too much.
   */
  private coerce(
    { operation, variableDefinitions = [] }: OperationDefinitionNode,
    inputs: Variables,
  ): Variables | null {
    if (variableDefinitions.length === 0 && Object.keys(inputs).length === 0) return inputs;
    checkVariables(inputs, this.limits, operation === OperationTypeNode.MUTATION);
    return getVariableValues(this.schema, variableDefinitions, inputs).coerced ?? null;
  }

  /**
   * Tells the context of a request what its operation costs, and its statements.
   *
   * @throws GraphQLError QUERY_TOO_COMPLEX before anything is read, BAD_USER_INPUT.
   */
  async prepare({ operation, document, request, queryHash, contextValue }: Request): Promise<void> {
    if (!operation) return;
    const { schema } = this;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION)
      throw notServed(
        'There are no subscriptions here: send them to /graphql/stream, which streams what becomes of the graph.',
      );
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const coerced = this.coerce(operation, request.variables ?? {});
    // Without variables there is no execution: graphql-js reports what is wrong with them.
    if (!coerced) return;
    const late = this.lateValues(operation, coerced);
    const known: KnownOperation = { definition: operation, hash: queryHash };
    const key = isQuery ? keyOf(known, coerced, late) : null;
    const size = request.query?.length ?? 0;
    let plan = key === null ? undefined : this.kept.get(key);
    if (!plan) {
      // Counting and composing take some ten milliseconds of a large document each.
      await contextValue.takeTurn(size);
      const info = { schema, fragments: fragmentsOf(document.definitions), variableValues: coerced };
      const points = this.count(info, operation);
      await contextValue.takeTurn(size);
      const toCompose = { info, operation, plans: contextValue.plans };
      const { composed, isForAll } = isQuery ? await compose(toCompose, late) : NOTHING;
      plan = { points, composed };
      if (key !== null && isForAll) {
        this.kept.set(key, plan);
        const { query = '', operationName = null } = request;
        const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
        const areIds = names.length > 0 && names.every((name) => name in late);
        this.known.set(documentKey(query, operationName), areIds ? { ...known, ids: { names, key } } : known);
      }
    }
    contextValue.cost = plan.points;
    contextValue.operation.composed = plan.composed;
    contextValue.operation.variables = coerced;
  }

  /**
   * What a subscription costs, each time that it is told of changes.
   *
   * @throws GraphQLError QUERY_TOO_COMPLEX before anything is read, BAD_USER_INPUT.
   */
  weigh({ definitions }: DocumentNode, operation: OperationDefinitionNode, inputs: Variables): number {
    checkVariables(inputs, this.limits, false);
    const { coerced = {}, errors } = getVariableValues(
      this.schema,
      operation.variableDefinitions ?? [],
      inputs,
    );
    if (errors?.[0]) throw badValue(errors[0]);
    const info = { schema: this.schema, fragments: fragmentsOf(definitions), variableValues: coerced };
    return this.count(info, operation);
  }

  /** The variables whose values no statement is composed of: ids. Those that no id can be are left to be refused. */
  private lateValues({ variableDefinitions = [] }: OperationDefinitionNode, coerced: Variables): Variables {
    const late = variableDefinitions.flatMap(({ type, variable: { name } }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      const isId = named.kind === Kind.NAMED_TYPE && named.name.value === 'ID';
      return isId && this.isId(coerced[name.value]) ? [name.value] : [];
    });
    return Object.fromEntries(late.map((name) => [name, new LateValue(name)]));
  }

  private isId(value: unknown): boolean {
    return typeof value === 'string' && value.length <= this.limits.textLength && !value.includes('\0');
  }

  private count(info: Parameters<typeof countOperation>[0], operation: OperationDefinitionNode): number {
    const { schema } = info;
    const typeName = schema.getRootType(operation.operation)?.name ?? '';
    const root = { typeName, selection: new Selection(info, [operation]) };
    return withCode(() => countOperation(info, root, this.limits).points);
  }
}

const NOTHING = { composed: null, isForAll: false };

/** Composes an operation without its late values, and with them where it depends on them: then it is not for all requests. */
async function compose(toCompose: Parameters<typeof composeOperation>[0], late: Variables) {
  const { info } = toCompose;
  try {
    const variableValues = { ...info.variableValues, ...late };
    const composed = await composeOperation({ ...toCompose, info: { ...info, variableValues } });
    return { composed, isForAll: composed !== null };
  } catch (error) {
    if (!(error instanceof LookedAtError)) throw error;
    return { composed: await composeOperation(toCompose), isForAll: false };
  }
}

/** What tells requests apart that need plans of their own; null where they do not come again. */
function keyOf({ definition, hash }: KnownOperation, coerced: Variables, late: Variables): string | null {
  const others = Object.entries(coerced).filter(([name]) => !(name in late));
  const key = JSON.stringify([hash, definition.name?.value, Object.keys(late), others]);
  return key.length > MAX_VARIABLES ? null : key;
}

/** A document and the name of one of its operations. */
const documentKey = (query: string, operationName: string | null) => `${operationName ?? ''}\n${query}`;

/** What a function gives; null where it throws an error that clients are told. */
function withoutError<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** Errors of graphql-js about arguments carry no code. */
function withCode<T>(count: () => T): T {
  try {
    return count();
  } catch (error) {
    throw error instanceof GraphQLError && error.extensions.code === undefined ? badValue(error) : error;
  }
}

function fragmentsOf(
  definitions: Request['document']['definitions'],
): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
