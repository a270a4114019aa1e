/** An event of a stream, its data parsed. */
export interface StreamEvent {
  readonly event: string;
  readonly data: {
    readonly data?: never;
    readonly errors?: readonly { message: string; extensions: { code: string } }[];
  } | null;
}

/** A stream of server-sent events that a client reads. */
export interface OpenStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event that is more than a sign of life; undefined at the end. */
  next(): Promise<StreamEvent | undefined>;
  /** Hangs up. */
  close(): void;
}

/** Splits what comes into events. */
async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event) yield { event, data: data ? JSON.parse(data) : null };
    }
  }
}

/** Subscribes at a server. */
export async function openStream(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: controller.signal,
  });
  const events = readEvents(response.body as unknown as AsyncIterable<Uint8Array>);
  return {
    status: response.status,
    headers: response.headers,
    next: async () => (await events.next()).value as StreamEvent | undefined,
    close: () => controller.abort(),
  };
}
