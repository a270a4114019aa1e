/** A cursor as the API makes it, of the name of a list and its order (`Meeting NAME ASC`), the keys in that order and an id. */
export function makeCursor([order, keys, id]: readonly [
  order: string,
  keys: readonly (string | null)[],
  id: string,
]): string {
  return Buffer.from(JSON.stringify([order, JSON.stringify(keys), id])).toString('base64url');
}
