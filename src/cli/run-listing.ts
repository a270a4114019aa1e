import type { Kysely } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';

/** What a command lists, and how. */
export interface PrintedListing<T> {
  readonly load: (kysely: Kysely<DB>) => Promise<readonly T[]>;
  /** The columns of a line for people. */
  readonly columns: (row: T) => readonly (string | number)[];
  /** What is printed where there is nothing to list. */
  readonly empty: string;
  /** Whether to print each row as a JSON object, and nothing where there is none. */
  readonly isJson: boolean;
}

/** One column, so that each row stays one line. */
const squeeze = (value: string | number) => String(value).replace(/\s+/g, ' ');

/** Prints rows of the database, one a line, with tabs between columns. */
export async function runListing<T>(config: Config, listing: PrintedListing<T>): Promise<void> {
  const store = await openStore(config);
  try {
    const rows = await listing.load(store.database.kysely);
    for (const row of rows)
      printLine(listing.isJson ? JSON.stringify(row) : listing.columns(row).map(squeeze).join('\t'));
    if (rows.length === 0 && !listing.isJson) printLine(listing.empty);
  } finally {
    await store.close();
  }
}
