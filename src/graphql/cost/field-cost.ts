/** What the arguments of a field hold. */
export interface InputCount {
  /** Ids, texts, numbers and other values, members of lists each for itself. */
  values: number;
  /** Conditions on the row itself, such as each test of a text. */
  tests: number;
  /** Conditions on other rows: by an id, by the code of an area, by a filter of another list. */
  related: number;
  /** Numbers of related rows, each counted for every row that is looked at. */
  counted: number;
}

import type { Arguments } from '../arguments/arguments.ts';

/** The list that the parts of a connection are read from. */
export interface ListCost {
  /** Rows of its page. */
  readonly page: number;
  /** Points of finding the rows of the page. */
  readonly find: number;
  /** Points of looking at all its rows: for counts and groups. */
  readonly scan: number;
  /** Points of conditions and counts on all its rows. */
  readonly ask: (input: InputCount) => number;
  /** Points of grouping them by a dimension. */
  readonly group: number;
}

/** What one field costs. */
export interface FieldCost {
  /** Objects that it gives a parent at most; 0 for leaves. */
  readonly rows: number;
  /** Points for each parent, without what is selected below. */
  readonly points: number;
  /** Points once, however many parents there are: what planning the statement takes. */
  readonly once?: number;
  /** For the fields below, where this is a connection. */
  readonly list?: ListCost;
}

/** What is asked of a field whose cost is counted. */
export interface Asked {
  readonly args: Arguments;
  readonly input: InputCount;
  /** Whether it stands at the root, where a list is a whole table. */
  readonly isRoot: boolean;
  /** The list of the connection that it is a part of. */
  readonly list: ListCost | null;
}

/** Says what a field costs; fields of the schema carry it in their extensions. */
export type CostOf = (asked: Asked) => FieldCost;
