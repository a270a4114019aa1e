import type { QueryConfig } from 'pg';
import { Gate } from '../../admission/gate.ts';
import { LateValue } from '../read-plan/late-value.ts';
import { isOfRequest, type Statement } from './statement.ts';
import type { StatementNames } from './statement-names.ts';

/** How many batches of a statement run at a time: while they do, the next one gathers. */
const BATCH_LIMITS = { running: 2, waiting: Number.POSITIVE_INFINITY, waitMs: 2 ** 31 - 1 };

/** The most requests whose reads are one batch. */
const MAX_BATCH = 32;

/** A statement that does for many requests at once what another one does for each. */
export class Batch {
  /** Lets in whoever runs the statement, for one request or for many. */
  readonly gate = new Gate(BATCH_LIMITS);
  private readonly text: string;
  /** Where the values that the requests give stand among the parameters of the statement, and where those that all have. */
  private readonly late: readonly number[];
  private readonly others: readonly number[];
  private readonly names: StatementNames | null;
  /** The name under which the server prepares it, once it has one: it is a hash of the text, too costly for each batch. */
  private name: string | undefined;

  constructor({ text, parameters }: Statement, names: StatementNames | null) {
    const places = parameters.map((_, place) => place);
    this.late = places.filter((place) => parameters[place] instanceof LateValue);
    this.others = places.filter((place) => !this.late.includes(place));
    this.names = names;
    const columns = this.late.map((_, index) => `late${index}`).join(', ');
    const arrays = this.late.map((_, index) => `$${this.others.length + index + 1}::text[]`).join(', ');
    const body = text.replace(/\$(\d+)/g, (_, number: string) => this.nameOf(Number(number) - 1));
    this.text = `SELECT one.value, one.bytes FROM unnest(${arrays}) WITH ORDINALITY AS request(${columns}, place),
      LATERAL (${body}) AS one ORDER BY request.place`;
  }

  /** What stands in the batch for a parameter of the statement. */
  private nameOf(place: number): string {
    const index = this.late.indexOf(place);
    return index < 0 ? `$${this.others.indexOf(place) + 1}` : `request.late${index}`;
  }

  /** The query that gives a row for each request, in their order. `fillings` are the values of the statement for each. */
  compose(fillings: readonly (readonly unknown[])[]): QueryConfig {
    const [first = []] = fillings;
    const values = [
      ...this.others.map((place) => first[place]),
      ...this.late.map((place) => fillings.map((values) => String(values[place]))),
    ];
    this.name ??= this.names?.nameOf(this.text);
    const { name } = this;
    return { ...(name && { name }), text: this.text, values };
  }

  /** How many requests are a batch, if one takes so many milliseconds: all of them take `batchMs` at most. */
  static sizeFor(ms: number, batchMs: number): number {
    return Math.max(1, Math.min(MAX_BATCH, Math.floor(batchMs / ms)));
  }
}

/** Whether all late values of a statement are cast there: the batch has them as texts. */
function isCast({ text, parameters }: Statement): boolean {
  const bare = [...text.matchAll(/\$(\d+)(?!\d|::)/g)];
  return !bare.some(([, number]) => parameters[Number(number) - 1] instanceof LateValue);
}

/** Makes batches of statements, one of each. */
export class Batches {
  private readonly names: StatementNames | null;
  private readonly known = new WeakMap<Statement, Batch | null>();

  constructor(names: StatementNames | null) {
    this.names = names;
  }

  /** The batch of a statement; null for one that would be the same for all requests, or looks for words. */
  of(statement: Statement): Batch | null {
    let batch = this.known.get(statement);
    if (batch === undefined) {
      const isOwn = statement.parameters.some(isOfRequest) && statement.queries.size === 0;
      batch = isOwn && isCast(statement) ? new Batch(statement, this.names) : null;
      this.known.set(statement, batch);
    }
    return batch;
  }
}
