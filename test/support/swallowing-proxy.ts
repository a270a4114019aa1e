import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy before a TCP server that can stop passing on what it takes, without a word, as broken networks do. */
export interface SwallowingProxy {
  /** The connection string, through it. */
  readonly url: string;
  /** Takes all that comes, from now on, and passes nothing on. */
  swallow(): void;
  /** Passes on what comes over new connections; what was swallowed is lost. */
  heal(): void;
  close(): Promise<void>;
}

/** Puts a proxy before the server of a connection string. */
export async function startSwallowingProxy(targetUrl: string): Promise<SwallowingProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let swallows = false;
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (chunk) => {
      if (!swallows) to.write(chunk);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      if (!swallows) to.destroy();
    });
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    pass(client, upstream);
    pass(upstream, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(targetUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    swallow() {
      swallows = true;
    },
    heal() {
      for (const socket of sockets) socket.destroy();
      swallows = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
