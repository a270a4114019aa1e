import { expect, test } from '@jest/globals';
import { rejectFact } from '../../src/curation/reject-fact.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { provideGraph } from '../support/provide-graph.ts';

const judge = { reason: 'the page misprints it', by: 'an editor' };
const STATED = '2023年3月1日，记者获悉，2022年，湖州市PM2.5平均浓度为25微克/立方米。';

const database = provideGraph();

const ingest = (name: string, text: string) => ingestDocument(database(), { name, bytes: Buffer.from(text) });

async function listIndicators(): Promise<{ id: string; measure: string }[]> {
  const { rows } = await database().pool.query(`SELECT id, measure FROM indicator ORDER BY measure`);
  return rows;
}

const countLeftOut = async () =>
  Number(
    (await database().pool.query(`SELECT count(*) FROM article WHERE left_out @> '[{"kind": "indicator"}]'`))
      .rows[0].count,
  );

test('an indicator of a place is declared wrong, stays away when pages state it again, and comes back', async () => {
  await ingest('a.txt', `湖州空气转好\n${STATED}`);
  const [stated] = await listIndicators();
  expect(stated?.measure).toBe('PM2.5平均浓度');
  const { decisionId, entityId } = await rejectFact(database(), { ...judge, id: stated?.id ?? '' });
  expect(entityId).toBe(stated?.id);
  expect([await listIndicators(), await countLeftOut()]).toEqual([[], 1]);

  await ingest('b.txt', `另一篇报道\n${STATED}太湖水质达到三类。`);
  expect([await listIndicators(), await countLeftOut()]).toEqual([[], 2]);

  await revertDecision(database(), { ...judge, id: decisionId });
  expect([await listIndicators(), await countLeftOut()]).toEqual([[stated], 0]);
  const { rows } = await database().pool.query(`SELECT article_id FROM evidence WHERE indicator_id = $1`, [
    stated?.id,
  ]);
  expect(rows).toHaveLength(2);
});
