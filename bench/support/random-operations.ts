import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values that arguments take: some that the graph has, some that it has not. */
export interface Vocabulary {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
  readonly cursors: readonly string[];
  readonly texts: readonly string[];
}

/** Arguments and fields of filters that take codes of areas. */
const CODES = ['area', 'code', 'codes', 'parent', 'partyArea', 'within'];

/** Fields of an operation, at most: the parser takes 5,000 tokens. */
const MAX_FIELDS = 400;

/** Makes random queries over a schema that are always well-typed: deep, wide, aliased, with fragments, filters, orders and groups. */
export class RandomOperations {
  private readonly schema: GraphQLSchema;
  private readonly vocabulary: Vocabulary;
  private readonly random: () => number;
  private fields = 0;
  private names = 0;
  private fragments: string[] = [];

  constructor(schema: GraphQLSchema, vocabulary: Vocabulary, random: () => number) {
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.random = random;
  }

  /** The next operation: a document with one query and its fragments. */
  next(): string {
    this.fields = 0;
    this.names = 0;
    this.fragments = [];
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no queries');
    const roots = this.chance(0.2) ? this.between(3, 20) : this.between(1, 2);
    const shape = { depth: this.between(2, 9), width: this.between(1, this.chance(0.2) ? 12 : 4) };
    const fields = Array.from({ length: roots }, () =>
      this.field(query, this.one(this.fieldsOf(query)), shape),
    );
    return [`{ ${fields.filter(Boolean).join(' ')} __typename }`, ...this.fragments].join('\n');
  }

  private selection(type: GraphQLObjectType, shape: Shape): string {
    const all = this.fieldsOf(type);
    const deep = all.filter((field) => !isLeafType(getNamedType(field.type)));
    const flat = all.filter((field) => isLeafType(getNamedType(field.type)));
    const wide = Array.from({ length: this.between(1, shape.width) }, () => {
      const from =
        shape.depth > 1 && deep.length > 0 && (flat.length === 0 || this.chance(0.5)) ? deep : flat;
      return from.length === 0 ? '' : this.field(type, this.one(from), shape);
    });
    const fields = ['__typename', ...wide.filter(Boolean)].join(' ');
    return this.chance(0.15) ? this.fragment(type.name, fields) : fields;
  }

  private fragment(typeName: string, fields: string): string {
    if (this.chance(0.5)) return `... on ${typeName} { ${fields} }`;
    this.names += 1;
    const name = `F${this.names}`;
    this.fragments.push(`fragment ${name} on ${typeName} { ${fields} }`);
    return `...${name}`;
  }

  private field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, shape: Shape): string {
    if (this.fields >= MAX_FIELDS) return '';
    this.fields += 1;
    this.names += 1;
    const head = `k${this.names}: ${field.name}${this.arguments(field, parent)}`;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return head;
    const below = { ...shape, depth: shape.depth - 1 };
    if (isObjectType(type)) return `${head} { ${this.selection(type, below)} }`;
    if (!isAbstractType(type)) return '';
    const parts = this.schema
      .getPossibleTypes(type)
      .filter(() => this.chance(0.4))
      .map((some) => `... on ${some.name} { ${this.selection(some, below)} }`);
    return `${head} { __typename ${parts.join(' ')} }`;
  }

  private arguments(field: GraphQLField<unknown, unknown>, parent: GraphQLObjectType): string {
    const share = parent.name === 'Query' ? 0.5 : 0.3;
    // A cursor fits one order of one list: most are errors of the client, so they are few.
    const isCursor = ({ name }: GraphQLArgument) => name === 'after' || name === 'before';
    const given = field.args.filter(
      (arg) => isNonNullType(arg.type) || this.chance(isCursor(arg) ? share / 10 : share),
    );
    // Both ends of a list at once are an error of the client: rare, not never.
    const isBoth = given.some(({ name }) => name === 'first') && given.some(({ name }) => name === 'last');
    const kept = isBoth && this.chance(0.95) ? given.filter(({ name }) => name !== 'last') : given;
    if (kept.length === 0) return '';
    return `(${kept.map((arg) => `${arg.name}: ${this.value(arg, arg.type, 4)}`).join(', ')})`;
  }

  private value(input: GraphQLArgument | GraphQLInputField, type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.value(input, type.ofType, depth);
    if (isListType(type)) {
      const length = this.chance(0.05) ? this.between(5, 120) : this.between(1, 3);
      return `[${Array.from({ length }, () => this.value(input, type.ofType, depth)).join(', ')}]`;
    }
    if (isInputObjectType(type)) return this.object(type, depth);
    if (isEnumType(type)) return this.one(type.getValues()).name;
    return this.scalar(input.name, type.name);
  }

  private object(type: GraphQLInputObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const alternatives = all.filter(({ name }) => isAlternative(type, name));
    const required = [
      ...all.filter(({ type }) => isNonNullType(type)),
      ...(alternatives.length > 0 ? [this.one(alternatives)] : []),
    ];
    const others = all.filter(
      (field) =>
        !isNonNullType(field.type) &&
        !alternatives.includes(field) &&
        (depth > 1 || !['and', 'or', 'not', 'count'].includes(field.name)),
    );
    const most = Math.min(others.length, required.length > 0 ? 1 : 2);
    const least = Math.min(most, required.length > 0 ? 0 : 1);
    const some = Array.from({ length: this.between(least, most) }, () => this.one(others));
    const given = [...new Set([...required, ...some])];
    return `{ ${given.map((field) => `${field.name}: ${this.value(field, field.type, depth - 1)}`).join(', ')} }`;
  }

  private scalar(name: string, type: string): string {
    const { ids, codes, cursors, texts } = this.vocabulary;
    if (type === 'Int') return String(this.one([0, 1, 2, 5, 20, 50, 100, this.chance(0.05) ? 1000 : 10]));
    if (type === 'Float') return '0.5';
    if (type === 'Decimal') return this.one(['"0"', '"-3.2"', '"270000000000"', '19.5']);
    if (type === 'Boolean') return String(this.chance(0.5));
    if (type === 'Date')
      return `"${this.between(2015, 2026)}-0${this.between(1, 9)}-${this.between(10, 28)}"`;
    if (type === 'ID') return JSON.stringify(this.chance(0.1) ? 'per_nobody' : this.one(ids));
    if (name === 'after' || name === 'before') return JSON.stringify(this.one(cursors));
    if (type === 'DateTime') return `"${this.between(2015, 2026)}-06-08T0${this.between(0, 9)}:30:00Z"`;
    if (CODES.includes(name)) return JSON.stringify(this.one(codes));
    return JSON.stringify(this.one(texts));
  }

  private fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields());
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  private one<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T;
  }
}

/** Whether an input object has exactly one of some fields, of which this is one. */
function isAlternative(type: GraphQLInputObjectType, name: string): boolean {
  return type.isOneOf || (type.name.endsWith('Order') && (name === 'field' || name === 'count'));
}

/** How far a selection goes. */
interface Shape {
  readonly depth: number;
  readonly width: number;
}
