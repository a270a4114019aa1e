import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';

/** Where the API is, and who asks. */
export interface ClientOptions {
  /** `http://localhost:4000/graphql` */
  readonly url: string;
  /** The API key, for changes; nothing else needs one. */
  readonly apiKey?: string;
  /** By default the platform's. */
  readonly fetch?: typeof fetch;
}

/** What the API says of something that went wrong. */
export interface ApiErrorPart {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

/** An answer with errors. */
export class ApiError extends Error {
  /** The codes of `errors`: README, "Errors", says what each means. */
  readonly codes: readonly string[];
  readonly errors: readonly ApiErrorPart[];
  /** The HTTP status. */
  readonly status: number;
  /** Seconds after which the request may be sent again; null where that would not help. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, errors: readonly ApiErrorPart[], retryAfterSeconds: number | null) {
    super(errors.map(({ message }) => message).join('\n') || `The server answered ${status}.`);
    this.name = 'ApiError';
    this.status = status;
    this.errors = errors;
    this.codes = errors.map(({ extensions }) => extensions.code);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Asks one API. */
export interface Client {
  /** @throws {ApiError} where anything of it could not be answered. */
  request<Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
}

/** Makes a client of the API at an address. */
export function createClient({ url, apiKey, fetch: send = fetch }: ClientOptions): Client {
  return {
    async request(document, variables) {
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(apiKey && { 'x-api-key': apiKey }),
        },
        body: JSON.stringify({ query: print(document), variables }),
      });
      const { data, errors = [] } = await response.json();
      if (!response.ok || errors.length > 0 || !data) {
        const retryAfter = response.headers.get('retry-after');
        throw new ApiError(response.status, errors, retryAfter === null ? null : Number(retryAfter));
      }
      return data;
    },
  };
}
