import { describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { createReadiness } from '../../../src/http/life/readiness.ts';
import { type HealthOptions, registerHealth } from '../../../src/http/routes/register-health.ts';

/** An app before something that answers, or does not, as a database would. */
function createApp(query: () => Promise<unknown>) {
  const app = Fastify();
  const readiness = createReadiness();
  registerHealth(app, { health: { query } as HealthOptions['health'], readiness });
  const ask = async () => {
    const replies = await Promise.all(['/live', '/health', '/ready'].map((path) => app.inject(path)));
    return replies.map(({ statusCode }) => statusCode);
  };
  return { app, readiness, ask };
}

describe('/live, /health and /ready', () => {
  test('tell whether the process, the database and the service answer', async () => {
    expect(await createApp(async () => []).ask()).toEqual([200, 200, 200]);
    const { app, ask } = createApp(() => Promise.reject(new Error('gone')));
    expect(await ask()).toEqual([200, 503, 503]);
    expect((await app.inject('/health')).headers['retry-after']).toBe('5');
  });

  test('send requests elsewhere before the process ends, while it lives', async () => {
    const { readiness, ask } = createApp(async () => []);
    readiness.drain();
    expect(await ask()).toEqual([200, 200, 503]);
  });

  test('ask the database once for all who ask at a time, and again for the next', async () => {
    let asked = 0;
    const { app } = createApp(async () => {
      asked += 1;
      await new Promise((done) => setImmediate(done));
    });
    await Promise.all(Array.from({ length: 20 }, () => app.inject('/health')));
    expect(asked).toBeLessThan(20);
    const before = asked;
    await app.inject('/health');
    expect(asked).toBe(before + 1);
  });
});
