import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { readHttpSettings } from '../src/http/http-settings.ts';

describe('readConfig', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: 'localhost',
      databaseUrl: null,
      dataDir: '.data',
      apiKey: null,
      seed: true,
      http: readHttpSettings({}),
    });
  });

  test('takes what the environment sets', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://db/x',
      XIEZUO_DATA_DIR: '/data',
      XIEZUO_API_KEY: 'a key',
      XIEZUO_SEED: 'off',
    };
    expect(readConfig(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://db/x',
      dataDir: '/data',
      apiKey: 'a key',
      seed: false,
      http: readHttpSettings({}),
    });
  });

  test.each(['eighty', '-1', '65536', '80.5', '1e3'])('refuses the port %s', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });

  test('refuses a switch that is neither on nor off', () => {
    expect(() => readConfig({ XIEZUO_SEED: 'yes' })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining('"on" or "off"') }),
    );
  });

  test.each(['mysql://db/x', 'localhost'])('refuses the database %s without repeating it', (DATABASE_URL) => {
    expect(() => readConfig({ DATABASE_URL })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.not.stringContaining(DATABASE_URL) }),
    );
  });
});
