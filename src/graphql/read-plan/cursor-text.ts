import { sql } from 'kysely';
import type { Sql } from './sql.ts';

/** The cursor of a JSON array `[order, keys, id]`: in Base64 for URLs, without padding. */
export function cursorText(place: Sql): Sql {
  return sql`translate(encode(convert_to(${place}::text, 'UTF8'), 'base64'), E'+/\n=', '-_')`;
}
