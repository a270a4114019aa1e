import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect } from '../../src/store/sql/database.ts';

/** Kills the first process of the PostgreSQL in a data folder, and no other: its children see to themselves. */
export function killPostmaster(folder: string): void {
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}

/** Waits for a server that is started again by itself. */
export async function untilAnswers(url: string): Promise<void> {
  for (;;) {
    const client = await connect(url).catch(() => null);
    if (client !== null) return client.end();
    await setTimeout(100);
  }
}
