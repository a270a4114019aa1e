import type pg from 'pg';
import type { AskSearch } from './ask-search.ts';
import type { Story } from './stories.ts';

/** What the parts of the measurement share. */
export interface Quality {
  /** Asks the product over HTTP. */
  readonly ask: AskSearch;
  /** The database that the product serves: what is right is read from its tables, never from search. */
  readonly pool: pg.Pool;
  readonly stories: readonly Story[];
  /** Numbers of this part alone, so that it draws the same whichever others run. */
  readonly random: () => number;
  /** A folder in which others' software is installed. */
  readonly peers: string;
}

/** Measures one promise and prints what came of it; true where all is as wanted. */
export type Part = (quality: Quality) => Promise<boolean>;
