import { type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { sql } from 'kysely';
import type { Selection } from './selection.ts';
import { jsonObject, type Row, type Sql, type TableName } from './sql.ts';

/** Composes one statement: gives out aliases, and turns selections into JSON expressions. */
export class Planner {
  private readonly schema: GraphQLSchema;
  private aliases = 0;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
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

  /**
   * The JSON object that answers `selection` on the object of type `typeName` which `row` stands for.
   *
   * It carries its type's name under `$type`, which no response key can be.
   */
  object(typeName: string, row: Row, selection: Selection): Sql {
    const pairs = new Map<string, Sql>([['$type', sql.lit(typeName)]]);
    for (const { key, name, args, plan, selection: below } of selection.on(typeName)) {
      if (!plan) throw new Error(`${typeName}.${name} has no plan`);
      pairs.set(plan.sharedKey ?? key, plan.read({ planner: this, row, args, selection: below }));
    }
    return jsonObject([...pairs]);
  }
}
