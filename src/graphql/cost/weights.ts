import { type ListLimit, TINY_LIST } from '../arguments/list-limit.ts';
import { MAX_PAGE_SIZE, pageSize } from '../arguments/page-size.ts';
import type { CostOf, InputCount, ListCost } from './field-cost.ts';

// The whole model of what queries cost, in points. `npm run bench -- hostile` compares it with the clock.

/** Points of leaves that are not plain columns. */
export const LEAF = {
  /** The text of an article: kilobytes. */
  text: 100,
  /** The beginning of a text, of which all is fetched. */
  excerpt: 20,
  /** Passages of a match, whose texts are folded and searched. */
  highlights: 300,
  /** A list of values, which is long at times. */
  list: 50,
  /** Names that are looked up one by one. */
  words: 5,
} as const;

/** Points of root fields that do much on their own. */
const ROOT = {
  search: 15_000,
  pathLink: 50_000,
  suggest: 3_000,
  openQuestions: 30_000,
  /** Counting all changes, of which there are several for each row of the graph. */
  changes: 20_000,
  mutation: 5_000,
} as const;

/** Points of an object in an answer, beside its leaves. */
const OBJECT = 2;
/** Points of a subselect for each parent: of one row, of a list, of a connection. */
const SUBSELECT = { one: 3, list: 5, connection: 10 } as const;
/** Points of planning a subselect, however many parents it has. */
const PLANNING = 40;
/** Points of a statement of its own. */
const STATEMENT = 200;

/** What lists are looked through for: at the root in a whole table, below a parent in its own rows. */
const SCANS = {
  root: { base: 3_000, page: 200, test: 500, related: 1_000, counted: 50_000, group: 15_000 },
  below: { base: 50, page: 20, test: 50, related: 100, counted: 1_000, group: 50 },
} as const;
/** Folding the text of an article for its tests takes so many times as long as a test of a name. */
export const LONG_TEXT_TESTS = 250;
/** Looking words up in the search index takes so many times as long as a test of a name. */
export const MATCH_TESTS = 6;
/** Points of finding the articles that give evidence of something: a few things have thousands. */
export const EVIDENCE_SCAN = 100;
/** Points of finding the meetings in an area and those below it. */
export const AREA_SCAN = 100;
/** Points of finding what is like an article: hundreds that share each of its words, people and meetings. */
export const SIMILAR_SCAN = 5_000;
/** Points of the root lists that no index has in their default order. */
export const SORTED_SCAN = 750;
/** Finding the first rows in an order takes so many times as long as counting them, where only few of a table belong to a parent. */
const FIRST_ROWS = 4;
/** Points of those who share something: of each, as all are counted to find the first, and of looking for all pairs. */
const SHARING = { row: 10, all: 20_000 } as const;
/** Points of planning conditions on other rows: they are joins, and each is weighed against all others. */
const JOINS = 250;

/** A leaf, which costs a point, or more where it is long. */
export const leaf =
  (points = 1): CostOf =>
  () => ({ rows: 0, points });

/** One related object. */
export const oneObject: CostOf = ({ isRoot }) => ({
  rows: 1,
  points: SUBSELECT.one + OBJECT,
  once: PLANNING + (isRoot ? STATEMENT : 0),
});

/** The very object of the parent, such as that of an edge. */
export const sameObject: CostOf = () => ({ rows: 1, points: 1 });

/** A plain list of `rows` objects at most; `points` beside those of its objects. */
export const listOf =
  (rows: (args: Record<string, unknown>) => number, points = 0): CostOf =>
  ({ args, isRoot }) => {
    const most = Math.max(0, rows(args));
    return {
      rows: most,
      points: SUBSELECT.list + points + most * OBJECT,
      once: PLANNING + (isRoot ? STATEMENT : 0),
    };
  };

/** A plain list under a limit: each row costs `row` points beside what is selected of it, each list `once`. */
export const limitedList =
  (limit: ListLimit, { row = 0, once = 0 }: { readonly row?: number; readonly once?: number } = {}): CostOf =>
  (asked) => {
    const most = Math.min(limit.most, typeof asked.args.first === 'number' ? asked.args.first : limit.usual);
    return listOf(() => most, once + row * Math.max(0, most))(asked);
  };

/** Suggestions: names are looked through, however few are asked for. */
export const suggestCost: CostOf = (asked) => limitedList(TINY_LIST, { once: ROOT.suggest })(asked);

/**
 * A connection; `scope` are points of finding the rows that belong to a parent, beside those of any list, and `countingOrders` the orders
 * by which related rows are counted for each row.
 */
export const connection =
  (scope = 0, countingOrders: readonly string[] = []): CostOf =>
  ({ args, input, isRoot }) => {
    const orders = (args.orderBy ?? []) as readonly { readonly field?: string | null }[];
    const counting = orders.filter(({ field }) => countingOrders.includes(field ?? ''));
    const list = listCost(
      { page: page(args), scope, isOrdered: orders.length > 0 },
      { ...input, counted: input.counted + counting.length },
      isRoot,
    );
    return {
      rows: 1,
      points: SUBSELECT.connection,
      once: PLANNING + JOINS * input.related ** 2 + (isRoot ? STATEMENT : 0),
      list,
    };
  };

function page(args: Record<string, unknown>): number {
  return Math.min(MAX_PAGE_SIZE, Math.max(0, pageSize(args)));
}

function listCost(
  { page, scope, isOrdered }: { page: number; scope: number; isOrdered: boolean },
  input: InputCount,
  isRoot: boolean,
): ListCost {
  const weights = isRoot ? SCANS.root : SCANS.below;
  const ask = (more: InputCount) => conditionPoints(more, weights);
  const scan = weights.base + scope + ask(input);
  // Without filter and order an index gives the page.
  const isIndexed = input.tests + input.related === 0 && !isOrdered;
  return {
    page,
    find: isIndexed ? weights.page + FIRST_ROWS * scope : scan + FIRST_ROWS * scope,
    scan,
    ask,
    group: weights.group,
  };
}

/** Points of conditions on all rows of a list, and of what is counted for each of them. */
function conditionPoints(
  { tests, related, counted }: InputCount,
  weights: (typeof SCANS)['root' | 'below'],
): number {
  return weights.test * tests + weights.related * related + weights.counted * counted;
}

/** Changes: the next ones are found by their numbers; those of some types or actions may be far apart. */
export const changesCost: CostOf = ({ args }) => {
  const isSome = Array.isArray(args.types) || Array.isArray(args.actions);
  const find = isSome ? SCANS.root.base : SCANS.root.page;
  return {
    rows: 1,
    points: SUBSELECT.connection,
    once: PLANNING + STATEMENT,
    list: { page: page(args), find, scan: ROOT.changes, ask: () => 0, group: 0 },
  };
};

/** Changes that a subscription reads at a time, and what is asked of the rows that they are of. */
export const batchOfChanges: CostOf = ({ input }) => ({
  rows: MAX_PAGE_SIZE,
  points: SUBSELECT.list + MAX_PAGE_SIZE * OBJECT + conditionPoints(input, SCANS.below),
  once: PLANNING + STATEMENT + JOINS * input.related ** 2,
});

/** Those who share meetings or agreements: at the root among all, below a parent with it. */
export const sharingCost =
  (limit: ListLimit): CostOf =>
  (asked) => {
    const base = limitedList(limit, { row: SHARING.row, once: asked.isRoot ? SHARING.all : 0 })(asked);
    const conditions = conditionPoints(asked.input, asked.isRoot ? SCANS.root : SCANS.below);
    return {
      ...base,
      points: base.points + conditions,
      once: (base.once ?? 0) + JOINS * asked.input.related ** 2,
    };
  };

/** The nodes or edges of a connection. */
export const pageOfList: CostOf = ({ list }) => ({
  rows: list?.page ?? 0,
  points: (list?.find ?? 0) + (list?.page ?? 0) * OBJECT,
  once: PLANNING,
});

/** Where a page stands: whether there are rows beyond it. */
export const placeOfPage: CostOf = ({ list }) => ({ rows: 1, points: list?.find ?? 0, once: PLANNING });

/** The number of rows of a connection, or another figure about all of them. */
export const wholeList: CostOf = ({ list }) => ({ rows: 0, points: list?.scan ?? 0, once: PLANNING });

/**
 * Groups of the rows of a connection: each dimension is looked up for each of them, with as many keys as `keysEach` says that a row may
 * well have, and what is averaged counted. What they are compared with is looked through beside.
 */
export const groupsOfList =
  (keysEach: (dimension: string) => number): CostOf =>
  ({ list, args, input }) => {
    const by = args.by as readonly string[];
    const dimensions = by.length;
    // Of several dimensions each key of the one meets each of the other.
    const keys = by.reduce((product, dimension) => product * keysEach(dimension), 1) + dimensions - 1;
    const rows = Math.min(1_000, Math.max(0, (args.first as number | null) ?? 100));
    const looks = args.comparedWith ? 2 : 1;
    const points =
      looks * ((list?.scan ?? 0) + keys * (list?.group ?? 0)) + (list?.ask(input) ?? 0) + rows * OBJECT;
    const once = PLANNING * (1 + dimensions) * looks + JOINS * input.related ** 2;
    // Below a group there is an object for each of its dimensions.
    return { rows, points, once, ...(list && { list: { ...list, page: dimensions } }) };
  };

/** The entities that the keys of a group stand for: each is looked for among the types that it may have. */
export const nodesOfGroup: CostOf = ({ list }) => {
  const dimensions = list?.page ?? 0;
  return { rows: dimensions, points: dimensions * (2 * SUBSELECT.one + OBJECT), once: PLANNING };
};

/** A search: its matches are found and ranked once for all its parts. */
export const searchCost: CostOf = ({ args }) => ({
  rows: 1,
  points: ROOT.search,
  once: PLANNING + STATEMENT,
  list: { page: page(args), find: 0, scan: 0, ask: () => 0, group: 0 },
});

/** A path: each of its links is looked for among all who were reached before. */
export const pathCost: CostOf = (asked) => {
  const links = Math.max(0, asked.args.longest as number);
  return listOf(() => links + 1, links * ROOT.pathLink)(asked);
};

/** A change of the graph: one object of what came of it. */
export const mutationCost: CostOf = () => ({ rows: 1, points: ROOT.mutation, once: PLANNING + STATEMENT });

/** Matches of a search, counted by each of what is asked for: all of them are read for each. */
export const facetsCost: CostOf = ({ args }) => {
  const facets = Array.isArray(args.by) ? args.by.length : 2;
  return { rows: facets, points: 50 * facets, once: PLANNING };
};

/** Open questions: pairs of each kind are looked for and compared. */
export const openQuestionsCost: CostOf = ({ args }) => ({
  rows: 1,
  points: ROOT.openQuestions * (listLength(args.types) || KINDS),
  once: PLANNING + STATEMENT,
  list: { page: page(args), find: 0, scan: 0, ask: () => 0, group: 0 },
});

const KINDS = 4;

function listLength(value: unknown): number {
  return Array.isArray(value) ? new Set(value).size : 0;
}
