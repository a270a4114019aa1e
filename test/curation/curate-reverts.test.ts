import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XiezuoError } from '../../src/base/errors.ts';
import { distinguishEntities } from '../../src/curation/distinguish-entities.ts';
import { mergeEntities } from '../../src/curation/merge-entities.ts';
import { rejectFact } from '../../src/curation/reject-fact.ts';
import { renameEntity } from '../../src/curation/rename-entity.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { splitEntity } from '../../src/curation/split-entity.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { provideGraph } from '../support/provide-graph.ts';
import { randomArticles } from '../support/random-articles.ts';

const judge = { reason: 'looked at both pages', by: 'an editor' };

/** Something that a person decides, with all that it is about. */
interface Step {
  readonly action: 'merge' | 'split' | 'distinct' | 'rename' | 'reject';
  readonly id: string;
  readonly other: string | null;
  readonly articles: readonly string[];
}

const wish = fc.record({
  action: fc.constantFrom('merge', 'merge', 'split', 'split', 'distinct', 'rename', 'reject'),
  pick: fc.nat(),
  other: fc.nat(),
});

const database = provideGraph();

async function fill(all: readonly ClaimArticle[]): Promise<void> {
  await clearGraph(database());
  const sources = [];
  for (const article of all) sources.push(await saveClaimArticle(database(), article));
  await applyChange(database(), { added: sources });
}

/** Turns a random wish into a step about what the graph holds now; null where nothing fits. */
async function plan({ action, pick, other }: { action: string; pick: number; other: number }) {
  const { pool } = database();
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
async function take({ action, id, other, articles }: Step): Promise<string | null> {
  if (action === 'merge' && other !== null)
    return (await mergeEntities(database(), { into: id, from: [other], ...judge })).decisionId;
  if (action === 'split' && articles.length > 0)
    return (await splitEntity(database(), { id, articles, ...judge })).decisionId;
  if (action === 'distinct' && other !== null)
    return (await distinguishEntities(database(), { id, other, ...judge })).decisionId;
  if (action === 'rename') return (await renameEntity(database(), { id, name: '别名', ...judge })).decisionId;
  if (action === 'reject') return (await rejectFact(database(), { id, ...judge })).decisionId;
  return null;
}

/** Whether nothing took the entity of an id into another one. */
async function isItself(id: string | null): Promise<boolean> {
  const { rows } = await database().pool.query('SELECT FROM identity_home WHERE id = $1 AND root <> id', [
    id,
  ]);
  return rows.length === 0;
}

/** Takes steps one after the other; those that would be about others now, or cannot be taken, are left out. */
async function takeAll(steps: readonly Step[]) {
  const taken: { step: Step; decision: string }[] = [];
  for (const step of steps) {
    if (!(await isItself(step.id)) || !(await isItself(step.other))) continue;
    const decision = await take(step).catch((error) => {
      // What was one entity then need not be now.
      if (!(error instanceof XiezuoError)) throw error;
      return null;
    });
    if (decision !== null) taken.push({ step, decision });
  }
  return taken;
}

async function decideAll(wishes: readonly Parameters<typeof plan>[0][]) {
  const taken: { step: Step; decision: string }[] = [];
  for (const one of wishes) {
    const step = await plan(one);
    if (step) taken.push(...(await takeAll([step])));
  }
  return taken;
}

async function revertAll(decisions: readonly string[]): Promise<void> {
  for (const id of decisions) await revertDecision(database(), { id, ...judge });
}

test('decisions that are taken back in any order leave the graph as if they had never been taken', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomArticles,
      fc.array(wish, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat()),
      async (all, wishes, picks) => {
        await fill(all);
        const before = await dumpGraph(database(), { withIds: true });
        const rest = (await decideAll(wishes)).map(({ decision }) => decision);
        while (rest.length > 0) {
          const at = (picks.next().value ?? 0) % rest.length;
          await revertAll(rest.splice(at, 1));
        }
        expect(await dumpGraph(database(), { withIds: true })).toEqual(before);
      },
    ),
    { numRuns: 14, seed: 17, endOnFailure: true },
  );
}, 120_000);

test('those that stand make the graph that they alone would have made', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomArticles,
      fc.array(wish, { minLength: 2, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      async (all, wishes, kept) => {
        await fill(all);
        const before = await dumpGraph(database(), { withIds: true });
        // Planned on the graph as pages make it: what a split takes out of an entity is then the same with and without the others.
        const steps: Step[] = [];
        for (const one of wishes) {
          const step = await plan(one);
          if (step) steps.push(step);
        }
        const taken = await takeAll(steps);
        const stand = taken.filter((_, index) => kept[index]);
        await revertAll(taken.filter((_, index) => !kept[index]).map(({ decision }) => decision));
        const left = await dumpGraph(database(), { withIds: true });
        await revertAll(stand.map(({ decision }) => decision));
        expect(await dumpGraph(database(), { withIds: true })).toEqual(before);
        await takeAll(stand.map(({ step }) => step));
        expect(await dumpGraph(database(), { withIds: true })).toEqual(left);
      },
    ),
    { numRuns: 14, seed: 19, endOnFailure: true },
  );
}, 120_000);
