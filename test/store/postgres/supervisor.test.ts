import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../../src/store/postgres/embedded-database.ts';
import { connect, type Database, openDatabase } from '../../../src/store/sql/database.ts';
import { killPostmaster, untilAnswers } from '../../support/postmaster.ts';

/** Another process that answers for the database of a folder, until it is killed. */
const OWNER = `
import { register } from 'tsx/esm/api';
register();
const { startEmbeddedDatabase } = await import('./src/store/postgres/embedded-database.ts');
await startEmbeddedDatabase(process.argv[1]);
process.stdout.write('started');
`;

/** Longer than the longest wait between two tries, on a busy machine. */
const GENEROUS_MS = 120_000;

describe('an embedded PostgreSQL that dies', () => {
  let folder: string;
  let server: EmbeddedDatabase;
  let database: Database;
  const lines: string[] = [];
  const start = async () => {
    server = await startEmbeddedDatabase(folder, (line) => lines.push(line));
    database = await openDatabase(server.url);
  };
  const add = () => database.pool.query('INSERT INTO kept DEFAULT VALUES');
  const count = async () => {
    await untilAnswers(server.url);
    return (await database.pool.query('SELECT count(*)::int AS count FROM kept')).rows[0].count;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiezuo-supervisor-'));
    lines.length = 0;
  });
  afterEach(async () => {
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'H12: is started again where its pool knows it, with all that was acknowledged',
    async () => {
      await start();
      await database.pool.query('CREATE TABLE kept (id serial)');
      for (let deaths = 1; deaths <= 3; deaths++) {
        await add();
        killPostmaster(folder);
        expect(await count()).toBe(deaths);
      }
      while (!lines.at(-1)?.includes('answers again')) await setTimeout(50);
      // On a machine that is slow a try may come to nothing, and says so; the next one comes.
      const all = lines.filter((line) => !line.includes('Next try in')).slice(2);
      const told = all.slice(0, all.findIndex((line) => line.includes('answers again')) + 1);
      expect([told[0], told.at(-1)]).toEqual([
        expect.stringContaining(`PostgreSQL in ${folder} was lost`),
        `PostgreSQL in ${folder} answers again.`,
      ]);
      expect(new Set(told.slice(1, -1))).toEqual(new Set([`Starting PostgreSQL in ${folder} …`]));
    },
    GENEROUS_MS,
  );

  test(
    'H12: is started again by a process that joined it, once the one that answered for it is gone',
    async () => {
      const owner = spawn(process.execPath, ['--input-type=module', '--eval', OWNER, folder]);
      await once(owner.stdout, 'data');
      await start();
      await database.pool.query('CREATE TABLE kept (id serial)');
      await add();
      owner.kill('SIGKILL');
      await once(owner, 'exit');
      killPostmaster(folder);
      expect(await count()).toBe(1);
      await database.close();
      await server.stop();
      await expect(connect(server.url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
      await start();
    },
    GENEROUS_MS,
  );

  test(
    'H12: is tried again and again, less and less often, with the reason, until it starts',
    async () => {
      await start();
      await database.pool.query('CREATE TABLE kept (id serial)');
      await add();
      const settings = join(folder, 'postgres', 'postgresql.conf');
      const good = readFileSync(settings, 'utf8');
      writeFileSync(settings, `${good}\nmax_connections = many\n`);
      killPostmaster(folder);
      const tries = () => lines.filter((line) => line.includes('Next try in'));
      while (tries().length < 3) await setTimeout(50);
      await expect(connect(server.url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
      writeFileSync(settings, good);
      expect(await count()).toBe(1);
      // The first may still meet the end of the server that was killed.
      expect(tries()[0]).toMatch(/Its log is in .*logs\. Next try in 0\.5 s\.$/);
      expect(tries().slice(0, 3)).toContainEqual(expect.stringMatching(/did not start: .*postgresql\.conf/));
      expect(
        tries()
          .slice(0, 3)
          .map((line) => /[\d.]+(?= s\.$)/.exec(line)?.[0]),
      ).toEqual(['0.5', '1', '2']);
    },
    GENEROUS_MS,
  );
});
