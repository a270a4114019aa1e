import { expect, test } from '@jest/globals';
import { WaitingReads, type Wish } from '../../src/admission/waiting-reads.ts';
import { XiezuoError } from '../../src/base/errors.ts';

const settled = (value: string, item: unknown) => ({
  status: 'fulfilled' as const,
  value: item === null ? value : `${value} ${item}`,
});

/** A wish that can be read with others of its key alone if they are the same. */
const same = (key: string): Wish<unknown> => ({ key, itemKey: '', item: null, most: 1 });
const item = (name: string): Wish<unknown> => ({ key: 'a', itemKey: name, item: name, most: 3 });

/** A read that begins and ends when it is told to. */
function createRead(value: string) {
  const read = { begun: 0, ended: false, reason: undefined as unknown, begin: () => {}, finish: () => {} };
  const pass = (signal: AbortSignal, begin: () => readonly unknown[]) =>
    new Promise<PromiseSettledResult<string>[]>((resolve, reject) => {
      let items: readonly unknown[] = [];
      read.begin = () => {
        read.begun += 1;
        items = begin();
      };
      read.finish = () =>
        resolve(
          items.map((item) =>
            item === 'bad' ? { status: 'rejected', reason: new Error('bad') } : settled(value, item),
          ),
        );
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
    reads.join(same('a'), never, first.pass),
    reads.join(same('a'), never, second.pass),
    reads.join(same('b'), never, other.pass),
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
  const first = reads.join(same('a'), never, begun.pass);
  begun.begin();
  const controller = new AbortController();
  const given = createRead('given up');
  const second = reads.join(same('a'), controller.signal, given.pass);
  controller.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  expect(given.reason).toEqual(new Error('gone'));
  const third = reads.join(same('a'), never, next.pass);
  begun.finish();
  next.begin();
  next.finish();
  expect(await Promise.all([first, third])).toEqual(['begun', 'next']);
});

test('who goes takes nothing from those who wait along', async () => {
  const reads = new WaitingReads();
  const read = createRead('read');
  const controller = new AbortController();
  const first = reads.join(same('a'), controller.signal, read.pass);
  const second = reads.join(same('a'), never, createRead('not asked').pass);
  controller.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect(read.reason).toBeUndefined();
  read.begin();
  read.finish();
  expect(await second).toBe('read');
});

test('whose time is over before its read began is told that others were first', async () => {
  const reads = new WaitingReads();
  const codeOf = async (read: Promise<unknown>) => read.catch(({ code }) => code);
  const timeOut = (controller: AbortController) => controller.abort(new XiezuoError('TIMEOUT', 'Too long.'));
  const [waiting, begun] = [new AbortController(), new AbortController()];
  const first = codeOf(reads.join(same('a'), waiting.signal, createRead('a').pass));
  const late = createRead('b');
  const second = codeOf(reads.join(same('b'), begun.signal, late.pass));
  late.begin();
  timeOut(waiting);
  timeOut(begun);
  expect(await Promise.all([first, second])).toEqual(['OVERLOADED', 'TIMEOUT']);
});

test('what can be read together is, each once; more than that waits for the next read', async () => {
  const reads = new WaitingReads();
  const [first, next] = [createRead('first'), createRead('next')];
  const answers = ['x', 'y', 'x', 'z'].map((name) => reads.join(item(name), never, first.pass));
  const later = ['u', 'v'].map((name) => reads.join(item(name), never, next.pass));
  for (const read of [first, next]) {
    read.begin();
    read.finish();
  }
  expect(await Promise.all(answers)).toEqual(['first x', 'first y', 'first x', 'first z']);
  expect(await Promise.all(later)).toEqual(['next u', 'next v']);
});

test('what fails of one fails for those who asked for it', async () => {
  const reads = new WaitingReads();
  const read = createRead('read');
  const answers = ['x', 'bad', 'y'].map((name) => reads.join(item(name), never, read.pass));
  read.begin();
  read.finish();
  expect(await Promise.allSettled(answers)).toEqual([
    { status: 'fulfilled', value: 'read x' },
    { status: 'rejected', reason: new Error('bad') },
    { status: 'fulfilled', value: 'read y' },
  ]);
});
