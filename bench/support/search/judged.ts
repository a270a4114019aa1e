import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { printVerdict } from '../figures.ts';
import { type AskSearch, askEach, type Hit } from './ask-search.ts';
import { describeHits, mean } from './figure.ts';
import { BEST, gradesOf, type JudgedQuery, prepareAnswers } from './judged-answers.ts';
import type { Part } from './part.ts';

const FILE = new URL('../../../test/fixtures/judged-queries.json', import.meta.url);
const WANTED = { mean: 0.92, each: 0.9 } as const;
const WORST = 10;

/** A query with the grade of each id that is right for it. */
interface Graded {
  readonly judged: JudgedQuery;
  readonly grades: ReadonlyMap<string, number>;
}

/** What came of a query. */
interface Answered extends Graded {
  readonly hits: readonly Hit[];
  readonly score: number;
}

/** The discounted gain of grades in their order: 2^grade - 1, by the logarithm of the place. */
const gain = (grades: readonly number[]) =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/** nDCG@10. */
function normalisedGain(hits: readonly Hit[], grades: ReadonlyMap<string, number>): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  return gain(hits.map(({ id }) => grades.get(id) ?? 0)) / gain(ideal);
}

/** The judged queries whose answers are in the graph, with those; what is wrong with the others. */
async function gradeQueries(pool: pg.Pool): Promise<{ graded: Graded[]; missing: string[] }> {
  const { queries } = JSON.parse(readFileSync(FILE, 'utf8')) as { queries: readonly JudgedQuery[] };
  const client = await pool.connect();
  const [graded, missing]: [Graded[], string[]] = [[], []];
  try {
    await prepareAnswers(client);
    for (const judged of queries)
      try {
        graded.push({ judged, grades: await gradesOf(client, judged) });
      } catch (error) {
        missing.push(`${judged.query}: ${error instanceof Error ? error.message : error}`);
      }
  } finally {
    // The table is the connection's own.
    client.release(true);
  }
  return { graded, missing };
}

async function answer(ask: AskSearch, { judged, grades }: Graded): Promise<Answered> {
  const { hits } = await ask(judged.query);
  return { judged, grades, hits, score: normalisedGain(hits, grades) };
}

/** Prints the mean of each kind of queries. */
function printKinds(answered: readonly Answered[]): void {
  const kinds = new Map<string, number[]>();
  for (const { judged, score } of answered)
    kinds.set(judged.kind, [...(kinds.get(judged.kind) ?? []), score]);
  console.log(
    `    ${[...kinds].map(([kind, scores]) => `${kind} ${mean(scores).toFixed(2)} (${scores.length})`).join(', ')}`,
  );
}

/** Prints queries with what came, the worst first. */
function printWorst(answered: readonly Answered[], count: number): void {
  for (const { judged, score, hits, grades } of [...answered]
    .sort((a, b) => a.score - b.score)
    .slice(0, count)) {
    const best = [...grades.values()].filter((grade) => grade === BEST).length;
    console.log(`    ${score.toFixed(2)}  ${judged.query} (${best} best)  →  ${describeHits(hits, 5)}`);
  }
}

/** How well the judged queries are answered, and whether each is that must be. */
export const judged: Part = async ({ ask, pool }) => {
  const { graded, missing } = await gradeQueries(pool);
  const answered = await askEach(graded, (one) => answer(ask, one));
  const got = mean(answered.map(({ score }) => score));
  const wrong = answered.filter(({ judged, score }) => judged.mustBeRight && score < WANTED.each);
  const isRight = printVerdict(
    'judged queries, mean nDCG@10',
    `${got.toFixed(4)} of ${answered.length} (wanted ${WANTED.mean})`,
    got >= WANTED.mean,
  );
  printKinds(answered);
  printWorst(answered, WORST);
  const isEach = printVerdict(
    'judged queries that must be right and are not',
    `${wrong.length} of ${answered.filter(({ judged }) => judged.mustBeRight).length} (wanted 0)`,
    wrong.length === 0,
  );
  printWorst(wrong, wrong.length);
  const isWhole = printVerdict(
    'judged queries without their answers in the graph',
    `${missing.length} (wanted 0)`,
    missing.length === 0,
  );
  for (const line of missing.slice(0, WORST)) console.log(`    ${line}`);
  return isRight && isEach && isWhole;
};
