import { sql } from 'kysely';
import type { KeyType, Position } from '../arguments/cursor.ts';
import { and, or, type Sql } from './sql.ts';

/** One of the values by which rows are ordered: rows without it come last in both directions. */
export interface Compared {
  readonly value: Sql;
  readonly type: KeyType;
  readonly nullable: boolean;
  readonly descending: boolean;
}

/** Where rows stand, seen from a place in a list. */
export type Side = 'after' | 'before';

/** Whether a row stands on the side `side` of a place, or, with `orAt`, at it; `keys` order the rows without a tie. */
export function beyond(keys: readonly Compared[], place: Position, side: Side, orAt = false): Sql {
  const [key, ...rest] = keys;
  const [at = null, ...more] = place;
  if (!key) return sql.lit(orAt);
  const [last] = rest;
  // Two values that rise or fall together are compared as one, which an index of both serves.
  if (last && isPlainPair(key, rest) && at !== null) {
    const compare = sql`${comparison(key, side)}${sql.raw(orAt ? '=' : '')}`;
    const pair = sql`(${key.value}, ${last.value}) ${compare} (${parameter(key, at)}, ${parameter(last, more[0] ?? null)})`;
    return side === 'after' && key.nullable ? sql`(${pair} OR ${key.value} IS NULL)` : pair;
  }
  return or([strictly(key, at, side), and([same(key, at), beyond(rest, more, side, orAt)])]);
}

/** Whether the first of several values stands at the place or beyond it; neither it nor that of the place may be null. */
export function notBehind(key: Compared, at: string, side: Side): Sql {
  return sql`${key.value} ${comparison(key, side)}= ${parameter(key, at)}`;
}

function isPlainPair(key: Compared, [last, ...others]: readonly Compared[]): boolean {
  return others.length === 0 && last?.nullable === false && last.descending === key.descending;
}

/** Whether the row stands beyond the place by this value alone. */
function strictly(key: Compared, at: string | null, side: Side): Sql {
  const { value, nullable } = key;
  // Nothing comes after those without a value, and all others before them.
  if (at === null) return side === 'after' ? sql`FALSE` : sql`${value} IS NOT NULL`;
  const compared = sql`${value} ${comparison(key, side)} ${parameter(key, at)}`;
  return side === 'after' && nullable ? sql`(${compared} OR ${value} IS NULL)` : compared;
}

function same(key: Compared, at: string | null): Sql {
  return at === null ? sql`${key.value} IS NULL` : sql`${key.value} = ${parameter(key, at)}`;
}

function comparison({ descending }: Compared, side: Side): Sql {
  return (side === 'after') !== descending ? sql`>` : sql`<`;
}

function parameter({ type }: Compared, value: string | null): Sql {
  return sql`${value}::${sql.raw(type)}`;
}
