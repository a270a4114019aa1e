/** An operation that the address of the page names. */
export interface LinkedOperation {
  readonly query: string;
  /** JSON; null where the address gives none. */
  readonly variables: string | null;
}

/** Variables as people read them; as they are where they are no JSON, so that the editor shows what is wrong. */
function format(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}

/**
 * Reads what the explorer is to open from the part of its address behind the question mark, with the names of GraphQL over HTTP.
 * Null where it names no query.
 *
 * @example readLinkedOperation('?query={meetings{totalCount}}')
 */
export function readLinkedOperation(search: string): LinkedOperation | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query) return null;
  const variables = parameters.get('variables');
  return { query, variables: variables ? format(variables) : null };
}
