import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../src/cli/config.ts';
import { openDatabase } from '../src/store/sql/database.ts';
import { createTestDatabase } from './support/test-database.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** A service as compose reads it. */
interface Service {
  readonly environment: Readonly<Record<string, string | null>>;
  readonly [option: string]: unknown;
}

/** What compose puts in place of `${NAME}`, `${NAME:-default}` and `${NAME:+other}`. */
function interpolate(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-+])([^}]*))?\}/g, (_, name: string, sign = '', other = '') => {
    const value = environment[name] ?? '';
    if (sign === '+') return value === '' ? '' : other;
    return value === '' && sign === '-' ? other : value;
  });
}

function readServices(
  environment: Readonly<Record<string, string>> = {},
): Record<'database' | 'server', Service> {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>;
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return interpolate(value, environment);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]));
  };
  return replace(services) as Record<'database' | 'server', Service>;
}

/** The settings that the server in the container reads. */
const configOf = ({ environment }: Service) =>
  readConfig(
    Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value ?? '')])),
  );

describe('C4: docker-compose.yml', () => {
  test.each(['p#ss', 'p@ss/w:rd?', "100% 'sure'"])(
    'reaches the database with the password %s',
    async (password) => {
      const { database, server } = readServices({ POSTGRES_PASSWORD: password });
      expect(database.environment.POSTGRES_PASSWORD).toBe(password);
      const given = new URL(configOf(server).databaseUrl ?? '');
      expect(given.hostname).toBe('database');
      // The very user and password, on the PostgreSQL of the tests.
      const own = await createTestDatabase();
      const role = `xiezuo_${new URL(own.url).pathname.slice(1)}`;
      const { rows } = await own.database.pool.query('SELECT quote_literal($1) AS literal', [password]);
      await own.database.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD ${rows[0].literal}`);
      try {
        const url = new URL(own.url);
        url.username = role;
        url.password = given.password;
        await (await openDatabase(url.href)).close();
      } finally {
        await own.database.pool.query(`DROP ROLE ${role}`);
        await own.drop();
      }
    },
  );

  test('hands key, seeds, lexicon and documents on, and does without them', () => {
    const { server } = readServices({
      XIEZUO_API_KEY: 'k#1',
      XIEZUO_SEED: 'off',
      LEXICON_FOLDER: './words',
      DOCUMENTS_FOLDER: '/srv/pages',
    });
    expect(configOf(server)).toMatchObject({ apiKey: 'k#1', seed: false, port: 4000 });
    expect(server.environment.XIEZUO_LEXICON).toBe('/lexicon');
    expect(server.volumes).toEqual(['/srv/pages:/documents:ro', './words:/lexicon:ro']);
    const plain = readServices().server;
    expect(configOf(plain)).toMatchObject({ apiKey: null, seed: true });
    expect(plain.environment.XIEZUO_LEXICON).toBe('');
    expect(plain.volumes).toEqual(['./seed/documents:/documents:ro', '/dev/null:/lexicon:ro']);
  });

  test('is for this machine alone, bounded, and starts again by itself', () => {
    const { database, server } = readServices();
    expect(server.ports).toEqual(['127.0.0.1:4000:4000']);
    expect(readServices({ PUBLISH_HOST: '0.0.0.0', PORT: '80' }).server.ports).toEqual(['0.0.0.0:80:4000']);
    expect(database.ports).toBeUndefined();
    for (const service of [database, server])
      expect(service).toMatchObject({
        restart: 'unless-stopped',
        mem_limit: expect.any(String),
        security_opt: ['no-new-privileges:true'],
      });
    expect(server).toMatchObject({ mem_limit: '768m', read_only: true, cap_drop: ['ALL'], tmpfs: ['/tmp'] });
  });

  test('takes secrets from files where docker-compose.secrets.yml is laid over it', () => {
    const tag = { tag: '!reset', resolve: () => null };
    const { services, secrets } = parse(read('docker-compose.secrets.yml'), { customTags: [tag] });
    for (const [name, variable] of [
      ['database', 'POSTGRES_PASSWORD'],
      ['server', 'DATABASE_PASSWORD'],
      ['server', 'XIEZUO_API_KEY'],
    ] as const) {
      const { environment, secrets: used } = services[name];
      // A value from the environment would stand beside the file.
      expect(environment[variable]).toBeNull();
      const secret = String(environment[`${variable}_FILE`]).replace('/run/secrets/', '');
      expect(used).toContain(secret);
      expect(Object.keys(secrets)).toContain(secret);
    }
  });
});

describe('C5: Dockerfile', () => {
  const steps = read('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));

  test('installs packages before it copies sources, so that an edit compiles nothing again', () => {
    const end = steps.findIndex((step, index) => index > 0 && step.startsWith('FROM'));
    const packages = steps.slice(0, end);
    expect(packages.filter((step) => step.startsWith('COPY'))).toEqual([
      'COPY package.json package-lock.json .npmrc ./',
    ]);
    expect(packages.at(-1)).toMatch(/^RUN npm ci /);
    expect(steps.filter((step) => /npm (ci|install|rebuild)/.test(step))).toHaveLength(1);
  });

  test('runs as an ordinary user, and ends with a signal that the server knows', () => {
    const last = steps.slice(steps.findLastIndex((step) => step.startsWith('FROM')));
    expect(last).toContain('USER node');
    expect(last).toContain('STOPSIGNAL SIGTERM');
  });

  test('looks after the server at PORT', async () => {
    const line = steps.find((step) => step.startsWith('HEALTHCHECK')) ?? '';
    const [program, ...args] = JSON.parse(line.slice(line.indexOf('['))) as string[];
    expect(program).toBe('node');
    const server = createServer((request, response) =>
      response.writeHead(request.url === '/health' ? status : 404).end(),
    );
    let status = 200;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const PORT = String((server.address() as AddressInfo).port);
    const check = async () => (await once(spawn(process.execPath, args, { env: { PORT } }), 'exit'))[0];
    try {
      expect(await check()).toBe(0);
      status = 503;
      expect(await check()).toBe(1);
    } finally {
      server.close();
    }
    expect(await check()).toBe(1);
  });
});

test('C12: what README and package.json promise of Node.js is what the script runs the tests on', () => {
  const versions = /VERSIONS = \[([^\]]+)\]/.exec(read('scripts/test-on-nodes.mjs'))?.[1];
  const [oldest, ...others] = [...(versions ?? '').matchAll(/[\d.]+/g)].map(([version]) => version);
  expect(JSON.parse(read('package.json')).engines.node).toBe(`>=${oldest}`);
  expect(read('README.md')).toContain(
    `Node.js ${[oldest, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`,
  );
});
