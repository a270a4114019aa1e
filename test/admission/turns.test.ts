import { expect, test } from '@jest/globals';
import { Turns } from '../../src/admission/turns.ts';

const never = new AbortController().signal;

test('has one piece done a turn of the event loop, the smallest first, and those that come meanwhile in their place', async () => {
  const turns = new Turns();
  let loop = 0;
  let isOver = false;
  const count = () => {
    loop += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const done: { size: number; loop: number }[] = [];
  const piece = async (size: number) => {
    await turns.next(size, never);
    done.push({ size, loop });
    if (size === 10) await piece(20);
  };
  await Promise.all([30, 10, 40].map(piece));
  isOver = true;
  expect(done.map(({ size }) => size)).toEqual([10, 20, 30, 40]);
  expect(new Set(done.map((one) => one.loop)).size).toBe(4);
});

test('who gives up waiting has no turn, and takes none from others', async () => {
  const turns = new Turns();
  const reason = new Error('gone');
  const controller = new AbortController();
  const gone = turns.next(1, controller.signal);
  const other = turns.next(2, never);
  controller.abort(reason);
  await expect(gone).rejects.toBe(reason);
  await other;
  await expect(async () => turns.next(1, controller.signal)).rejects.toBe(reason);
});
