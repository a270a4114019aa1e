import { createHash } from 'node:crypto';

const ID_LENGTH = 32;

/**
 * The id of a row that is no node of its own in the API, made of what it states: the same fact of the same entities has the
 * same id, whoever writes it, whenever.
 */
export function nameFact(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_LENGTH);
}
