import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type Reached, reachServer, type Server } from './reach-server.ts';
import { findLastFault, pruneLogs } from './server-logs.ts';

/** Milliseconds before the second try to start the server again; they double from try to try. */
const FIRST_WAIT_MS = 500;

const LONGEST_WAIT_MS = 15_000;

/** Milliseconds between two looks at how many files of the log there are. */
const PRUNE_MS = 60_000;

/** What PostgreSQL said so many milliseconds before it was lost tells why. */
const RECENT_MS = 5_000;

/**
 * Watches the embedded PostgreSQL through a connection of its own, and starts it again, on the same port, when it died: so pools
 * that know the port go on. The connection also tells other processes that the server is in use.
 */
export class Supervisor {
  private readonly server: Server;
  private readonly stopping = new AbortController();
  private readonly pruning: NodeJS.Timeout;
  private reached: Reached;
  private readonly watching: Promise<void>;

  /** @param reached what it watches; the connection is its own from now on. */
  constructor(server: Server, reached: Reached) {
    this.server = server;
    this.reached = reached;
    this.pruning = setInterval(() => void pruneLogs(server.cluster), PRUNE_MS).unref();
    this.watching = this.watch();
  }

  /** Watches no more; a try to start the server that is under way is waited for. */
  async stop(): Promise<void> {
    clearInterval(this.pruning);
    this.stopping.abort();
    await this.watching;
    await this.reached.client.end().catch(() => undefined);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    const stopped = once(signal, 'abort');
    while (!signal.aborted) {
      await Promise.race([this.reached.ended, stopped]);
      if (!signal.aborted) await this.recover();
    }
  }

  /** Tries until the server answers, or it is watched no more. */
  private async recover(): Promise<void> {
    const { cluster, report } = this.server;
    const { signal } = this.stopping;
    const said = await findLastFault(cluster, Date.now() - RECENT_MS);
    report(`PostgreSQL in ${cluster.folder} was lost${said && ` (${said})`}.`);
    for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      try {
        this.reached = await reachServer(this.server, this.reached.port);
        report(`PostgreSQL in ${cluster.folder} answers again.`);
        return;
      } catch (error) {
        report(`${(error as Error).message} Next try in ${waitMs / 1_000} s.`);
        await setTimeout(waitMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
