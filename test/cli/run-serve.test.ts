import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { findPostmaster } from '../../src/store/postgres/postmaster.ts';
import { type Outcome, sendOnce } from '../support/one-request.ts';
import { killPostmaster } from '../support/postmaster.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { type ServedCli, startServe } from '../support/start-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const QUERY = '{ meetings { totalCount } }';
const CLIENTS = 50;
const GENEROUS_MS = 180_000;

let testDatabase: TestDatabase;
let folder: string;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-server-'));
});
const started: ServedCli[] = [];
/** A server that does not outlive a test that failed. */
const start = async (environment: Record<string, string>) => {
  const server = await startServe(environment);
  started.push(server);
  return server;
};
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.child.kill('SIGKILL');
    await server.ended;
  }
});
afterAll(async () => {
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Clients that send one request after the other, each on a new connection, until they are told to stop or find nobody. */
function startClients(url: string, isOver: () => boolean) {
  const outcomes: (Outcome & { readonly sentAt: number })[] = [];
  const client = async () => {
    while (!isOver()) {
      const sentAt = Date.now();
      const outcome = await sendOnce(url, QUERY);
      outcomes.push({ ...outcome, sentAt });
      if (outcome.result === 'refused') return;
    }
  };
  const ended = Promise.all(Array.from({ length: CLIENTS }, client));
  return { outcomes, ended };
}

/** A way to the database that can be made to swallow all that is sent, as a broken network does. */
async function startProxy(databaseUrl: string) {
  let isSwallowing = false;
  const sockets: Socket[] = [];
  const target = new URL(databaseUrl);
  const server = createServer((socket) => {
    const other = connectTo(Number(target.port), target.hostname);
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.push(from);
      from.on('data', (chunk) => isSwallowing || to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => isSwallowing || to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    swallow: () => {
      isSwallowing = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('a server that is told to end', () => {
  test(
    'H15: loses no request of clients that take a new connection for each and learn late that it ends',
    async () => {
      const server = await start({ DATABASE_URL: testDatabase.url });
      let isOver = false;
      const clients = startClients(server.url, () => isOver);
      while (clients.outcomes.length < CLIENTS) await setTimeout(20);
      const endedAt = Date.now();
      server.child.kill('SIGTERM');
      await setTimeout(2_000);
      isOver = true;
      await clients.ended;
      const { exitCode } = await server.ended;
      expect(clients.outcomes.filter(({ result }) => result !== 'answered')).toEqual([]);
      for (const { status, body = '' } of clients.outcomes)
        expect([status, JSON.parse(body)]).toEqual([200, { data: { meetings: { totalCount: 0 } } }]);
      const late = clients.outcomes.filter(({ sentAt }) => sentAt > endedAt + 1_000);
      expect(late.length).toBeGreaterThan(0);
      expect(new Set(late.map(({ connection }) => connection))).toEqual(new Set(['close']));
      expect(exitCode).toBe(0);
    },
    GENEROUS_MS,
  );

  test(
    'H15: stops listening after a time also where clients never learn that it ends',
    async () => {
      const server = await start({ DATABASE_URL: testDatabase.url, XIEZUO_DRAIN_MS: '1000' });
      const clients = startClients(server.url, () => false);
      while (clients.outcomes.length < CLIENTS) await setTimeout(20);
      server.child.kill('SIGTERM');
      expect((await server.ended).exitCode).toBe(0);
      await clients.ended;
      expect(clients.outcomes.filter(({ result }) => result === 'refused')).toHaveLength(CLIENTS);
    },
    GENEROUS_MS,
  );

  test(
    'does not wait for connections that ask nothing',
    async () => {
      const server = await start({ DATABASE_URL: testDatabase.url });
      const socket = connectTo(Number(new URL(server.url).port), '127.0.0.1');
      await once(socket, 'connect');
      server.child.kill('SIGTERM');
      expect(await server.ended).toMatchObject({
        exitCode: 0,
        stderr: expect.not.stringContaining('not ended'),
      });
      socket.destroy();
    },
    GENEROUS_MS,
  );

  test(
    'H13: ends in time where the database swallows all, and says what hung',
    async () => {
      const proxy = await startProxy(testDatabase.url);
      const server = await start({ DATABASE_URL: proxy.url, XIEZUO_SHUTDOWN_TIMEOUT_MS: '3000' });
      expect(await sendOnce(server.url, QUERY)).toMatchObject({ status: 200 });
      proxy.swallow();
      const hanging = sendOnce(server.url, QUERY);
      await setTimeout(500);
      server.child.kill('SIGTERM');
      const { exitCode, stderr } = await server.ended;
      expect([exitCode, (await hanging).result]).toEqual([1, 'lost']);
      expect(stderr).toMatch(/^xiezuo: not ended within 3 s \(1 requests under way\): ending now\.$/m);
      proxy.close();
    },
    GENEROUS_MS,
  );

  test(
    'H13: leaves no embedded PostgreSQL behind where a request hangs',
    async () => {
      const dataDir = join(folder, 'hung');
      const server = await start({ XIEZUO_DATA_DIR: dataDir, XIEZUO_SHUTDOWN_TIMEOUT_MS: '3000' });
      const slow = connectTo(Number(new URL(server.url).port), '127.0.0.1');
      slow.on('error', () => undefined);
      slow.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
      );
      await setTimeout(500);
      expect(findPostmaster(join(dataDir, 'postgres'))).not.toBeNull();
      server.child.kill('SIGTERM');
      expect((await server.ended).exitCode).toBe(1);
      while (findPostmaster(join(dataDir, 'postgres')) !== null) await setTimeout(50);
    },
    GENEROUS_MS,
  );
});

describe('a server whose embedded PostgreSQL is killed', () => {
  const documents = readSeedDocuments().map(({ bytes }) => Buffer.from(bytes).toString());

  /** Sends a page that nobody has sent yet; whether it was acknowledged. */
  async function ingest(url: string, name: string): Promise<boolean> {
    const text = `${documents[0]}\n第${name}次发布。\n`;
    const mutation = `mutation { ingestDocument(input: { name: ${JSON.stringify(name)}, text: ${JSON.stringify(text)} }) { status userErrors { code } } }`;
    const { body = '{}' } = await sendOnce(url, mutation, { 'x-api-key': 'a key' });
    return JSON.parse(body).data?.ingestDocument?.status === 'INGESTED';
  }

  test(
    'H12: answers and takes pages again by itself, and no page is lost that it acknowledged',
    async () => {
      const dataDir = join(folder, 'killed');
      const server = await start({ XIEZUO_DATA_DIR: dataDir, XIEZUO_API_KEY: 'a key' });
      const acknowledged: string[] = [];
      let failed = 0;
      const reads: Outcome[] = [];
      let isOver = false;
      const read = async () => {
        while (!isOver) reads.push(await sendOnce(server.url, QUERY));
      };
      const write = async () => {
        for (let page = 0; !isOver; page++)
          if (await ingest(server.url, `${page}.txt`)) acknowledged.push(`${page}.txt`);
          else failed++;
      };
      const work = [read(), read(), write()];
      for (let deaths = 1; deaths <= 2; deaths++) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 2) await setTimeout(50);
        killPostmaster(dataDir);
        while (failed < deaths) await setTimeout(20);
      }
      const before = acknowledged.length;
      while (acknowledged.length < before + 2) await setTimeout(50);
      isOver = true;
      await Promise.all(work);
      expect(reads.filter(({ result }) => result !== 'answered')).toEqual([]);
      const codes = reads.flatMap(({ body = '{}' }) => JSON.parse(body).errors ?? []);
      expect(new Set(codes.map(({ extensions }) => extensions.code))).toEqual(
        new Set(['DATABASE_UNAVAILABLE']),
      );
      const { body = '' } = await sendOnce(
        server.url,
        '{ articles(first: 100) { nodes { document { name } } } }',
      );
      const kept = JSON.parse(body).data.articles.nodes.map(
        (node: { document: { name: string } }) => node.document.name,
      );
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      server.child.kill('SIGTERM');
      const { exitCode, stdout } = await server.ended;
      expect(exitCode).toBe(0);
      expect(stdout.match(/answers again/g)).toHaveLength(2);
    },
    GENEROUS_MS,
  );
});
