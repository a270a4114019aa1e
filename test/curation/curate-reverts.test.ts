import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XiezuoError } from '../../src/base/errors.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { provideGraph } from '../support/provide-graph.ts';
import { randomArticles } from '../support/random-articles.ts';
import { JUDGE, planStep, type Step, takeStep, type Wish, wish } from '../support/random-decisions.ts';

const database = provideGraph();

async function fill(all: readonly ClaimArticle[]): Promise<void> {
  await clearGraph(database());
  const sources = [];
  for (const article of all) sources.push(await saveClaimArticle(database(), article));
  await applyChange(database(), { added: sources });
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
    const decision = await takeStep(database(), step).catch((error) => {
      // What was one entity then need not be now.
      if (!(error instanceof XiezuoError)) throw error;
      return null;
    });
    if (decision !== null) taken.push({ step, decision });
  }
  return taken;
}

async function decideAll(wishes: readonly Wish[]) {
  const taken: { step: Step; decision: string }[] = [];
  for (const one of wishes) {
    const step = await planStep(database(), one);
    if (step) taken.push(...(await takeAll([step])));
  }
  return taken;
}

async function revertAll(decisions: readonly string[]): Promise<void> {
  for (const id of decisions) await revertDecision(database(), { id, ...JUDGE });
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
          const step = await planStep(database(), one);
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
