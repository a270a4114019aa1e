import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** What a transaction has sent and nobody has waited for, by transaction. */
const sent = new WeakMap<Kysely<DB>, Promise<unknown>[]>();

/**
 * Runs a transaction in which rows may be written without waiting: while PostgreSQL writes them, what comes next is computed. A
 * connection runs statements in the order in which they are given, so that whatever is read later finds them written.
 *
 * @throws the first error, also of what nobody waited for.
 */
export function runPipelined<T>(
  kysely: Kysely<DB>,
  work: (transaction: Kysely<DB>) => Promise<T>,
): Promise<T> {
  return kysely.transaction().execute(async (transaction) => {
    const statements: Promise<unknown>[] = [];
    sent.set(transaction, statements);
    try {
      return await work(transaction);
    } finally {
      // The first statement that failed is the cause: all after it fail for the transaction's sake.
      await Promise.all(statements);
    }
  });
}

/** Waits for a statement that was sent; in a transaction that runs ahead it need not. */
export async function later(kysely: Kysely<DB>, statement: Promise<unknown>): Promise<void> {
  const statements = sent.get(kysely);
  if (statements === undefined) {
    await statement;
    return;
  }
  // Its failure is looked at in the end.
  statement.catch(() => undefined);
  statements.push(statement);
}
