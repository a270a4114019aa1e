import { request } from 'node:http';

/** How a request ended; `refused`: there was nobody to connect to, `lost`: the connection broke before the whole answer had come. */
export interface Outcome {
  readonly result: 'answered' | 'refused' | 'lost';
  readonly status?: number;
  /** The header `connection` of the answer. */
  readonly connection?: string | undefined;
  readonly body?: string;
}

/** Sends a GraphQL operation on a connection of its own. */
export function sendOnce(url: string, query: string, headers: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((done) => {
    const sent = request(`${url}/graphql`, {
      method: 'POST',
      // No header `connection: close`: it is for the server to say so.
      agent: false,
      headers: { 'content-type': 'application/json', connection: 'keep-alive', ...headers },
    });
    sent.on('response', (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        done({ result: 'answered', status, connection: answered.connection, body });
      });
      response.on('error', () => done({ result: 'lost' }));
    });
    sent.on('error', ({ code }: NodeJS.ErrnoException) =>
      done({ result: code === 'ECONNREFUSED' ? 'refused' : 'lost' }),
    );
    sent.end(JSON.stringify({ query }));
  });
}
