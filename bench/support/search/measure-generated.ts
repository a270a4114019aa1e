import { createRandom } from '../random.ts';
import { type Generated, printSizes } from './generated.ts';
import type { Vocabulary } from './generated-words.ts';
import { answerBySearch, countMatches, type Latencies, loadPrinted } from './load-queries.ts';
import { drawSelective } from './selective-queries.ts';
import { withServer } from './with-server.ts';

/** A term stands in so large a share of the documents. */
const FREQUENT = 0.1;

/** What was measured on generated documents. */
export interface MeasuredGenerated {
  readonly selective: Latencies;
  readonly frequent: Latencies;
}

/** The word that stands in as near as can be to a tenth of the documents. */
function findFrequent({ counts, documents }: Generated, vocabulary: Vocabulary): string {
  const distance = (count: number) => Math.abs(Math.log((count + 1) / (documents * FREQUENT)));
  let best = 0;
  for (const [rank, count] of counts.entries())
    if ([...vocabulary.wordAt(rank)].length > 1 && distance(count) < distance(counts[best] ?? 0)) best = rank;
  return vocabulary.wordAt(best);
}

/** Measures the product on generated documents. */
export async function measureGenerated(
  dataDir: string,
  generated: Generated,
  vocabulary: Vocabulary,
): Promise<MeasuredGenerated> {
  return await withServer(dataDir, async (url, pool) => {
    const { counts, sample, documents } = generated;
    await printSizes({ pool });
    const answer = answerBySearch(url);
    const queries = drawSelective(sample, (rank) => counts[rank] ?? 0, createRandom(documents));
    const selective = await loadPrinted(`${documents} generated documents, selective`, answer, queries);
    const term = findFrequent(generated, vocabulary);
    const name = `${documents} generated documents, ${term} in ${await countMatches(url, term)} of them`;
    return { selective, frequent: await loadPrinted(name, answer, [term]) };
  });
}
