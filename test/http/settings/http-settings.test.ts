import { describe, expect, test } from '@jest/globals';
import { readHttpSettings } from '../../../src/http/settings/http-settings.ts';

const invalid = expect.objectContaining({ code: 'CONFIG_INVALID' });

describe('readHttpSettings', () => {
  test('has defaults that are safe on the open internet', () => {
    expect(readHttpSettings({})).toEqual({
      corsOrigins: [],
      trustedProxies: false,
      maxRequestsPerMinute: 3000,
      maxWrongKeysPerMinute: 10,
      requestTimeoutMs: 60_000,
      keepAliveTimeoutMs: 72_000,
      maxConnections: 1000,
      maxSubscriptions: 100,
      compression: true,
      introspection: true,
      explorer: true,
      logLevel: 'info',
      metricsPort: null,
      metricsHost: 'localhost',
      tracing: false,
    });
  });

  test.each([
    ['*', '*'],
    ['https://a.example, http://localhost:3000', ['https://a.example', 'http://localhost:3000']],
    ['', []],
  ])('reads the origins %j', (value, corsOrigins) => {
    expect(readHttpSettings({ XIEZUO_CORS_ORIGINS: value })).toMatchObject({ corsOrigins });
  });

  test.each([
    'https://a.example/',
    'a.example',
    'https://a.example;https://b.example',
    '*,https://a.example',
  ])('refuses the origins %s', (value) => {
    expect(() => readHttpSettings({ XIEZUO_CORS_ORIGINS: value })).toThrow(invalid);
  });

  test.each([
    ['off', false],
    ['loopback, 10.0.0.0/8,2001:db8::/32', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
  ])('reads the proxies %s', (value, trustedProxies) => {
    expect(readHttpSettings({ XIEZUO_TRUST_PROXY: value })).toMatchObject({ trustedProxies });
  });

  // A number of hops, and everybody: both let clients choose their own address.
  test.each(['1', 'on', 'true', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example'])(
    'refuses the proxies %s',
    (value) => {
      expect(() => readHttpSettings({ XIEZUO_TRUST_PROXY: value })).toThrow(invalid);
    },
  );

  test.each([
    ['XIEZUO_LOG_LEVEL', 'loud'],
    ['XIEZUO_METRICS_PORT', '65536'],
    ['XIEZUO_RATE_LIMIT', '-1'],
    ['XIEZUO_REQUEST_TIMEOUT_MS', '0'],
    ['XIEZUO_EXPLORER', 'no'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readHttpSettings({ [name]: value })).toThrow(invalid);
  });
});
