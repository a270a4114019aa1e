/** Piscina for what runs in Jest: its threads outlive the file of tests that starts them (thread-environment.mjs). */
const { Piscina: Pool, kept } = globalThis.xiezuoThreads;

/** The pools of this file, by how they were started. */
const own = new Map();

export class Piscina {
  constructor(options) {
    const key = JSON.stringify(options);
    const pool = kept.get(key) ?? new Pool(options);
    kept.delete(key);
    own.set(key, pool);
    pool.once('close', () => own.delete(key));
    // biome-ignore lint/correctness/noConstructorReturn: it is a pool, of this file or of one before.
    return pool;
  }
}

/** Leaves the threads that have nothing to do to the files that come next, and ends the others. */
export async function leaveThreads() {
  for (const [key, pool] of own) {
    own.delete(key);
    const isIdle = pool.queueSize === 0 && pool.idleThreads === pool.threads.length;
    if (!isIdle || kept.has(key)) {
      await pool.destroy();
      continue;
    }
    for (const event of ['error', 'close']) pool.removeAllListeners(event);
    pool.on('error', Function.prototype);
    kept.set(key, pool);
  }
}
