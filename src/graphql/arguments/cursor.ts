import { badInput } from './bad-input.ts';

/** How a sort key is compared, and how a cursor carries it. */
export type KeyType = 'date' | 'text' | 'integer' | 'bigint' | 'numeric' | 'timestamptz';

/** A place in an ordered list: the sort keys of the row there (null where it has none), its id last. */
export type Position = readonly (string | null)[];

const KEY_PATTERNS: Readonly<Record<KeyType, RegExp>> = {
  date: /^-?\d{4,6}-\d{2}-\d{2}$/,
  text: /^[^\0]*$/,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,20}(\.\d{1,20})?$/,
  timestamptz: /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/,
};

/**
 * The place that a cursor stands for: `[order, keys, id]`, the keys a JSON array as text.
 *
 * @param order names the list and its order: a cursor is of one only.
 * @throws GraphQLError BAD_USER_INPUT where it was not made by this API for a list in this order.
 */
export function decodeCursor(cursor: string, order: string, types: readonly KeyType[]): Position {
  const [madeFor, keysText, id] = parseList(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (typeof madeFor === 'string' && madeFor !== order)
    throw badInput('The cursor belongs to another list, or to a list in another order.');
  const keys = parseList(keysText);
  const valid =
    madeFor === order &&
    keys.length === types.length &&
    types.every((type, index) => isKey(keys[index], type)) &&
    typeof id === 'string' &&
    !id.includes('\0');
  if (!valid)
    throw badInput('The cursor is broken; take `cursor`, `startCursor` or `endCursor` of an earlier answer.');
  return [...(keys as Position), id];
}

function isKey(key: unknown, type: KeyType): boolean {
  return key === null || (typeof key === 'string' && KEY_PATTERNS[type].test(key));
}

function parseList(text: unknown): unknown[] {
  try {
    const value: unknown = JSON.parse(String(text));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
