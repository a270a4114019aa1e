import { describe, expect, test } from '@jest/globals';
import { Gate } from '../../src/admission/gate.ts';

const never = new AbortController().signal;
const AMPLE = { running: 1, waiting: 10, waitMs: 60_000 };

/** Work that ends when it is told to. */
function createWork() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((finish) => {
    end = finish;
  });
  return { end, work: () => done };
}

describe('Gate', () => {
  test('lets so many in at a time, in the order in which they come', async () => {
    const gate = new Gate({ ...AMPLE, running: 2 });
    const order: number[] = [];
    let [running, most] = [0, 0];
    const pass = (index: number) =>
      gate.pass(never, async () => {
        order.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setImmediate(done));
        running -= 1;
      });
    await Promise.all([0, 1, 2, 3, 4, 5].map(pass));
    expect({ order, most }).toEqual({ order: [0, 1, 2, 3, 4, 5], most: 2 });
    expect(gate.load).toEqual({ running: 0, waiting: 0 });
  });

  test('lets in whose request is oldest, whenever its work came', async () => {
    const { end, work } = createWork();
    const gate = new Gate(AMPLE);
    const order: string[] = [];
    const pass = (name: string, since: number) => gate.pass(never, async () => void order.push(name), since);
    const first = gate.pass(never, work);
    const others = [pass('young', 30), pass('old', 10), pass('older still', 5), pass('as old', 10)];
    end();
    await Promise.all([first, ...others]);
    expect(order).toEqual(['older still', 'old', 'as old', 'young']);
  });

  test('goes on after work that failed', async () => {
    const gate = new Gate(AMPLE);
    const fail = () => gate.pass(never, () => Promise.reject(new Error('failed')));
    await Promise.all([expect(fail()).rejects.toThrow('failed'), expect(fail()).rejects.toThrow('failed')]);
    expect(await gate.pass(never, async () => 'done')).toBe('done');
  });

  test('turns away who comes when the queue is full, and who waits too long', async () => {
    const { end, work } = createWork();
    const gate = new Gate({ running: 1, waiting: 1, waitMs: 20 });
    const first = gate.pass(never, work);
    const second = gate.pass(never, work);
    await expect(gate.pass(never, work)).rejects.toMatchObject({ code: 'OVERLOADED' });
    await expect(second).rejects.toMatchObject({ code: 'OVERLOADED' });
    end();
    await first;
    expect(gate.load).toEqual({ running: 0, waiting: 0 });
  });

  test('gives the place of one that gave up to the next, and keeps that of work that is not done', async () => {
    const { end, work } = createWork();
    const gate = new Gate({ ...AMPLE, waiting: 1 });
    const controller = new AbortController();
    const first = gate.pass(controller.signal, work);
    const second = gate.pass(controller.signal, work);
    controller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    const third = gate.pass(never, async () => 'third');
    expect(gate.load).toEqual({ running: 1, waiting: 1 });
    end();
    await first;
    expect(await third).toBe('third');
  });

  test('does nothing for one that is gone already', async () => {
    let calls = 0;
    const pass = new Gate(AMPLE).pass(AbortSignal.abort(new Error('gone')), async () => {
      calls += 1;
    });
    await expect(pass).rejects.toThrow('gone');
    expect(calls).toBe(0);
  });
});
