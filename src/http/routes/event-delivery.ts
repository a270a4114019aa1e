import type { ServerResponse } from 'node:http';

/** How the text of an event begins that carries a result. */
const RESULT = 'event: next';

/**
 * Follows the events of one stream from where they are made to where the client takes them: what lies between, `graphql-sse` keeps without
 * a bound.
 */
export class EventDelivery {
  private readonly response: Pick<ServerResponse, 'writableLength'>;
  private made = 0;
  private sent = 0;

  constructor(response: Pick<ServerResponse, 'writableLength'>) {
    this.response = response;
  }

  /** Whether the client has taken all that was made. */
  get isTaken(): boolean {
    return this.made === this.sent && this.response.writableLength === 0;
  }

  /** Results, as they are made. */
  async *make<T>(results: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const result of results) {
      this.made += 1;
      yield result;
    }
  }

  /** The texts of events, as they are sent. */
  async *send(texts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const text of texts) {
      yield text;
      if (text.startsWith(RESULT)) this.sent += 1;
    }
  }
}
