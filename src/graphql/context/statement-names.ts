import { createHash } from 'node:crypto';

/** How many statements a process prepares at most: each is kept by every connection of the server. */
const MAX_PREPARED = 200;

/** How many statements are remembered until they come a second time. */
const MAX_SEEN = 1000;

/** Gives statements that come again a name under which the server prepares them. */
export class StatementNames {
  private readonly prepared = new Set<string>();
  private readonly seen = new Set<string>();

  /** The name of a statement from the second time it comes; undefined for one-off statements. */
  nameOf(text: string): string | undefined {
    const name = `plan_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    if (this.prepared.has(name)) return name;
    if (!this.seen.has(name)) {
      if (this.seen.size >= MAX_SEEN) this.seen.clear();
      this.seen.add(name);
      return undefined;
    }
    if (this.prepared.size >= MAX_PREPARED) return undefined;
    this.prepared.add(name);
    return name;
  }
}
