import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinguishEntities } from '../../src/curation/distinguish-entities.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { provideGraph } from '../support/provide-graph.ts';
import { randomArticles } from '../support/random-articles.ts';

const judge = { reason: 'looked at both pages', by: 'an editor' };

const database = provideGraph();

/** Adds articles, those of a batch at once. */
async function add(batches: readonly (readonly ClaimArticle[])[]): Promise<void> {
  for (const batch of batches) {
    const sources = [];
    for (const article of batch) sources.push(await saveClaimArticle(database(), article));
    await applyChange(database(), { added: sources });
  }
}

/** The entities of the graph by where they are first named, with the places of all their mentions. */
async function listEntities(): Promise<{ root: string; kind: string; places: string[] }[]> {
  const { rows } = await database().pool.query(
    `SELECT h.root, min(m.kind) AS kind, array_agg(d.name || '#' || m.ordinal ORDER BY d.name, m.ordinal) AS places
      FROM mention AS m JOIN identity_home AS h ON h.id = m.home JOIN article AS a ON a.id = m.article_id
        JOIN source_document AS d ON d.id = a.document_id GROUP BY h.root ORDER BY places`,
  );
  return rows;
}

/** Two entities of a kind, those that `pick` says; null where no kind has two. */
async function choose(pick: number) {
  const all = await listEntities();
  const pairs = all.flatMap((left, index) =>
    all.slice(index + 1).flatMap((right) => (left.kind === right.kind ? [[left, right] as const] : [])),
  );
  return pairs[pick % Math.max(pairs.length, 1)] ?? null;
}

/** Which entity a mention is. */
async function entityAt(place: string): Promise<string | undefined> {
  return (await listEntities()).find(({ places }) => places.includes(place))?.root;
}

test('what was declared to be two stays two, the same in whatever order later pages come, and as never declared once that is taken back', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticles, fc.nat(), fc.nat(), async (all, cut, pick) => {
      const first = all.slice(0, 1 + (cut % (all.length - 1)));
      const rest = all.slice(first.length);
      const graphs = [];
      for (const batches of [[rest], rest.map((one) => [one]), rest.map((one) => [one]).reverse()]) {
        await clearGraph(database());
        await add([first]);
        const pair = await choose(pick);
        if (pair === null) return;
        const [left, right] = pair;
        const { decisionId } = await distinguishEntities(database(), {
          id: left.root,
          other: right.root,
          ...judge,
        });
        await add(batches);
        const [one = '', other = ''] = [left.places[0], right.places[0]];
        expect(await entityAt(one)).not.toBe(await entityAt(other));
        const declared = await dumpGraph(database());
        await revertDecision(database(), { id: decisionId, ...judge });
        graphs.push({ declared, reverted: await dumpGraph(database()) });
      }
      await clearGraph(database());
      await add([all]);
      const never = await dumpGraph(database());
      for (const graph of graphs) expect(graph).toEqual({ declared: graphs[0]?.declared, reverted: never });
    }),
    { numRuns: 8, seed: 23, endOnFailure: true },
  );
}, 120_000);
