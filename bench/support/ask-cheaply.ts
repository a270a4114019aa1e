// A process of a bench: asks a server something cheap all the time, beside what the bench itself asks. In the bench's own process its work
// of making and counting operations would be measured with the answer.

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { post } from './post.ts';

/** Whom to ask, and the ids of what. */
export interface Order {
  readonly url: string;
  readonly ids: readonly string[];
}

const [order] = await once(process, 'message');
const { url, ids }: Order = order;
const ms: number[] = [];
let isOver = false;
process.once('message', () => {
  isOver = true;
});
for (let turn = 0; !isOver; turn++) {
  const id = ids[turn % ids.length];
  ms.push((await post(url, `{ node(id: "${id}") { id } }`)).ms);
  await pause(20);
}
process.send?.(ms, () => process.disconnect());
