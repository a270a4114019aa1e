import { annotate } from '../../../src/extraction/annotations/annotate.ts';
import { MeetingTimeline } from '../../../src/extraction/meetings/meeting-timeline.ts';
import { createPassage } from '../../../src/extraction/passage/passage.ts';
import { createArticle } from '../article.ts';

const body = [
  '浙江省召开全省水利工作会议。',
  '会后，王明会见法国总统马丁。',
  '下午，全省教育工作会议举行。',
  '李强作总结。',
];

test('a sentence is told which meetings were reported before it', () => {
  const article = createArticle({ body });
  const { meetings } = annotate(article);
  const timeline = new MeetingTimeline(meetings);
  const { sentences } = createPassage(article);
  const last = sentences.at(-1)?.start ?? 0;
  const named = meetings.map(({ name }) => name);
  expect(timeline.findLastNamed(0)).toBeNull();
  expect(timeline.findLastBefore(last)?.name).toBe(named.at(-1));
  expect(timeline.findLastBefore(last, true)?.talks).toBe(true);
  expect(timeline.findLastBefore(last, false)?.talks).toBe(false);
  for (const sentence of sentences.slice(0, -1)) expect(timeline.listReported(sentence)).toHaveLength(1);
  expect(timeline.listReported(sentences.at(-1) ?? { start: 0, end: 0 })).toEqual([]);
});
