import { badInput } from './bad-input.ts';

/** How a sort key is compared, and how a cursor carries it. */
export type KeyType = 'date' | 'text' | 'integer' | 'numeric';

/** A place in an ordered list: the sort key (null where the row has none) and the id of the row there. */
export interface Position {
  readonly key: string | null;
  readonly id: string;
}

const KEY_PATTERNS: Readonly<Record<KeyType, RegExp>> = {
  date: /^-?\d{4,6}-\d{2}-\d{2}$/,
  text: /^[^\0]*$/,
  integer: /^-?\d{1,9}$/,
  numeric: /^-?\d{1,20}(\.\d{1,20})?$/,
};

/**
 * The place that a cursor stands for.
 *
 * @throws GraphQLError BAD_USER_INPUT where it was not made by this API for a list in this order.
 */
export function decodeCursor(cursor: string, order: string, keyType: KeyType): Position {
  const [madeFor, key, id] = parse(cursor);
  if (typeof madeFor === 'string' && madeFor !== order)
    throw badInput('The cursor belongs to a list in another order.');
  const valid =
    madeFor === order &&
    (key === null || (typeof key === 'string' && KEY_PATTERNS[keyType].test(key))) &&
    typeof id === 'string' &&
    !id.includes('\0');
  if (!valid)
    throw badInput('The cursor is broken; take `cursor`, `startCursor` or `endCursor` of an earlier answer.');
  return { key, id };
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.length === 3 ? value : [];
  } catch {
    return [];
  }
}
