/** The one shape of an error over HTTP, that of GraphQL; README, "Errors", lists the codes. */
export function errorBody(code: string, message: string, details: Readonly<Record<string, string>> = {}) {
  return { errors: [{ message, extensions: { code, ...details } }] };
}
