import { rm, writeFile } from 'node:fs/promises';
import { type Cluster, clusterPaths, readText } from './cluster.ts';
import { inspectProcess } from './inspect-process.ts';

/**
 * Who answers for the PostgreSQL of a folder: the process that started it, or, when that is gone, the first to claim it. It starts
 * the server again when that dies, and stops it in the end.
 */
export class Ownership {
  private readonly path: string;
  private owned = false;

  constructor({ folder }: Cluster) {
    this.path = clusterPaths(folder).owner;
  }

  /** Whether this process answers for the server. */
  get isOurs(): boolean {
    return this.owned;
  }

  /** The pid of another process that answers for the server; null where none that lives does. */
  async findOther(): Promise<number | null> {
    const [first, identity] = (await readText(this.path))?.split('\n') ?? [];
    const pid = Number(first);
    const facts = pid === process.pid ? null : inspectProcess(pid);
    // A process of the same number is another one, unless it was started at the same time.
    return facts !== null && facts.identity === identity ? pid : null;
  }

  /** Takes the server over, whoever had it. */
  async take(): Promise<void> {
    await writeFile(this.path, `${process.pid}\n${inspectProcess(process.pid)?.identity}`);
    this.owned = true;
  }

  /** Takes the server over unless another process that lives answers for it; whether it is ours. */
  async claim(): Promise<boolean> {
    if (!this.isOurs && (await this.findOther()) === null) await this.take();
    return this.isOurs;
  }

  /** Leaves the server to whoever comes. */
  async release(): Promise<void> {
    if (this.isOurs) await rm(this.path, { force: true });
    this.owned = false;
  }
}
