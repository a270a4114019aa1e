import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInputObjectType,
} from 'graphql';
import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import type { CostOf } from '../cost/field-cost.ts';
import type { SelectedField, Selection } from './selection.ts';
import { jsonObject, PAIRS_A_CALL, type Row, type Sql, type TableName } from './sql.ts';

/** An object of what a statement gives, keyed by response key; where graphql-js walks it, with its type's name under `$type`. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One selected field, as its plan gets it. */
export interface FieldRequest {
  readonly planner: Planner;
  /** The row that stands for the parent object; null for root fields. */
  readonly row: Row | null;
  readonly args: Arguments;
  /** What is selected below the field; empty for leaves. */
  readonly selection: Selection;
}

/** How a field is read. Every field of the schema carries one in its extensions, save those in parts of a connection. */
export interface FieldPlan {
  /** What must be known before the statement is composed, for root fields; what it throws is the field's error. */
  readonly prepare?: (args: Arguments) => Promise<unknown>;
  /** The SQL expression of the field's value, as JSON or a scalar. */
  readonly read: (request: FieldRequest) => Sql;
}

/** What the schema keeps of a field: how it is read, and what that costs. */
export type PlanExtensions = {
  readonly plan: FieldPlan;
  readonly cost: CostOf;
  /** Under which key the parent's object holds the value, where all aliases of the field share one; else the alias is the key. */
  readonly sharedKey?: SharedKey;
};

/** A key that is no response key. */
export type SharedKey = `$${string}`;

/** The part of a Pothos field's options that a plan fills in. */
export interface PlannedOptions {
  readonly extensions: PlanExtensions;
  readonly resolve: typeof readByKey;
}

/** The plan of a field, or undefined where it has none. */
export function planOf(field: GraphQLField<unknown, unknown>): FieldPlan | undefined {
  return (field.extensions as { plan?: FieldPlan }).plan;
}

/**
 * Reads a field's value by its response key, so that aliases of one field each find their own.
 *
 * Its type says `never` because the value was checked by the schema's own types in SQL, not in TypeScript.
 */
export function readByKey(
  parent: JsonObject,
  _args: object,
  _context: object,
  info: GraphQLResolveInfo,
): never {
  return parent[info.path.key] as never;
}

/**
 * What the JSON of a statement is: the answer as the client gets it, or what graphql-js walks to make it. The one goes out as the
 * text that it is; the other holds what resolvers need beside, and is made where they have something to do.
 */
export type Form = 'answer' | 'walked';

/** What is composed as the answer is none: it has to be walked. */
export class WalkedError extends Error {
  constructor() {
    super('Resolvers have to make something of this.');
    this.name = 'WalkedError';
  }
}

/** Composes one statement: gives out aliases, and turns selections into JSON expressions. */
export class Planner {
  /** What `prepare` of the root field's plan gave, for the plans of all fields below it too. */
  readonly prepared: unknown;
  readonly form: Form;
  private readonly schema: GraphQLSchema;
  private aliases = 0;

  constructor(schema: GraphQLSchema, form: Form, prepared?: unknown) {
    this.schema = schema;
    this.form = form;
    this.prepared = prepared;
  }

  /**
   * Says that resolvers have to make something of what is composed.
   *
   * @throws {WalkedError} where it is composed as the answer.
   */
  haveWalked(): void {
    if (this.form === 'answer') throw new WalkedError();
  }

  /** A row of `table` under an alias that no other row of the statement has. */
  row<T extends TableName>(table: T): Row<T> {
    this.aliases += 1;
    return { table, alias: `t${this.aliases}` };
  }

  /** A fresh name for a derived table. */
  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }

  /** The input type `name` of the schema, for the conditions that its fields carry. */
  inputType(name: string): GraphQLInputObjectType {
    const type = this.schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`Not an input type: ${name}`);
    return type;
  }

  /** The JSON object that answers `selection` on the object of type `typeName` which `row` stands for. */
  object(typeName: string, row: Row, selection: Selection): Sql {
    return this.members(typeName, selection, (field) => this.field(row, field));
  }

  /** The JSON object that answers `selection` on an object of type `typeName`, of whose fields `read` gives the values. */
  members(typeName: string, selection: Selection, read: (field: SelectedField) => Sql): Sql {
    const isWalked = this.form === 'walked';
    const typename = sql.lit(typeName);
    // No response key begins with a dollar sign.
    const pairs = new Map<string, Sql>(isWalked ? [['$type', typename]] : []);
    for (const selected of selection.inOrder(typeName)) {
      if (typeof selected !== 'string') pairs.set(this.keyOf(selected), read(selected));
      else if (!isWalked) pairs.set(selected, typename);
    }
    // The members of wider objects lose their order.
    if (pairs.size > PAIRS_A_CALL) this.haveWalked();
    return jsonObject([...pairs]);
  }

  /** The value of a selected field of the object which `row` stands for. */
  field(row: Row, { name, args, definition, selection }: SelectedField): Sql {
    const plan = planOf(definition);
    if (!plan) throw new Error(`The field ${name} has no plan`);
    if (definition.resolve !== readByKey) this.haveWalked();
    return plan.read({ planner: this, row, args, selection });
  }

  /** Under which key an object holds a field. */
  private keyOf({ key, definition }: SelectedField): string {
    const { sharedKey } = definition.extensions as Partial<PlanExtensions>;
    return (this.form === 'walked' ? sharedKey : undefined) ?? key;
  }
}
