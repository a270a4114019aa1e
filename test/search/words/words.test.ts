import { afterAll, expect, test } from '@jest/globals';
import { isJiebaLoaded } from '../../../src/search/text/jieba.ts';
import {
  closeWords,
  listHighlights,
  listKeywords,
  understandQuery,
  warmWords,
} from '../../../src/search/words/words.ts';
import { countTurns } from '../../support/count-turns.ts';

const TEXT = '长三角区域生态环境保护协作小组第二次工作会议在上海召开，研究太湖蓝藻防控。'.repeat(600);

afterAll(closeWords);

test('H19: the dictionary is loaded beside the event loop, which goes on turning', async () => {
  await closeWords();
  const { turns } = await countTurns(warmWords());
  // Loaded in this thread, it would be one turn or two.
  expect(turns).toBeGreaterThan(20);
  expect(await understandQuery('太湖蓝藻治理')).toMatchObject({ key: '太湖蓝藻治理' });
  expect(isJiebaLoaded()).toBe(false);
});

test('H4: what others ask for comes between two tasks of a large request', async () => {
  const order: string[] = [];
  const large = listKeywords(Array.from({ length: 40 }, () => TEXT));
  const { turns } = await countTurns(
    Promise.all([
      large.then(() => order.push('large')),
      understandQuery('太湖').then(() => order.push('small')),
    ]),
  );
  expect(order).toEqual(['small', 'large']);
  expect(turns).toBeGreaterThan(20);
});

test('H10: what nobody waits for any more is not begun', async () => {
  const gone = new AbortController();
  const rows = [[{ field: 'text', text: TEXT }]];
  const asked = listHighlights(
    Array.from({ length: 40 }, () => ({ query: '太湖', rows })),
    gone.signal,
  );
  gone.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
});
