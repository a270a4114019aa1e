import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/cli/config.ts';
import { DEFAULT_LIMITS } from '../../src/graphql/cost/limits.ts';
import { readHttpSettings } from '../../src/http/settings/http-settings.ts';

/** One for two cores, a third of all connections at most. */
const HEAVY = Math.min(Math.ceil(availableParallelism() / 2), 3);

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
      limits: DEFAULT_LIMITS,
      shutdown: { timeoutMs: 25_000, drainMs: 10_000, quietMs: 1_000 },
      admission: {
        readTimeoutMs: 10_000,
        writeTimeoutMs: 60_000,
        readConnections: 10,
        heavyConnections: HEAVY,
        lightConnections: Math.min(2 * availableParallelism(), 9 - HEAVY),
        heavyCost: 30_000,
        quickCost: 2_000,
        quickMs: 25,
        writers: 2,
        queueLength: 200,
        queueTimeoutMs: 5_000,
      },
      reader: { pageTimeoutMs: 20_000, pageMemoryMb: 256, lexicon: null },
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
      XIEZUO_MAX_COST: '5000',
      XIEZUO_MAX_DEPTH: '9',
      XIEZUO_MAX_FIELDS: '300',
      XIEZUO_MAX_VALUES: '40',
      XIEZUO_MAX_ANSWER_BYTES: '2048',
      XIEZUO_SHUTDOWN_TIMEOUT_MS: '5000',
      XIEZUO_DRAIN_MS: '60000',
      XIEZUO_DRAIN_QUIET_MS: '0',
      XIEZUO_READ_TIMEOUT_MS: '1000',
      XIEZUO_WRITE_TIMEOUT_MS: '2000',
      XIEZUO_READ_CONNECTIONS: '4',
      XIEZUO_HEAVY_CONNECTIONS: '1',
      XIEZUO_LIGHT_CONNECTIONS: '2',
      XIEZUO_HEAVY_COST: '500',
      XIEZUO_QUICK_COST: '50',
      XIEZUO_QUICK_MS: '5',
      XIEZUO_WRITERS: '1',
      XIEZUO_QUEUE_LENGTH: '0',
      XIEZUO_QUEUE_TIMEOUT_MS: '300',
      XIEZUO_PAGE_TIMEOUT_MS: '2000',
      XIEZUO_PAGE_MEMORY_MB: '512',
      XIEZUO_LEXICON: 'words',
    };
    expect(readConfig(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://db/x',
      dataDir: '/data',
      apiKey: 'a key',
      seed: false,
      http: readHttpSettings({}),
      limits: { ...DEFAULT_LIMITS, cost: 5000, depth: 9, fields: 300, values: 40, answerBytes: 2048 },
      // What is left of the time is for what is under way.
      shutdown: { timeoutMs: 5_000, drainMs: 2_500, quietMs: 0 },
      admission: {
        readTimeoutMs: 1_000,
        writeTimeoutMs: 2_000,
        readConnections: 4,
        heavyConnections: 1,
        lightConnections: 2,
        heavyCost: 500,
        quickCost: 50,
        quickMs: 5,
        writers: 1,
        queueLength: 0,
        queueTimeoutMs: 300,
      },
      reader: { pageTimeoutMs: 2_000, pageMemoryMb: 512, lexicon: 'words' },
    });
  });

  test.each(['eighty', '-1', '65536', '80.5', '1e3'])('refuses the port %s', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });

  test('leaves connections for cheap operations', () => {
    const environment = { XIEZUO_READ_CONNECTIONS: '4', XIEZUO_HEAVY_CONNECTIONS: '4' };
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });

  test('refuses a switch that is neither on nor off', () => {
    expect(() => readConfig({ XIEZUO_SEED: 'yes' })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining('"on" or "off"') }),
    );
  });

  test.each(['p#ss', 'p@ss/w:rd', '100%', 'ü密 x', "'\\"])(
    'C4: takes a password beside DATABASE_URL as it is: %s',
    (DATABASE_PASSWORD) => {
      const { databaseUrl } = readConfig({ DATABASE_URL: 'postgresql://u@db:5432/x', DATABASE_PASSWORD });
      const { username, password, host, pathname } = new URL(databaseUrl ?? '');
      expect([username, decodeURIComponent(password), host, pathname]).toEqual([
        'u',
        DATABASE_PASSWORD,
        'db:5432',
        '/x',
      ]);
    },
  );

  test('C4: reads secrets from files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const file = join(folder, 'secret');
    writeFileSync(file, 'a key # 1\n');
    expect(readConfig({ XIEZUO_API_KEY_FILE: file }).apiKey).toBe('a key # 1');
    expect(
      readConfig({ DATABASE_URL: 'postgresql://u@db/x', DATABASE_PASSWORD_FILE: file }).databaseUrl,
    ).toBe('postgresql://u:a%20key%20%23%201@db/x');
    for (const wrong of [
      { XIEZUO_API_KEY_FILE: file, XIEZUO_API_KEY: 'another' },
      { XIEZUO_API_KEY_FILE: join(folder, 'none') },
    ])
      expect(() => readConfig(wrong)).toThrow(
        expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.not.stringContaining('another') }),
      );
    rmSync(folder, { recursive: true });
  });

  test.each(['mysql://db/x', 'localhost'])('refuses the database %s without repeating it', (DATABASE_URL) => {
    expect(() => readConfig({ DATABASE_URL })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.not.stringContaining(DATABASE_URL) }),
    );
  });

  test.each([
    'postgresql://u:p@ss/w@database/x',
    'postgresql://u:12/ss@database/x',
    'postgresql://u:12?ss@database/x',
    'postgresql://u:12#ss@database/x',
    'postgresql://u:ss#12@database/x',
  ])('C3: refuses %s, whose password is not escaped, and prints no part of it', (DATABASE_URL) => {
    expect(() => readConfig({ DATABASE_URL })).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(/^DATABASE_URL is "\(hidden\)", (?!.*(?:ss\b|12|database\/)).*%40/),
      }),
    );
  });

  test('C3: takes a password that is escaped', () => {
    const DATABASE_URL = 'postgresql://u:p%40ss%2Fw@database/x';
    expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });
});
