import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { Transaction } from './database.ts';

/** Runs what Kysely composes on the one connection of a Prisma transaction. */
class TransactionConnection implements DatabaseConnection {
  private readonly tx: Transaction;

  constructor(tx: Transaction) {
    this.tx = tx;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return { rows: await this.tx.$queryRawUnsafe<Row[]>(sql, ...parameters) };
  }

  // biome-ignore lint/correctness/useYield: a transaction of Prisma has no cursor to stream from.
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('A transaction of Prisma cannot stream.');
  }
}

class TransactionDriver extends DummyDriver {
  private readonly connection: TransactionConnection;

  constructor(tx: Transaction) {
    super();
    this.connection = new TransactionConnection(tx);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection;
  }
}

/**
 * Kysely inside a transaction of Prisma, for SQL that Prisma's models do not express.
 *
 * The npm package `prisma-extension-kysely` 4.0 does this too, but gives transactions that run at the same time one
 * another's connection.
 */
export function kyselyOf(tx: Transaction): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createDriver: () => new TransactionDriver(tx),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
