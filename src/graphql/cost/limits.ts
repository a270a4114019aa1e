import { type Environment, readWhole } from '../../base/settings.ts';

/** What one operation may ask for; docs/limits.md says what each limit is for. */
export interface QueryLimits {
  /** Points, as weights.ts counts them: some three microseconds of a server each. */
  readonly cost: number;
  /** Levels of fields below the root. */
  readonly depth: number;
  /** Fields, fragments spread; each alias is a field of its own. */
  readonly fields: number;
  /** Fields of the root: each is a statement, on a connection of its own. */
  readonly rootFields: number;
  /** Values in arguments and variables: ids, texts, numbers, members of lists. */
  readonly values: number;
  /** Levels to which values nest. */
  readonly valueDepth: number;
  /** UTF-16 code units of one text in an argument; pages that are ingested are no such texts. */
  readonly textLength: number;
  /** UTF-16 code units of all texts in the variables of a query; mutations carry pages. */
  readonly variableLength: number;
  /** Bytes of the answer's data as the database writes it, all root fields together. */
  readonly answerBytes: number;
}

/** The limits of a server that sets none. */
export const DEFAULT_LIMITS: QueryLimits = {
  cost: 450_000,
  depth: 16,
  fields: 2_000,
  rootFields: 50,
  values: 2_000,
  valueDepth: 32,
  textLength: 10_000,
  variableLength: 262_144,
  answerBytes: 16 * 1024 * 1024,
};

/** The limits that an operator may set; the others guard what no machine makes cheap. */
const SETTINGS = {
  cost: { name: 'XIEZUO_MAX_COST', min: 1_000, max: 100_000_000 },
  depth: { name: 'XIEZUO_MAX_DEPTH', min: 2, max: 64 },
  fields: { name: 'XIEZUO_MAX_FIELDS', min: 10, max: 20_000 },
  values: { name: 'XIEZUO_MAX_VALUES', min: 10, max: 10_000 },
  answerBytes: { name: 'XIEZUO_MAX_ANSWER_BYTES', min: 1_024, max: 268_435_456 },
} as const;

/**
 * Reads the limits of queries from the environment.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readLimits(environment: Environment): QueryLimits {
  const read = (limit: keyof typeof SETTINGS) => {
    const { name, ...bounds } = SETTINGS[limit];
    return readWhole(environment, name, { fallback: DEFAULT_LIMITS[limit], ...bounds });
  };
  return {
    ...DEFAULT_LIMITS,
    cost: read('cost'),
    depth: read('depth'),
    fields: read('fields'),
    values: read('values'),
    answerBytes: read('answerBytes'),
  };
}
