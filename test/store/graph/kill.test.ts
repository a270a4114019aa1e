import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandom, pick } from '../../../bench/support/random.ts';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../../src/store/postgres/embedded-database.ts';
import { migrate } from '../../../src/store/schema/migrate.ts';
import { connect, createDatabaseIfMissing, openDatabase } from '../../../src/store/sql/database.ts';
import { bundleIngester, type Ingester, killServer, startIngester } from '../../support/crash-rig.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { readGoldDocuments } from '../../support/gold-documents.ts';
import { untilAnswers } from '../../support/postmaster.ts';

/** Databases that are filled one after the other, and who dies on the way: the ingester, or the server. */
const ROUNDS = 5;
const DEATHS = ['ingester', 'ingester', 'ingester', 'ingester', 'server', 'server'] as const;

describe('a graph whose writers are killed with kill -9', () => {
  const random = createRandom(20220817);
  const folder = mkdtempSync(join(tmpdir(), 'xiezuo-kill-'));
  const [cluster, pages] = [join(folder, 'cluster'), join(folder, 'pages')];
  let server: EmbeddedDatabase;
  let spares: Promise<Ingester>[];
  let code: string;
  const urlOf = (name: string) => server.url.replace(/xiezuo$/, name);

  /** An ingester that is ready; another one starts up meanwhile. */
  async function takeIngester(): Promise<Ingester> {
    spares.push(startIngester(code, folder));
    return (await spares.shift()) ?? startIngester(code, folder);
  }

  async function createRound(name: string): Promise<void> {
    const client = await connect(server.url);
    await client.query(`CREATE DATABASE ${name} TEMPLATE template`).finally(() => client.end());
  }

  async function dump(name: string): Promise<string[]> {
    const database = await openDatabase(urlOf(name));
    return dumpGraph(database).finally(() => database.close());
  }

  /** Waits a random while, at most `longestMs`, or until the work is done. */
  const wait = (longestMs: number, work: Promise<unknown>) =>
    Promise.race([work, setTimeout(random() * longestMs)]);

  beforeAll(async () => {
    mkdirSync(pages);
    for (const { name, bytes } of readGoldDocuments()) writeFileSync(join(pages, name), bytes);
    code = await bundleIngester();
    spares = [startIngester(code, folder)];
    server = await startEmbeddedDatabase(cluster, () => undefined);
    await createDatabaseIfMissing(server.url, 'template');
    await migrate(urlOf('template'));
    const template = await openDatabase(urlOf('template'));
    await prepareGraph(template).finally(() => template.close());
  }, 60_000);
  afterAll(async () => {
    for (const spare of spares) await (await spare).kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Lets an ingester work for a while and kills it, or the server under it. Gives who is to go on. */
  async function die(ingester: Ingester, name: string, longestMs: number, victim: string): Promise<Ingester> {
    const work = ingester.ingest(urlOf(name), pages);
    await wait(longestMs, work);
    if (victim === 'ingester') {
      await ingester.kill();
      return takeIngester();
    }
    await killServer(cluster);
    await work;
    await untilAnswers(server.url);
    return ingester;
  }

  test(`H12: at 30 random moments, the ingester at 20 and PostgreSQL at 10, is that of writers left alone`, async () => {
    await createRound('whole');
    let ingester = await takeIngester();
    const begun = Date.now();
    expect(await ingester.ingest(urlOf('whole'), pages)).toBe('done');
    const longestMs = (2 * (Date.now() - begun)) / DEATHS.length;
    const expected = await dump('whole');
    for (let round = 0; round < ROUNDS; round++) {
      const name = `round_${round}`;
      await createRound(name);
      for (const victim of pick(DEATHS, DEATHS.length, random))
        ingester = await die(ingester, name, longestMs, victim);
      expect(await ingester.ingest(urlOf(name), pages)).toBe('done');
      expect(await dump(name)).toEqual(expected);
    }
    await ingester.kill();
  }, 600_000);
});
