import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { readHttpSettings } from '../../src/http/settings/http-settings.ts';
import { startTracing } from '../../src/http/tracing/start-tracing.ts';
import type { Tracing } from '../../src/http/tracing/tracing.ts';
import { createTestApp, type TestApp } from '../graphql/graphql-client.ts';

/** A span as OTLP has it in JSON. */
interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

const LOG = pino({ level: 'silent' });
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

let collector: Server;
const received: string[] = [];
let tracing: Tracing | null;
let api: TestApp;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/v1/traces') received.push(body);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const { port } = collector.address() as AddressInfo;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
  process.env.OTEL_SERVICE_NAME = 'a name of its own';
  tracing = await startTracing(readHttpSettings(process.env), LOG);
  api = await createTestApp({ tracing });
});
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  delete process.env.OTEL_SERVICE_NAME;
  await api.close();
  collector.closeAllConnections();
  await new Promise((done) => collector.close(done));
});

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://x' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' }, false],
])('with %j something is traced: %s', async (environment, tracing) => {
  expect(readHttpSettings(environment)).toMatchObject({ tracing });
  if (!tracing) expect(await startTracing(readHttpSettings(environment), LOG)).toBeNull();
});

test('a request is a span of the trace that it names, with its statements below, and no value of its query', async () => {
  const query = '{ people(where: {name: {equals: "a private value"}}) { totalCount } }';
  await api.app.inject({
    url: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { traceparent: `00-${TRACE}-${PARENT}-01`, 'apollo-require-preflight': 'true' },
  });
  await tracing?.close();
  const payload = received.join('');
  expect(payload).toContain('a name of its own');
  expect(payload).not.toContain('private');
  const spans = received.flatMap((body) => readSpans(body)).filter(({ traceId }) => traceId === TRACE);
  const request = spans.find(({ name }) => name === 'GET /graphql');
  expect(request?.parentSpanId).toBe(PARENT);
  const statement = spans.find(({ name }) => name === 'SELECT');
  const parents = new Map(spans.map(({ spanId, parentSpanId }) => [spanId, parentSpanId]));
  expect(ancestors(statement?.spanId, parents)).toContain(request?.spanId);
});

function readSpans(body: string): Span[] {
  const { resourceSpans } = JSON.parse(body);
  return resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }) =>
    scopeSpans.flatMap(({ spans }) => spans),
  );
}

function ancestors(id: string | undefined, parents: ReadonlyMap<string, string | undefined>): string[] {
  const found: string[] = [];
  for (let next = id && parents.get(id); next; next = parents.get(next)) found.push(next);
  return found;
}
