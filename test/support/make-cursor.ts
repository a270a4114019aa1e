/** A cursor as the API makes it, of the name of an order, a key and an id. */
export function makeCursor(place: readonly [order: string, key: string | null, id: string]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}
