import fc from 'fast-check';
import { distinguishEntities } from '../../src/curation/distinguish-entities.ts';
import { mergeEntities } from '../../src/curation/merge-entities.ts';
import { rejectFact } from '../../src/curation/reject-fact.ts';
import { renameEntity } from '../../src/curation/rename-entity.ts';
import { splitEntity } from '../../src/curation/split-entity.ts';
import type { Database } from '../../src/store/sql/database.ts';

/** Who decides, and why. */
export const JUDGE = { reason: 'looked at both pages', by: 'an editor' };

/** Something that a person decides, with all that it is about. */
export interface Step {
  readonly action: 'merge' | 'split' | 'distinct' | 'rename' | 'reject';
  readonly id: string;
  readonly other: string | null;
  readonly articles: readonly string[];
}

/** What a person may want to decide, of whatever is there. */
export const wish = fc.record({
  action: fc.constantFrom('merge', 'merge', 'split', 'split', 'distinct', 'rename', 'reject'),
  pick: fc.nat(),
  other: fc.nat(),
});

/** What `wish` gives. */
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** Turns a random wish into a step about what the graph holds now; null where nothing fits. */
export async function planStep({ pool }: Database, { action, pick, other }: Wish): Promise<Step | null> {
  const { rows } = await pool.query(
    `SELECT root AS id, min(kind) AS kind FROM identity_home GROUP BY root ORDER BY root`,
  );
  const entity = rows[pick % rows.length];
  if (!entity) return null;
  const others = rows.filter(({ id, kind }) => kind === entity.kind && id !== entity.id);
  const mentions = await pool.query(
    'SELECT article_id FROM mention AS m JOIN identity_home AS h ON h.id = m.home WHERE h.root = $1 ORDER BY 1',
    [entity.id],
  );
  const [first, ...rest] = mentions.rows.map((row) => row.article_id as string);
  return {
    action,
    id: entity.id,
    other: others[other % Math.max(others.length, 1)]?.id ?? null,
    articles: rest.filter((id) => id !== first),
  } as Step;
}

/** Takes a step; gives the id of its decision, null where there is nothing to decide. */
export async function takeStep(
  database: Database,
  { action, id, other, articles }: Step,
): Promise<string | null> {
  if (action === 'merge' && other !== null)
    return (await mergeEntities(database, { into: id, from: [other], ...JUDGE })).decisionId;
  if (action === 'split' && articles.length > 0)
    return (await splitEntity(database, { id, articles, ...JUDGE })).decisionId;
  if (action === 'distinct' && other !== null)
    return (await distinguishEntities(database, { id, other, ...JUDGE })).decisionId;
  if (action === 'rename') return (await renameEntity(database, { id, name: '别名', ...JUDGE })).decisionId;
  if (action === 'reject') return (await rejectFact(database, { id, ...JUDGE })).decisionId;
  return null;
}
