import { expect, test } from '@jest/globals';
import { WaitingReads } from '../../src/admission/waiting-reads.ts';
import { XiezuoError } from '../../src/base/errors.ts';

/** A read that begins and ends when it is told to. */
function createRead(value: string) {
  const read = { begun: 0, ended: false, reason: undefined as unknown, begin: () => {}, finish: () => {} };
  const pass = (signal: AbortSignal, begin: () => void) =>
    new Promise<string>((resolve, reject) => {
      read.begin = () => {
        read.begun += 1;
        begin();
      };
      read.finish = () => resolve(value);
      signal.addEventListener('abort', () => {
        read.reason = signal.reason;
        reject(signal.reason);
      });
    });
  return Object.assign(read, { pass });
}

const never = new AbortController().signal;

test('who asks for what another one waits for gets what is read for him; who asks for something else does not', async () => {
  const reads = new WaitingReads();
  const [first, second, other] = [createRead('first'), createRead('second'), createRead('other')];
  const answers = [
    reads.join('a', never, first.pass),
    reads.join('a', never, second.pass),
    reads.join('b', never, other.pass),
  ];
  for (const read of [first, other]) {
    read.begin();
    read.finish();
  }
  expect(await Promise.all(answers)).toEqual(['first', 'first', 'other']);
});

test('nobody joins what has begun, or what nobody waits for any more', async () => {
  const reads = new WaitingReads();
  const [begun, next] = [createRead('begun'), createRead('next')];
  const first = reads.join('a', never, begun.pass);
  begun.begin();
  const controller = new AbortController();
  const given = createRead('given up');
  const second = reads.join('a', controller.signal, given.pass);
  controller.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  expect(given.reason).toEqual(new Error('gone'));
  const third = reads.join('a', never, next.pass);
  begun.finish();
  next.finish();
  expect(await Promise.all([first, third])).toEqual(['begun', 'next']);
});

test('who goes takes nothing from those who wait along', async () => {
  const reads = new WaitingReads();
  const read = createRead('read');
  const controller = new AbortController();
  const first = reads.join('a', controller.signal, read.pass);
  const second = reads.join('a', never, createRead('not asked').pass);
  controller.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect(read.reason).toBeUndefined();
  read.finish();
  expect(await second).toBe('read');
});

test('whose time is over before its read began is told that others were first', async () => {
  const reads = new WaitingReads();
  const codeOf = async (read: Promise<unknown>) => read.catch(({ code }) => code);
  const timeOut = (controller: AbortController) => controller.abort(new XiezuoError('TIMEOUT', 'Too long.'));
  const [waiting, begun] = [new AbortController(), new AbortController()];
  const first = codeOf(reads.join('a', waiting.signal, createRead('a').pass));
  const late = createRead('b');
  const second = codeOf(reads.join('b', begun.signal, late.pass));
  late.begin();
  timeOut(waiting);
  timeOut(begun);
  expect(await Promise.all([first, second])).toEqual(['OVERLOADED', 'TIMEOUT']);
});
