/** How a request was answered. */
export interface Reply {
  readonly ms: number;
  readonly status: number;
  readonly codes: readonly string[];
  readonly bytes: number;
}

/** Sends an operation, with `headers` beside the usual ones. */
export async function post(
  url: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.text();
  const ms = performance.now() - start;
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
  return { ms, status: response.status, codes, bytes: body.length };
}
