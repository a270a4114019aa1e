import { XiezuoError } from '../base/errors.ts';
import type { OpenQuestion } from '../curation/open-question.ts';
import { listOpenQuestions } from '../curation/review.ts';
import { ENTITY_KINDS } from '../kinds/kinds.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';

function describe({ kind, left, right, score, reasons }: OpenQuestion): string {
  const columns = [score.toFixed(2), kind, left.name, left.id, right.name, right.id, reasons.join('; ')];
  return columns.map((text) => text.replaceAll('\t', ' ')).join('\t');
}

/**
 * Prints open questions, one a line: score, kind, both names and ids, reasons, with tabs between.
 *
 * @throws {XiezuoError} ARGUMENT_INVALID
 */
export async function runReview(config: Config, options: { kind?: string; limit: string }): Promise<void> {
  const kinds = ENTITY_KINDS.filter((kind) => options.kind === undefined || kind === options.kind);
  const limit = Number(options.limit);
  if (kinds.length === 0 || !Number.isInteger(limit) || limit < 1)
    throw new XiezuoError(
      'ARGUMENT_INVALID',
      `--kind is one of ${ENTITY_KINDS.join(', ')}, --limit a count.`,
    );
  const store = await openStore(config);
  try {
    const questions = await listOpenQuestions(store.database, { kinds, limit });
    for (const question of questions) printLine(describe(question));
    if (questions.length === 0) printLine('No open question.');
  } finally {
    await store.close();
  }
}
