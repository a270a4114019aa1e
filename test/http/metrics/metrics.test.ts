import { buildMetricsApp } from '../../../src/http/metrics/build-metrics-app.ts';
import { Metrics } from '../../../src/http/metrics/metrics.ts';
import { createTestApp, type TestApp } from '../../graphql/graphql-client.ts';

const metrics = new Metrics();
const metricsApp = buildMetricsApp(metrics.registry);

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp({ metrics, apiKey: 'a key of this test' });
});
afterAll(async () => {
  await metricsApp.close();
  await api.close();
});

const read = async () => (await metricsApp.inject('/metrics')).body;

test('requests, operations and pages are counted by what became of them', async () => {
  await api.query('{ people { totalCount } }');
  await api.query('{ nothing }');
  await api.app.inject(`/${Math.random()}`);
  await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-api-key': 'a key of this test' },
    payload: { query: 'mutation { ingestDocument(input: {name: "a", text: " "}) { status } }' },
  });
  const text = await read();
  expect(text).toContain('xiezuo_graphql_operations_total{type="query",code="OK"} 1');
  expect(text).toContain('xiezuo_graphql_operations_total{type="none",code="GRAPHQL_VALIDATION_FAILED"} 1');
  expect(text).toContain('xiezuo_pages_total{status="quarantined"} 1');
  expect(text).toContain(
    'xiezuo_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"} 3',
  );
  // What clients make up is no series of its own.
  expect(text).toContain(
    'xiezuo_http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
  );
});

test('the process and the connections of the database are shown', async () => {
  const text = await read();
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  expect(text).toMatch(/^xiezuo_read_connections [1-9]/m);
  expect(text).toMatch(/^xiezuo_read_waiting 0/m);
});

test('they are on a port of their own', async () => {
  expect((await api.app.inject('/metrics')).statusCode).toBe(404);
  const missing = await metricsApp.inject('/');
  expect([missing.statusCode, missing.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
});
